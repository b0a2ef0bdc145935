package nl.peildatum.query.api.dashboard;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The actions of the current counts. */
public interface DashboardActions extends Repository<DashboardAction, DashboardAction.Key> {

    /** How many have a state. */
    int countByProgramme(String programme);

    /** The ones that do not count. */
    @Query(
            """
            select a from DashboardAction a
            where a.programme = :programme
              and (a.included = false or a.status = 'WITHDRAWN')""")
    List<DashboardAction> outside(String programme);
}
