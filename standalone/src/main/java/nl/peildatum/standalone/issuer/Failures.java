package nl.peildatum.standalone.issuer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.contract.DutchTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What went wrong at the issuer and what to do, as a page for who uses a browser and as a problem
 * for who does not.
 */
@Controller
class Failures implements ErrorController {

    private static final DutchTexts WORDS = Pages.WORDS;

    @RequestMapping("/error")
    ResponseEntity<?> failed(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemKind kind = ProblemKind.ofStatus(status instanceof Integer code ? code : 404);
        String path = text(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String why = text(request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
        String what = what(kind, path, why);
        String title = what.isEmpty() ? kind.title() : WORDS.plain(what + ".titel");
        String detail =
                what.isEmpty()
                        ? kind.detail()
                        : WORDS.told(
                                what + ".uitleg",
                                Objects.requireNonNullElse(
                                        response.getHeader(HttpHeaders.RETRY_AFTER), "60"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "nl");
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return Pages.answer(
                    kind.status(),
                    title,
                    Pages.TEMPLATES.mislukt(WORDS, title, detail, path.equals(Issuer.LOGIN)));
        }
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(kind.status()), detail);
        problem.setType(kind.type());
        problem.setTitle(title);
        problem.setInstance(URI.create(path));
        return ResponseEntity.status(kind.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The key of the words that fit better than those of its kind, if any. */
    private static String what(ProblemKind kind, String path, String why) {
        if (kind == ProblemKind.METHOD_NOT_ALLOWED) {
            return "";
        }
        return switch (path) {
            case Issuer.LOGIN ->
                    switch (kind) {
                        case FORBIDDEN -> "verlopen";
                        case TOO_MANY -> "vertraagd";
                        default -> "";
                    };
            case "/oauth2/authorize" ->
                    why.contains("client_id")
                            ? "programma"
                            : why.contains("redirect_uri") ? "terugweg" : "aanvraag";
            case "/connect/logout" -> "uitloggen";
            default -> "";
        };
    }

    private static String text(@Nullable Object attribute) {
        return attribute instanceof String text ? text : "";
    }
}
