package nl.peildatum.command.report;

import java.time.LocalDate;
import nl.peildatum.command.rules.Command;
import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be recorded about the report for a report date. */
public sealed interface ReportCommand extends Command {

    /** The date that the report is about. */
    LocalDate reportDate();

    /**
     * What of a report was seen.
     *
     * @param knownUpTo the journal number up to which knowledge was used
     * @param form the form that the digest covers
     * @param digest the SHA-256 of that form, in lower-case hex
     */
    record Seen(long knownUpTo, String form, String digest, @Nullable String title) {}

    /** Fixes the report as it was seen. */
    record FixReport(
            ProgrammeId programme,
            LocalDate reportDate,
            Seen seen,
            Basis basis,
            @Nullable String reason)
            implements ReportCommand {}

    /** Proposes to fix the report as it was seen, for somebody else to confirm. */
    record ProposeReport(
            ProgrammeId programme,
            LocalDate reportDate,
            Seen seen,
            Basis basis,
            @Nullable String reason)
            implements ReportCommand {}

    /** Confirms what somebody else proposed. */
    record ConfirmReport(
            ProgrammeId programme, LocalDate reportDate, Basis basis, @Nullable String reason)
            implements ReportCommand {}
}
