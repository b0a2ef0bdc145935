package nl.peildatum.query.api.known;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Which entries touch which action. */
public interface ActionEntries extends Repository<ActionEntry, ActionEntry.Key> {

    /** How many entries touch an action. */
    record Touches(String action, long entries) {}

    /** Whether an entry touches the action that this projection has seen. */
    boolean existsByProgrammeAndAction(String programme, String action);

    /** How many entries up to a number touch each of these actions; those without are absent. */
    @Query(
            """
            select new nl.peildatum.query.api.known.ActionEntries$Touches(e.action, count(*))
            from ActionEntry e
            where e.programme = :programme and e.action in :actions and e.number <= :upTo
            group by e.action""")
    List<Touches> touches(String programme, Collection<String> actions, long upTo);

    /**
     * The codes of the actions that are known up to a number; one step of the index per action,
     * however long the journal is.
     */
    @Query(
            nativeQuery = true,
            value =
                    """
                    WITH RECURSIVE seen AS (
                        (SELECT action, number FROM action_entry
                         WHERE programme = :programme ORDER BY action, number LIMIT 1)
                        UNION ALL
                        SELECT next.action, next.number
                        FROM seen CROSS JOIN LATERAL (
                            SELECT action, number FROM action_entry
                            WHERE programme = :programme AND action > seen.action
                            ORDER BY action, number LIMIT 1) next)
                    SELECT action FROM seen WHERE number <= :upTo""")
    List<String> known(String programme, long upTo);
}
