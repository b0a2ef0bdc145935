package nl.peildatum.query.api.dashboard;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The lines of the current counts. */
public interface DashboardLines extends Repository<DashboardLine, DashboardLine.Key> {

    /** In the order of the publication. */
    List<DashboardLine> findByProgrammeOrderByPositionAscLineAsc(String programme);
}
