package nl.peildatum.query.api.known;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A journal entry as it was recorded. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "journal_entry")
@IdClass(RecordedEntry.Key.class)
public class RecordedEntry {
    /** Its place. */
    public record Key(String programme, long number) {}

    @Id private String programme;
    @Id private long number;
    private UUID id;
    private String kind;
    private @Nullable String action;
    private LocalDate effectiveOn;
    private Instant recordedAt;
    private String actor;
    private @Nullable String reason;
    private @Nullable String explanation;
    private @Nullable String source;
    private String hash;
    private @Nullable String commitment;
    private boolean erased;

    protected RecordedEntry() {}
}
