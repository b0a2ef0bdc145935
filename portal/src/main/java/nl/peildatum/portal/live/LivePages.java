package nl.peildatum.portal.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.changes.Difference;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.login.Session;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

/** What a page that keeps itself up to date asks for. */
@Controller
class LivePages {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Followings followings;
    private final Questions questions;

    LivePages(Followings followings, Questions questions) {
        this.followings = followings;
        this.questions = questions;
    }

    /**
     * The number of the last entry, and each later one, for whoever may read the programme; until
     * the token expires with which that was asked. Nobody is led on to log in: a stream cannot.
     */
    @GetMapping(
            path = "/programmas/{programma}/stroom",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(Cut cut, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        Session session = Session.current();
        Instant end = session == null ? Instant.MAX : session.accessUntil();
        try {
            questions.ask(Cut.now(cut.programme()).data(""), JsonNode.class);
        } catch (NoAnswer none) {
            response.sendError(none.status());
            return;
        }
        try (Following.Place place = followings.enter(cut.programme())) {
            Long last = place.after(0, SILENCE);
            if (last == null) {
                response.sendError(ProblemKind.UNAVAILABLE.status());
                return;
            }
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                tell(place, last, end, response.getOutputStream());
            }
        }
    }

    /** A comment when there is nothing to tell: what cannot be sent shows that nobody is there. */
    private static void tell(Following.Place place, long first, Instant end, OutputStream out)
            throws IOException, InterruptedException {
        long told = 0;
        Long last = first;
        while (last != null && Instant.now().isBefore(end)) {
            String line = last == told ? ":\n\n" : "data: " + last + "\n\n";
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            told = last;
            last = place.after(told, SILENCE);
        }
    }

    /** What reads otherwise on the day of a cut since an entry. */
    @GetMapping("/programmas/{programma}/zojuist")
    @ResponseBody
    News news(Cut cut, @RequestParam("sinds") long entry, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Cut day = cut.on(cut.day());
        return News.of(
                questions.ask(day.difference(day.pinned(cut.day(), entry)), Difference.class));
    }
}
