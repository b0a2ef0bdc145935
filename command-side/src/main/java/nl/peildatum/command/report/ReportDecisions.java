package nl.peildatum.command.report;

import java.time.LocalDate;
import nl.peildatum.command.report.ReportCommand.ConfirmReport;
import nl.peildatum.command.report.ReportCommand.FixReport;
import nl.peildatum.command.report.ReportCommand.ProposeReport;
import nl.peildatum.command.report.ReportCommand.Seen;
import nl.peildatum.command.report.ReportState.Proposal;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import org.jspecify.annotations.Nullable;

/** Decides on commands about a report. */
public final class ReportDecisions {

    private ReportDecisions() {}

    /**
     * The event that a command leads to.
     *
     * @param today the date in Europe/Amsterdam; no report is about a later one
     * @throws Refused when the rules do not allow it
     */
    public static ReportEvent decide(ReportState state, ReportCommand command, LocalDate today) {
        if (command.reportDate().isAfter(today)) {
            throw new Refused(new Refusal.InFuture(command.reportDate(), today));
        }
        return switch (command) {
            case FixReport fix -> {
                refuseAnotherWithoutReason(state, fix.reportDate(), fix.reason());
                Seen seen = fix.seen();
                yield new ReportFixed(
                        fix.programme(),
                        fix.reportDate(),
                        seen.knownUpTo(),
                        seen.form(),
                        seen.digest(),
                        seen.title(),
                        null,
                        fix.basis(),
                        fix.reason());
            }
            case ProposeReport propose -> {
                refuseAnotherWithoutReason(state, propose.reportDate(), propose.reason());
                Seen seen = propose.seen();
                yield new ReportProposed(
                        propose.programme(),
                        propose.reportDate(),
                        seen.knownUpTo(),
                        seen.form(),
                        seen.digest(),
                        seen.title(),
                        propose.basis(),
                        propose.reason());
            }
            case ConfirmReport confirm -> confirmed(state, confirm);
        };
    }

    private static ReportFixed confirmed(ReportState state, ConfirmReport confirm) {
        Proposal proposal = state.proposal();
        if (proposal == null) {
            throw new Refused(new Refusal.NothingProposed(confirm.reportDate()));
        }
        ReportProposed proposed = proposal.event();
        if (proposed.basis().actor().equals(confirm.basis().actor())) {
            throw new Refused(new Refusal.SameSubject(confirm.reportDate()));
        }
        return new ReportFixed(
                confirm.programme(),
                confirm.reportDate(),
                proposed.knownUpTo(),
                proposed.form(),
                proposed.digest(),
                proposed.title(),
                proposal.number(),
                confirm.basis(),
                confirm.reason() == null ? proposed.reason() : confirm.reason());
    }

    /** A second report for a date supersedes the first, and says why. */
    private static void refuseAnotherWithoutReason(
            ReportState state, LocalDate reportDate, @Nullable String reason) {
        if (state.fixed() != null && reason == null) {
            throw new Refused(new Refusal.AnotherReport(reportDate));
        }
    }
}
