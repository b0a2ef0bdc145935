package nl.peildatum.portal.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.door.Refusals;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What went wrong, as a page for people and as a problem for programs; never a stack trace. */
@Controller
class Failures implements ErrorController {

    private final Refusals refusals;

    Failures(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("/error")
    @Nullable View failed(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return null; // broken off halfway: nothing may be added to that
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ProblemKind kind = ProblemKind.ofStatus(status instanceof Integer code ? code : 404);
        String asked = path instanceof String text ? text : request.getRequestURI();
        boolean page = Refusals.wantsPage(request, asked);
        response.setStatus(kind.status());
        (page ? refusals.pageHeaders(kind) : refusals.headers(kind))
                .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        if (page) {
            return sentFromHere(kind, request)
                    ? Failed.held(kind, Words.of("vastgehouden.verlopen"), request)
                    : Failed.page(kind, null);
        }
        response.getOutputStream().write(refusals.body(kind, asked));
        return null;
    }

    /** A form of ours that is not known any more, as after the browser was closed. */
    private static boolean sentFromHere(ProblemKind kind, HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return kind == ProblemKind.FORBIDDEN
                && "POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))
                && (from == null || from.equals("same-origin"));
    }
}
