package nl.peildatum.query.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What checkpoints and the projection of the journal know of a programme's entries. */
record KeptOfJournal(JdbcClient jdbc, String programme, Map<Long, String> checkpoints)
        implements Kept {

    private static final String AUTHENTIC =
            "encode(sha256(convert_to(hashed_text, 'UTF8')), 'hex') = hash";

    @Override
    public List<String> hashes(long number) {
        List<String> hashes =
                new ArrayList<>(
                        jdbc.sql(
                                        "SELECT hash FROM journal_entry WHERE programme = ? AND number = ?")
                                .params(programme, number)
                                .query(String.class)
                                .list());
        if (checkpoints.containsKey(number)) {
            hashes.add(checkpoints.get(number));
        }
        return hashes;
    }

    @Override
    public @Nullable String hashedText(long number) {
        return jdbc.sql(
                        "SELECT hashed_text FROM journal_entry WHERE programme = ? AND number = ? AND "
                                + AUTHENTIC)
                .params(programme, number)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * A copy of another entry, one that is not the next about its subject, or one that did not fit
     * when it was processed or was never processed: what is recorded is processed at once.
     */
    @Override
    public boolean looksAdded(Link last) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                                SELECT FROM events.event other
                                WHERE other.programme = e.programme
                                    AND other.journal_number < e.journal_number
                                    AND (other.hash = e.hash
                                        OR (other.name = e.name AND other.facts = e.facts)))
                            OR e.sequence_number <> (
                                SELECT coalesce(max(other.sequence_number) + 1, 0)
                                FROM events.event other
                                WHERE other.aggregate_id = e.aggregate_id
                                    AND other.programme = e.programme
                                    AND other.journal_number < e.journal_number)
                            OR EXISTS (
                                SELECT FROM journal_entry j
                                WHERE j.programme = e.programme AND j.number = e.journal_number
                                    AND j.id = e.event_id AND j.hash = encode(e.hash, 'hex')
                                    AND NOT (%s))
                            OR EXISTS (
                                SELECT FROM progress p
                                WHERE p.projection = 'journal' AND p.programme = e.programme
                                    AND p.processed = e.journal_number - 1)
                        FROM events.event e WHERE e.programme = ? AND e.journal_number = ?"""
                                .formatted(
                                        AUTHENTIC
                                                .replace("hashed_text", "j.hashed_text")
                                                .replace("= hash", "= j.hash")))
                .params(programme, last.number())
                .query(Boolean.class)
                .single();
    }
}
