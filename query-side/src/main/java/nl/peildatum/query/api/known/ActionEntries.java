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

    /** An action of which something is recorded. */
    interface Recorded {
        /** Its code. */
        String getAction();

        /** Whether its plan stands; one that was retracted never was. */
        boolean isPlanned();
    }

    /**
     * The actions of which something is recorded up to a number, with what is known then; one step
     * of the index per action, however long the journal is.
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
                    SELECT action AS "action", EXISTS (
                        SELECT FROM action_version v
                        WHERE v.programme = :programme AND v.action = seen.action
                          AND v.known_from <= :upTo
                          AND (v.known_to IS NULL OR v.known_to > :upTo)) AS "planned"
                    FROM seen WHERE number <= :upTo""")
    List<Recorded> recorded(String programme, long upTo);

    /** Whether something is recorded of an action up to a number, and no plan of it stands then. */
    @Query(
            """
            select count(e) > 0 from ActionEntry e
            where e.programme = :programme and e.action = :action and e.number <= :upTo
              and not exists (
                select 1 from ActionVersion v
                where v.programme = :programme and v.action = :action
                  and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo))""")
    boolean isRetracted(String programme, String action, long upTo);
}
