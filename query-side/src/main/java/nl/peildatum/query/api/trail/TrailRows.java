package nl.peildatum.query.api.trail;

import java.util.List;
import nl.peildatum.query.api.known.RecordedEntry;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everything recorded, each entry with how it reads. */
interface TrailRows extends Repository<RecordedEntry, RecordedEntry.Key> {

    /** An entry with how it reads to whoever knows the journal up to a number. */
    String ROWS =
            """
            select new nl.peildatum.query.api.trail.Row(
                e.number, e.id, e.kind, e.action, l.fromStatus, l.toStatus, e.effectiveOn,
                coalesce(l.effectiveOn, e.effectiveOn), e.recordedAt, e.actor, e.reason,
                e.explanation, e.source, l.sentence, l.refersTo, l.endedBy, ending.kind, e.hash)
            from AuditLine l
            join RecordedEntry e on e.programme = l.programme and e.number = l.number
            left join RecordedEntry ending
              on ending.programme = l.programme and ending.number = l.endedBy
            where l.programme = :programme and l.number between :first and :last
              and l.knownFrom <= :upTo and (l.knownTo is null or l.knownTo > :upTo)
            """;

    /** Those of the entries from a number to another about one action, in journal order. */
    @Query(ROWS + "and l.action = :action order by l.number")
    List<Row> about(String programme, String action, long first, long last, long upTo, Limit limit);

    /** How many entries about one action there are up to a number. */
    @Query(
            """
            select count(*) from AuditLine l
            where l.programme = :programme and l.action = :action and l.number <= :upTo
              and l.knownFrom <= :upTo and (l.knownTo is null or l.knownTo > :upTo)""")
    int countAbout(String programme, String action, long upTo);

    /** The entries from a number to another, both included, in journal order. */
    @Query(ROWS + "order by l.number")
    List<Row> between(String programme, long first, long last, long upTo);
}
