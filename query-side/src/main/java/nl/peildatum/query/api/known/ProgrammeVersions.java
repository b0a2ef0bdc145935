package nl.peildatum.query.api.known;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of programmes. */
public interface ProgrammeVersions extends Repository<ProgrammeVersion, ProgrammeVersion.Key> {

    /** The programme as known up to a journal number. */
    @Query(
            """
            select v from ProgrammeVersion v
            where v.programme = :programme
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    Optional<ProgrammeVersion> known(String programme, long upTo);
}
