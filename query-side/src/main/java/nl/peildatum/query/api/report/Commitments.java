package nl.peildatum.query.api.report;

import java.util.Collection;
import java.util.List;
import nl.peildatum.query.api.trail.RecordedEntry;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The commitments of entries over their free texts. */
interface Commitments extends Repository<RecordedEntry, RecordedEntry.Key> {

    /** An entry's commitment, in hex. */
    record Commitment(long number, String hash) {}

    /** Those of the named entries that have free texts. */
    @Query(
            """
            select new nl.peildatum.query.api.report.Commitments$Commitment(e.number, e.commitment)
            from RecordedEntry e
            where e.programme = :programme and e.number in :numbers and e.commitment is not null""")
    List<Commitment> of(String programme, Collection<Long> numbers);
}
