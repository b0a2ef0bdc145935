package nl.peildatum.query.api.report;

import java.util.List;
import nl.peildatum.query.api.known.RecordedEntry;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The entries whose free texts were erased. */
interface ErasedEntries extends Repository<RecordedEntry, RecordedEntry.Key> {

    /** Their numbers, up to one, whenever they were erased. */
    @Query(
            """
            select e.number from RecordedEntry e
            where e.programme = :programme and e.number <= :upTo and e.erased = true""")
    List<Long> upTo(String programme, long upTo);
}
