package nl.peildatum.query.api.known;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A programme on a range of days, as it reads with the knowledge of a range of numbers. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "programme_version")
@IdClass(ProgrammeVersion.Key.class)
public class ProgrammeVersion {
    /** The programme, the day and the number from which it reads like this. */
    public record Key(String programme, LocalDate effectiveFrom, long knownFrom) {}

    @Id private String programme;
    @Id private LocalDate effectiveFrom;
    private @Nullable LocalDate effectiveTo;
    @Id private long knownFrom;
    private @Nullable Long knownTo;
    private String name;
    private int firstYear;
    private int lastYear;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> publishers;

    protected ProgrammeVersion() {}

    /** The programme's key. */
    public String programme() {
        return programme;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** The first calendar year. */
    public int firstYear() {
        return firstYear;
    }

    /** The last calendar year, included. */
    public int lastYear() {
        return lastYear;
    }

    /** Who publishes about it. */
    public List<String> publishers() {
        return publishers;
    }
}
