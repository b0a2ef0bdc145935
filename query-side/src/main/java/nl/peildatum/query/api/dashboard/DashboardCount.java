package nl.peildatum.query.api.dashboard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A current count. Never read as an entity: its line may be null, which no identity may be; {@link
 * DashboardCounts} reads its values.
 */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "dashboard_count")
@IdClass(DashboardCount.Key.class)
class DashboardCount {
    /** What is counted. */
    record Key(String programme, @Nullable Integer line, String status) {}

    @Id private String programme;
    @Id private @Nullable Integer line;
    @Id private String status;
    private int actions;

    protected DashboardCount() {}
}
