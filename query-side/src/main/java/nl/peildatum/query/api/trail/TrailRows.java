package nl.peildatum.query.api.trail;

import java.util.List;
import nl.peildatum.query.api.known.RecordedEntry;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everything recorded, each entry with how it reads. */
interface TrailRows extends Repository<RecordedEntry, RecordedEntry.Key> {

    /** The entries about one action, in journal order. */
    @Query(
            """
            select new nl.peildatum.query.api.trail.Row(
                e.number, e.id, e.kind, e.action, l.fromStatus, l.toStatus, e.effectiveOn,
                e.recordedAt, e.actor, e.reason, e.source, l.sentence, l.refersTo, l.endedBy,
                e.hash)
            from AuditLine l
            join RecordedEntry e on e.programme = l.programme and e.number = l.number
            where l.programme = :programme and l.action = :action and l.number <= :upTo
              and l.knownFrom <= :upTo and (l.knownTo is null or l.knownTo > :upTo)
            order by e.number""")
    List<Row> about(String programme, String action, long upTo);

    /** The entries from a number to another, both included, in journal order. */
    @Query(
            """
            select new nl.peildatum.query.api.trail.Row(
                e.number, e.id, e.kind, e.action, l.fromStatus, l.toStatus, e.effectiveOn,
                e.recordedAt, e.actor, e.reason, e.source, l.sentence, l.refersTo, l.endedBy,
                e.hash)
            from RecordedEntry e
            join AuditLine l on l.programme = e.programme and l.number = e.number
            where e.programme = :programme and e.number between :first and :last
              and l.knownFrom <= :upTo and (l.knownTo is null or l.knownTo > :upTo)
            order by e.number""")
    List<Row> between(String programme, long first, long last, long upTo);
}
