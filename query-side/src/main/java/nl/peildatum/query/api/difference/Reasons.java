package nl.peildatum.query.api.difference;

import java.util.Collection;
import java.util.List;
import nl.peildatum.query.api.known.RecordedEntry;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Why entries were recorded. */
interface Reasons extends Repository<RecordedEntry, RecordedEntry.Key> {

    /** Of these entries, in no order. */
    @Query(
            """
            select new nl.peildatum.query.api.difference.Reason(
                e.number, e.kind, e.reason, e.recordedAt)
            from RecordedEntry e
            where e.programme = :programme and e.number in :numbers""")
    List<Reason> of(String programme, Collection<Long> numbers);
}
