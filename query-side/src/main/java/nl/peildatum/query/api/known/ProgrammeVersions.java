package nl.peildatum.query.api.known;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of programmes. */
public interface ProgrammeVersions extends Repository<ProgrammeVersion, ProgrammeVersion.Key> {

    /** The programme on a day, as known up to a journal number. */
    @Query(
            """
            select v from ProgrammeVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    Optional<ProgrammeVersion> on(String programme, LocalDate day, long upTo);
}
