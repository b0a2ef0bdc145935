package nl.peildatum.query.api.trail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How a journal entry reads with the knowledge of a range of journal numbers. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "audit_line")
@IdClass(AuditLine.Key.class)
class AuditLine {
    /** The entry and from which number it reads like this. */
    record Key(String programme, long number, long knownFrom) {}

    @Id private String programme;
    @Id private long number;
    @Id private long knownFrom;
    private @Nullable Long knownTo;
    private @Nullable String action;
    private @Nullable String fromStatus;
    private @Nullable String toStatus;
    private String sentence;
    private @Nullable LocalDate effectiveOn;
    private @Nullable Long refersTo;
    private @Nullable Long endedBy;

    protected AuditLine() {}
}
