package nl.peildatum.query.checking;

import java.util.List;
import nl.peildatum.query.checking.Deviation.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether every entry of a journal belongs to one act. Acts are under no hash: where the journal
 * itself is not in order, nothing is said of them.
 */
record ActsCheck(JdbcClient jdbc, String programme, Question question) {

    private static final String PLACED =
            """
            WITH placed AS (
                SELECT first_number, last_number,
                    coalesce(
                        max(last_number) OVER (
                            ORDER BY first_number, last_number
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
                        least(first_number, :from) - 1) AS covered
                FROM events.act
                WHERE programme = :programme AND last_number >= :from AND first_number <= :upTo)
            """;

    /** From an entry to another, all of which belong to no act, or to more than one. */
    private record Stretch(long first, long last, boolean twice) {}

    /** How many acts have entries in the range that is checked. */
    long count() {
        return asked("SELECT count(*) FROM placed", question.upTo()).query(Long.class).single();
    }

    /**
     * Adds what does not adjoin, up to the last entry that was looked at.
     *
     * @param isHead whether that is the last one of the journal
     */
    void compare(long last, boolean isHead, Deviations deviations) {
        for (Stretch stretch : stretches(last)) {
            Sentence sentence = stretch.twice() ? Sentence.ACTS_OVERLAP : Sentence.ACT_MISSING;
            deviations.addBesides(
                    Kind.HANDELINGEN_SLUITEN_NIET_AAN,
                    stretch.first(),
                    sentence.text(stretch.first(), stretch.last()));
        }
        long reached = isHead ? reached() : 0;
        if (reached > last) {
            deviations.addBesides(
                    Kind.HANDELINGEN_SLUITEN_NIET_AAN,
                    last,
                    Sentence.ACT_BEYOND.text(last, reached));
        }
    }

    private long reached() {
        return jdbc.sql("SELECT coalesce(max(last_number), 0) FROM events.act WHERE programme = ?")
                .param(programme)
                .query(Long.class)
                .single();
    }

    private List<Stretch> stretches(long last) {
        return asked(
                        """
                        SELECT covered + 1 AS first, first_number - 1 AS last, false AS twice
                        FROM placed WHERE first_number > covered + 1
                        UNION ALL
                        SELECT first_number, least(last_number, covered), true
                        FROM placed WHERE first_number <= covered
                        UNION ALL
                        SELECT coalesce(max(last_number), :from - 1) + 1, :upTo, false
                        FROM placed HAVING coalesce(max(last_number), :from - 1) < :upTo
                        ORDER BY first""",
                        last)
                .query(Stretch.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String what, long upTo) {
        return jdbc.sql(PLACED + what)
                .param("programme", programme)
                .param("from", question.from())
                .param("upTo", upTo);
    }
}
