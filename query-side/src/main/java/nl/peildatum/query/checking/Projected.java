package nl.peildatum.query.checking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import nl.peildatum.query.checking.Deviation.Kind;
import nl.peildatum.query.journal.RecordedEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the projection of the journal against the entries it was built from. Of each entry it keeps
 * the lines under its hash as they were when it was processed, so that it can tell which of the two
 * was changed since.
 */
final class Projected {

    /** Only what differs comes out of the database, however long the journal is. */
    private static final String DIFFERENCES =
            """
            SELECT j.number, e.journal_number AS stored_number, j.hash AS hash,
                encode(e.hash, 'hex') AS stored_hash, j.hashed_text IS NULL
                    OR encode(sha256(convert_to(j.hashed_text, 'UTF8')), 'hex') = j.hash AS whole
            FROM (SELECT * FROM journal_entry WHERE programme = :programme AND number BETWEEN :from AND :upTo) j
            FULL JOIN (
                SELECT event_id, journal_number, recorded_at, commitment, hash FROM events.event
                WHERE programme = :programme AND journal_number BETWEEN :from AND :upTo) e
                ON e.event_id = j.id
            WHERE j.number IS DISTINCT FROM e.journal_number
                OR j.hash <> encode(e.hash, 'hex')
                OR j.recorded_at <> e.recorded_at
                OR j.commitment IS DISTINCT FROM encode(e.commitment, 'hex')
                OR encode(sha256(convert_to(j.hashed_text, 'UTF8')), 'hex') <> j.hash
            ORDER BY coalesce(j.number, e.journal_number), j.number NULLS LAST
            """;

    private final JdbcClient jdbc;
    private final String programme;
    private final Question question;
    private final Chain chain;
    private final Deviations deviations;
    private final long processed;

    private long rewrittenFrom;
    private long rewritten;
    private long beyond;
    private @Nullable Long before;

    Projected(
            JdbcClient jdbc,
            String programme,
            Question question,
            Chain chain,
            Deviations deviations) {
        this.jdbc = jdbc;
        this.programme = programme;
        this.question = question;
        this.chain = chain;
        this.deviations = deviations;
        processed =
                jdbc.sql("SELECT processed FROM progress WHERE projection = ? AND programme = ?")
                        .params(RecordedEntries.NAME, programme)
                        .query(Long.class)
                        .optional()
                        .orElse(0L);
    }

    /** The number of the first entry that was written anew since it was processed; 0 for none. */
    long rewrittenFrom() {
        return rewrittenFrom;
    }

    /** How many entries were written anew since they were processed. */
    long rewritten() {
        return rewritten;
    }

    /** The last entry that was processed and is not there any more; 0 where the end is there. */
    long beyond() {
        return beyond;
    }

    /** A row that differs from its entry; without a number the one or the other is not there. */
    private record Difference(
            @Nullable Long number,
            @Nullable Long stored,
            @Nullable String hash,
            @Nullable String storedHash,
            boolean whole) {

        static Difference of(ResultSet row) throws SQLException {
            return new Difference(
                    row.getObject("number", Long.class),
                    row.getObject("stored_number", Long.class),
                    row.getString("hash"),
                    row.getString("stored_hash"),
                    row.getBoolean("whole"));
        }
    }

    void compare() {
        if (processed > chain.reached() && question.covers(processed)) {
            beyond = processed;
        }
        jdbc.sql(DIFFERENCES)
                .param("programme", programme)
                .param("from", question.from())
                .param("upTo", question.upTo())
                .withFetchSize(500)
                .query(
                        (ResultSet row) -> {
                            Difference difference = Difference.of(row);
                            tell(difference);
                            before = difference.number();
                        });
    }

    private void tell(Difference difference) {
        Long number = difference.number();
        Long stored = difference.stored();
        if (number == null) {
            if (stored != null && stored <= processed && !deviations.isExplained(stored)) {
                tellUnknown(stored);
            }
        } else if (deviations.isExplained(number)
                || (stored != null && deviations.isExplained(stored))) {
            return; // the chain itself told what is wrong there
        } else if (!difference.whole()) {
            tell(number, Sentence.PROJECTION_DIFFERS);
        } else if (stored == null) {
            tellGone(number);
        } else if (!String.valueOf(difference.hash()).equals(difference.storedHash())) {
            rewritten(number);
        } else if (number.equals(stored) || deviations.total() == 0) {
            tell(number, Sentence.PROJECTION_DIFFERS);
        }
    }

    private void tellUnknown(long stored) {
        if (rewrittenFrom > 0 || Objects.equals(before, stored)) {
            rewritten(stored); // the projection has another entry with that number
        } else {
            tell(stored, Sentence.PROJECTION_LACKS);
        }
    }

    private void tellGone(long number) {
        if (number > chain.reached()) {
            beyond = Math.max(beyond, number);
        } else {
            rewritten(number);
        }
    }

    private void rewritten(long number) {
        if (rewrittenFrom == 0) {
            rewrittenFrom = number;
        }
        rewritten++;
    }

    private void tell(long number, Sentence sentence) {
        deviations.addBesides(Kind.PROJECTIE_WIJKT_AF, number, sentence.text(number));
    }
}
