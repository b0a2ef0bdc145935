package nl.peildatum.query.api.cut;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.peildatum.eventstore.Head;
import org.hibernate.annotations.Immutable;

/** How far a projection is with a programme. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "progress")
@IdClass(Progress.Key.class)
public class Progress {
    /** The projection's stored name and the programme. */
    public record Key(String projection, String programme) {}

    private static final String RECORDED = "recorded";
    private static final String ERASURES = "erasures";

    @Id private String projection;
    @Id private String programme;
    private long processed;
    private Instant recordedAt;

    protected Progress() {}

    /** The projection's stored name. */
    public String projection() {
        return projection;
    }

    /** The programme. */
    public String programme() {
        return programme;
    }

    /** The last journal number it has processed. */
    public long processed() {
        return processed;
    }

    /** When that entry was recorded. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** Whether it says how far the journal is recorded, of no projection. */
    boolean isRecorded() {
        return projection.equals(RECORDED);
    }

    private boolean isErasures() {
        return projection.equals(ERASURES);
    }

    /** Those of these rows that say how far something is. */
    static List<Progress> numbers(List<Progress> rows) {
        return rows.stream().filter(row -> !row.isErasures()).toList();
    }

    /** How many texts were erased, as these rows say it. */
    static Optional<Long> erasures(List<Progress> rows) {
        return rows.stream().filter(Progress::isErasures).map(Progress::processed).findFirst();
    }

    /** The last entry that is recorded, as these rows say it. */
    static Head recorded(List<Progress> rows) {
        return rows.stream()
                .filter(Progress::isRecorded)
                .map(row -> new Head(row.processed, row.recordedAt))
                .findFirst()
                .orElse(new Head(0, null));
    }
}
