package nl.peildatum.command.report;

import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the report for a report date.
 *
 * @param fixed the report that was fixed last, or null
 * @param proposal the proposal that waits to be confirmed, or null
 */
public record ReportState(@Nullable ReportFixed fixed, @Nullable Proposal proposal) {

    /** Nothing was proposed or fixed. */
    public static final ReportState EMPTY = new ReportState(null, null);

    /** A proposal, with its journal number, which is null until it has been recorded. */
    public record Proposal(@Nullable Long number, ReportProposed event) {}

    /** After one event more: what is fixed ends whatever was proposed. */
    public ReportState with(@Nullable Long number, ReportEvent event) {
        return switch (event) {
            case ReportProposed proposed -> new ReportState(fixed, new Proposal(number, proposed));
            case ReportFixed report -> new ReportState(report, null);
        };
    }
}
