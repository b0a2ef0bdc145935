package nl.peildatum.query.api.known;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of action lines. */
public interface LineVersions extends Repository<LineVersion, LineVersion.Key> {

    /** The lines that are defined on a day, as known up to a number, in publication order. */
    @Query(
            """
            select v from LineVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)
            order by v.position, v.line""")
    List<LineVersion> on(String programme, LocalDate day, long upTo);

    /**
     * Whatever was defined on any of the days, both included, as known up to any of the numbers,
     * both included; in no order.
     */
    @Query(
            """
            select new nl.peildatum.query.api.known.LineSpan(
                v.line, v.title, v.position, v.entry, v.effectiveFrom, v.effectiveTo, v.knownFrom,
                v.knownTo)
            from LineVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :last and (v.effectiveTo is null or v.effectiveTo > :first)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :since)""")
    List<LineSpan> between(
            String programme, LocalDate first, LocalDate last, long since, long upTo);
}
