package nl.peildatum.query.api.dashboard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An action as the current counts know it. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "dashboard_action")
@IdClass(DashboardAction.Key.class)
public class DashboardAction {
    /** The action. */
    public record Key(String programme, String action) {}

    @Id private String programme;
    @Id private String action;
    private String status;
    private boolean included;
    private @Nullable String reason;

    protected DashboardAction() {}

    /** The action's code. */
    public String action() {
        return action;
    }

    /** The status, as the projections name it. */
    public String status() {
        return status;
    }

    /** Why it is not included, or why it was withdrawn. */
    public @Nullable String reason() {
        return reason;
    }
}
