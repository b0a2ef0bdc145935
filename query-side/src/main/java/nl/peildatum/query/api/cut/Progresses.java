package nl.peildatum.query.api.cut;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The progress of the projections. */
public interface Progresses extends Repository<Progress, Progress.Key> {

    /** The rows there are; a projection that has not seen a programme yet has none. */
    List<Progress> findByProgrammeInAndProjectionIn(
            Collection<String> programmes, Collection<String> projections);

    /**
     * The rows of one programme, with how far its journal is recorded, and how many entries erased
     * a text; the last is not there while one of the projections has not processed them all.
     */
    @Query(
            nativeQuery = true,
            value =
                    """
                    (SELECT 'recorded' AS projection, programme, journal_number AS processed,
                         recorded_at
                     FROM events.event
                     WHERE programme = :programme ORDER BY journal_number DESC LIMIT 1)
                    UNION ALL
                    SELECT projection, programme, processed, recorded_at FROM progress
                    WHERE programme = :programme AND projection IN (:projections)
                    UNION ALL
                    SELECT 'erasures', :programme, count(*), NULL FROM events.event
                    WHERE programme = :programme AND name = 'text-erased'
                    HAVING coalesce(max(journal_number), 0) <= (
                        SELECT coalesce(min(processed), 0) FROM progress
                        WHERE programme = :programme AND projection IN (:projections))""")
    List<Progress> withRecorded(String programme, Collection<String> projections);
}
