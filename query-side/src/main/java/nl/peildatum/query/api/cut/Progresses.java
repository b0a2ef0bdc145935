package nl.peildatum.query.api.cut;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The progress of the projections. */
public interface Progresses extends Repository<Progress, Progress.Key> {

    /** The rows there are; a projection that has not seen a programme yet has none. */
    List<Progress> findByProgrammeInAndProjectionIn(
            Collection<String> programmes, Collection<String> projections);
}
