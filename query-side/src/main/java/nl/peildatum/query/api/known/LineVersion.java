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
    private String longTitle;
    private @Nullable String introduction;
    private @Nullable String goalsIntroduction;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> goals;

    private @Nullable String effectsIntroduction;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> effects;

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

    /** The title of its chapter. */
    public String longTitle() {
        return longTitle;
    }

    /** The text its chapter begins with. */
    public @Nullable String introduction() {
        return introduction;
    }

    /** What introduces the operational goals. */
    public @Nullable String goalsIntroduction() {
        return goalsIntroduction;
    }

    /** The operational goals. */
    public List<String> goals() {
        return goals;
    }

    /** What introduces the intended effects. */
    public @Nullable String effectsIntroduction() {
        return effectsIntroduction;
    }

    /** The intended effects. */
    public List<String> effects() {
        return effects;
    }

    /** Its place in the publication. */
    public int position() {
        return position;
    }
}
