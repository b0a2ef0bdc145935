package nl.peildatum.query.api.dashboard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A line as the current counts know it. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "dashboard_line")
@IdClass(DashboardLine.Key.class)
public class DashboardLine {
    /** The line. */
    public record Key(String programme, int line) {}

    @Id private String programme;
    @Id private int line;
    private String title;
    private int position;

    protected DashboardLine() {}

    /** The line's number. */
    public int line() {
        return line;
    }

    /** The short title. */
    public String title() {
        return title;
    }
}
