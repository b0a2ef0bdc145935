package nl.peildatum.query.checking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import nl.peildatum.api.Problem;
import nl.peildatum.eventstore.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out checks, and keeps of each in the audit log who had it done and what it found. */
@Component
class Checks {

    /** So many checks on request at once on one node, since each reads a whole journal. */
    static final int AT_ONCE = 3;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final JournalCheck journals;
    private final AuditLogCheck auditLog;
    private final AuditLog log;
    private final LastChecks last;
    private final Semaphore running = new Semaphore(AT_ONCE);

    Checks(JournalCheck journals, AuditLogCheck auditLog, DataSource dataSource, LastChecks last) {
        this.journals = journals;
        this.auditLog = auditLog;
        this.last = last;
        log = new AuditLog(dataSource);
    }

    /** What a check found, and the number of the line in the audit log that says so. */
    record Recorded(Outcome outcome, long line) {}

    /**
     * A check for somebody who asks.
     *
     * @param programme whose journal; null for the audit log itself
     * @throws Problem 429 when too many run already
     */
    Recorded onRequest(@Nullable String programme, Question question, @Nullable String subject) {
        if (!running.tryAcquire()) {
            throw Problem.tooMany(Sentence.TOO_MANY_CHECKS.text(), RETRY_AFTER);
        }
        try {
            return check(programme, question, subject, null);
        } finally {
            running.release();
        }
    }

    /** The check of a day, of everything there is. */
    Recorded daily(@Nullable String programme, LocalDate day) {
        return check(programme, Question.EVERYTHING, null, day);
    }

    private Recorded check(
            @Nullable String programme,
            Question question,
            @Nullable String subject,
            @Nullable LocalDate day) {
        long begun = System.nanoTime();
        Outcome outcome =
                programme == null ? auditLog.check(question) : journals.check(programme, question);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        long line =
                log.append(
                        AuditLog.Kind.CONTROLE,
                        subject,
                        content(programme, question, outcome, millis, day));
        last.refresh();
        return new Recorded(outcome, line);
    }

    private static Map<String, @Nullable Object> content(
            @Nullable String programme,
            Question question,
            Outcome outcome,
            long millis,
            @Nullable LocalDate day) {
        Map<String, @Nullable Object> content = new HashMap<>();
        content.put("onderwerp", programme == null ? "AUDITLOG" : "JOURNAAL");
        if (programme != null) {
            content.put("programma", programme);
        }
        content.put("aanleiding", day == null ? "VERZOEK" : "DAGELIJKS");
        if (day != null) {
            content.put("dag", day.toString());
        }
        content.put("vanaf", question.from());
        content.put("totEnMet", outcome.head());
        content.put("volledig", question.equals(Question.EVERYTHING));
        content.put("gecontroleerd", outcome.looked());
        content.put("controlepunten", outcome.checkpoints());
        content.put("meegegevenControlepunten", question.given().size());
        content.put("hoofd", outcome.head());
        content.put("hash", outcome.hash());
        content.put("inOrde", outcome.inOrder());
        content.put("afwijkingen", outcome.total());
        content.put(
                "soorten",
                outcome.deviations().stream().map(one -> one.kind().name()).distinct().toList());
        content.put("duurMillis", millis);
        return content;
    }
}
