package nl.peildatum.query.api.line;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An action line as it reads on a range of days, with the knowledge of a range of numbers. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "line_version")
@IdClass(LineVersion.Key.class)
public class LineVersion {
    /** The line and from when it reads like this, in both times. */
    public record Key(String programme, int line, LocalDate effectiveFrom, long knownFrom) {}

    @Id private String programme;
    @Id private int line;
    @Id private LocalDate effectiveFrom;
    private @Nullable LocalDate effectiveTo;
    @Id private long knownFrom;
    private @Nullable Long knownTo;
    private long entry;
    private String title;
    private int position;

    protected LineVersion() {}

    /** The line's number. */
    public int line() {
        return line;
    }

    /** The short title. */
    public String title() {
        return title;
    }

    /** Its place in the publication. */
    public int position() {
        return position;
    }
}
