package nl.peildatum.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was recorded about the report of a programme for a report date: what it says is
 * named by a form and by the digest of that form (SHA-256, lower-case hex).
 */
public sealed interface ReportEvent extends Event {

    /** The date that the report is about: the end of that day, Europe/Amsterdam. */
    LocalDate reportDate();

    /** The journal number up to which recorded knowledge was used. */
    long knownUpTo();

    /** The frozen form that the digest covers: {@code overzicht/1}. */
    String form();

    /** The digest of what was seen. */
    String digest();

    /** What the report is called, where it has a name of its own. */
    @Nullable String title();

    /** Somebody proposed to fix the report; somebody else is to confirm it. */
    @StoredAs("report-proposed")
    record ReportProposed(
            ProgrammeId programme,
            LocalDate reportDate,
            long knownUpTo,
            String form,
            String digest,
            @Nullable String title,
            Basis basis,
            @FreeText @Nullable String reason)
            implements ReportEvent {}

    /**
     * The report was fixed; one that was fixed earlier for the same date is superseded and stays.
     * Where it was proposed, the proposal's entry is named.
     */
    @StoredAs("report-fixed")
    record ReportFixed(
            ProgrammeId programme,
            LocalDate reportDate,
            long knownUpTo,
            String form,
            String digest,
            @Nullable String title,
            @Nullable Long proposal,
            Basis basis,
            @FreeText @Nullable String reason)
            implements ReportEvent {}
}
