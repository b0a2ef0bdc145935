package nl.peildatum.query.checking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Problem;
import nl.peildatum.contract.Fault;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.checking.Checks.Recorded;
import nl.peildatum.query.checking.Outcome.Compared;
import nl.peildatum.query.checking.Question.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Checks of a journal and of the audit log, for auditors; each is noted in the audit log. */
@RestController
class CheckAnswers {

    private static final Pattern GIVEN = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-fA-F]{64})");

    private final Checks checks;
    private final JournalCheck journals;

    CheckAnswers(Checks checks, JournalCheck journals) {
        this.checks = checks;
        this.journals = journals;
    }

    /** The last entry that was looked at. */
    record Head(long journaalnummer, @Nullable String hash) {}

    /** The acts in which the entries were recorded; they are under no hash and no signature. */
    record Acts(long aantal, boolean ondertekend) {}

    /**
     * What was found; the first hundred deviations by name, all of them by count.
     *
     * @param controlepunten how many stored checkpoints were compared
     * @param meegegeven the checkpoints that were given, and whether each holds
     * @param auditregel the line of the audit log that keeps this check
     */
    record Checked(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String programma,
            boolean inOrde,
            long gecontroleerd,
            long vanaf,
            Head hoofd,
            int controlepunten,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Acts handelingen,
            List<Compared> meegegeven,
            List<Deviation> afwijkingen,
            long afwijkingenTotaal,
            Instant gecontroleerdOp,
            long auditregel) {

        static Checked of(@Nullable String programme, Recorded recorded) {
            Outcome outcome = recorded.outcome();
            return new Checked(
                    programme,
                    outcome.inOrder(),
                    outcome.looked(),
                    outcome.from(),
                    new Head(outcome.head(), outcome.hash()),
                    outcome.checkpoints(),
                    outcome.acts() == null ? null : new Acts(outcome.acts(), false),
                    outcome.given(),
                    outcome.deviations(),
                    outcome.total(),
                    outcome.at(),
                    recorded.line());
        }
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/journaal/controle", produces = "application/json")
    ResponseEntity<Checked> journal(
            @PathVariable String programma, Asked asked, HttpServletRequest request) {
        Question question = question(asked);
        if (!journals.knows(programma)) {
            throw Problem.unknown(Wording.UNKNOWN_PROGRAMME.text(programma));
        }
        return answer(programma, question, request);
    }

    @GetMapping(path = QueryApi.AUDIT_LOG + "/controle", produces = "application/json")
    ResponseEntity<Checked> auditLog(Asked asked, HttpServletRequest request) {
        return answer(null, question(asked), request);
    }

    /**
     * A check is about this moment and is an act of its own: HEAD does none, no cache keeps one.
     */
    private ResponseEntity<Checked> answer(
            @Nullable String programme, Question question, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().cacheControl(CacheControl.noStore());
        return "HEAD".equals(request.getMethod())
                ? answer.build()
                : answer.body(
                        Checked.of(
                                programme,
                                checks.onRequest(programme, question, Caller.current().subject())));
    }

    /** Which entries, and the checkpoints that somebody kept. */
    record RangeAsked(
            @Nullable Long vanaf, @Nullable Long totEnMet, @Nullable List<String> controlepunt) {}

    private static Question question(Asked asked) {
        RangeAsked range = asked.query(RangeAsked.class);
        long from = range.vanaf() == null ? 1 : range.vanaf();
        long upTo = range.totEnMet() == null ? Long.MAX_VALUE : range.totEnMet();
        List<Fault> faults = new ArrayList<>();
        if (upTo < from) {
            faults.add(new Fault("totEnMet", Sentence.RANGE_REVERSED.text(upTo, from)));
        }
        Question whole = new Question(from, upTo, List.of());
        List<Given> given = new ArrayList<>();
        for (String text : Objects.requireNonNullElse(range.controlepunt(), List.<String>of())) {
            Matcher parts = GIVEN.matcher(text);
            if (!parts.matches()) {
                faults.add(new Fault("controlepunt", Sentence.UNKNOWN_CHECKPOINT_FORM.text()));
            } else if (!whole.covers(Long.parseLong(parts.group(1)))) {
                faults.add(
                        new Fault(
                                "controlepunt", Sentence.CHECKPOINT_OUTSIDE.text(parts.group(1))));
            } else {
                given.add(
                        new Given(
                                Long.parseLong(parts.group(1)),
                                parts.group(2).toLowerCase(Locale.ROOT)));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.stream().distinct().toList());
        }
        return new Question(from, upTo, List.copyOf(given));
    }
}
