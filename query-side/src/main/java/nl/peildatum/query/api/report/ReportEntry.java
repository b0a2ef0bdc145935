package nl.peildatum.query.api.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a report was proposed or fixed. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "report_entry")
@IdClass(ReportEntry.Key.class)
class ReportEntry {

    /** The entry's place in the journal. */
    record Key(String programme, long number) {}

    @Id private String programme;
    @Id private long number;
    private LocalDate reportDate;
    private boolean fixed;
    private @Nullable Long proposal;
    private long knownUpTo;
    private String form;
    private String digest;
    private @Nullable String title;
    private @Nullable String reason;
    private String actor;
    private Instant recordedAt;

    protected ReportEntry() {}

    /** The programme. */
    String programme() {
        return programme;
    }

    /** Its journal number. */
    long number() {
        return number;
    }

    /** The date that the report is about. */
    LocalDate reportDate() {
        return reportDate;
    }

    /** Whether it was fixed; else it was proposed. */
    boolean fixed() {
        return fixed;
    }

    /** The proposal that it confirmed, or null. */
    @Nullable Long proposal() {
        return proposal;
    }

    /** The journal number up to which knowledge was used. */
    long knownUpTo() {
        return knownUpTo;
    }

    /** The form that the digest covers. */
    String form() {
        return form;
    }

    /** The digest of what was seen. */
    String digest() {
        return digest;
    }

    /** What the report is called, where it has a name of its own. */
    @Nullable String title() {
        return title;
    }

    /** Why it was fixed, where that was said. */
    @Nullable String reason() {
        return reason;
    }

    /** The subject that recorded it. */
    String actor() {
        return actor;
    }

    /** When it was recorded. */
    Instant recordedAt() {
        return recordedAt;
    }
}
