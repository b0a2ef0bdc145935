package nl.peildatum.query.api.following;

import static nl.peildatum.api.Role.AUDITOR;
import static nl.peildatum.api.Role.SECRETARIAAT;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Problem;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.ProjectionName;
import nl.peildatum.query.api.following.RecordedSince.Told;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what is recorded as soon as the answers know it: to readers the last number of each act, to
 * the secretariat and the auditor each entry. A stream keeps a virtual thread, which is cheap; who
 * does not read what is sent is cut off by the server's write timeout, and comes back with the last
 * number it saw.
 */
@RestController
class FollowingAnswers {
    private static final String LAST_SEEN = "Last-Event-ID";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Journal journal;
    private final Reached reached;
    private final RecordedSince recorded;
    private final Followers followers;
    private final Clock clock;

    FollowingAnswers(
            Journal journal,
            Reached reached,
            RecordedSince recorded,
            Followers followers,
            Clock clock) {
        this.journal = journal;
        this.reached = reached;
        this.recorded = recorded;
        this.followers = followers;
        this.clock = clock;
    }

    @GetMapping(
            path = QueryApi.PROGRAMME + "/gebeurtenissen",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(@PathVariable String programma, Asked question, HttpServletResponse response)
            throws IOException {
        question.nothing();
        Caller caller = question.caller();
        HttpServletRequest request = question.request();
        boolean whole = caller.is(SECRETARIAAT, AUDITOR);
        List<ProjectionName> projections = whole ? Reached.ALL_KNOW : Reached.DASHBOARD_KNOWS;
        long seen = seen(programma, request, projections);
        Instant end = expiry();
        try (Followers.Place _ = followers.enter(caller, request)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            if (HttpMethod.HEAD.matches(request.getMethod())) {
                return;
            }
            Stream stream = new Stream(programma, whole, projections, response.getOutputStream());
            stream.begin(seen);
            stream.goOn(seen, end);
        }
    }

    /** The number after which to begin: the last that the caller saw, or else what is known now. */
    private long seen(
            String programme, HttpServletRequest request, List<ProjectionName> projections) {
        long head =
                ProgrammeId.isValid(programme)
                        ? journal.head(new ProgrammeId(programme)).number()
                        : 0;
        if (head == 0) {
            throw Problem.unknown(Wording.UNKNOWN_PROGRAMME.text(programme));
        }
        String last = request.getHeader(LAST_SEEN);
        if (last == null || last.isEmpty()) {
            return reached.number(programme, projections);
        }
        if (!NUMBER.matcher(last).matches() || Long.parseLong(last) > head) {
            throw Problem.invalid(LAST_SEEN, Wording.BEYOND_JOURNAL.text(Long.toString(head)));
        }
        return Long.parseLong(last);
    }

    private static Instant expiry() {
        return SecurityContextHolder.getContext().getAuthentication()
                                instanceof JwtAuthenticationToken token
                        && token.getToken().getExpiresAt() != null
                ? token.getToken().getExpiresAt()
                : Instant.MAX;
    }

    /** One follower's stream. */
    private final class Stream {
        private final String programme;
        private final boolean whole;
        private final List<ProjectionName> projections;
        private final OutputStream out;

        Stream(
                String programme,
                boolean whole,
                List<ProjectionName> projections,
                OutputStream out) {
            this.programme = programme;
            this.whole = whole;
            this.projections = projections;
            this.out = out;
        }

        /** An event without data tells nobody anything, and sets where a client goes on from. */
        void begin(long seen) throws IOException {
            write("retry: 2000\nid: " + seen + "\n\n");
        }

        void goOn(long seen, Instant end) throws IOException {
            long last = seen;
            Instant spoken = clock.instant();
            while (!followers.closing() && clock.instant().isBefore(end)) {
                long known = reached.number(programme, projections);
                List<Told> told =
                        known <= last
                                ? List.of()
                                : whole
                                        ? recorded.entries(programme, last, known)
                                        : recorded.acts(programme, last, known);
                if (!told.isEmpty()) {
                    tell(told);
                    last = told.getLast().id();
                    spoken = clock.instant();
                } else {
                    if (!clock.instant().isBefore(spoken.plus(SILENCE))) {
                        write(":\n\n");
                        spoken = clock.instant();
                    }
                    if (!paused()) {
                        return;
                    }
                }
            }
        }

        private void tell(List<Told> told) throws IOException {
            StringBuilder text = new StringBuilder();
            for (Told one : told) {
                text.append("id: ").append(one.id()).append('\n');
                text.append("data: ").append(one.data()).append("\n\n");
            }
            write(text.toString());
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        private static boolean paused() {
            try {
                Thread.sleep(PAUSE);
                return true;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
