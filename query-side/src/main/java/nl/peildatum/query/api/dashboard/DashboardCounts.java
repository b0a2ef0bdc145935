package nl.peildatum.query.api.dashboard;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The current counts. */
public interface DashboardCounts extends Repository<DashboardCount, DashboardCount.Key> {

    /** How many actions of each line have each status, in no order. */
    @Query(
            """
            select new nl.peildatum.query.api.dashboard.LineCount(c.line, c.status, c.actions)
            from DashboardCount c where c.programme = :programme""")
    List<LineCount> of(String programme);
}
