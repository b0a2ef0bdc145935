package nl.peildatum.command.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.http.Answering;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.Answering.Recorded;
import nl.peildatum.command.http.Paths;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.report.ReportCommand;
import nl.peildatum.command.report.ReportCommand.ConfirmReport;
import nl.peildatum.command.report.ReportCommand.FixReport;
import nl.peildatum.command.report.ReportCommand.ProposeReport;
import nl.peildatum.command.report.ReportCommand.Seen;
import nl.peildatum.command.report.ReportState;
import nl.peildatum.command.sealing.Checkpointing;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.contract.Known;
import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Fixes the report for a report date: exactly what was seen, as its digest says. Where four eyes
 * are asked for, one subject proposes it and another confirms it.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ReportController {

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final Checkpointing checkpointing;
    private final boolean fourEyes;

    ReportController(
            Instructions instructions,
            Answering answering,
            Held held,
            Checkpointing checkpointing,
            @Value("${peildatum.vier-ogen:false}") boolean fourEyes) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.checkpointing = checkpointing;
        this.fourEyes = fourEyes;
    }

    /** The answer: the entry, and whether the report is fixed or waits to be confirmed. */
    record Reported(long journaalnummer, UUID id, Instant geregistreerdOp, String status) {}

    /** What somebody saw and wants to be fixed. */
    record ReportAsked(
            LocalDate peildatum,
            long bekendTot,
            String digest,
            @Nullable String titel,
            @Nullable String reden) {}

    /** How far a journal goes. */
    private record HeldUpTo(long head, LocalDate today) implements Known {

        @Override
        public @Nullable String objection(String name, JsonNode value) {
            return name.equals("regel") && value.asLong(0) > head
                    ? Wordings.of("report.beyond", String.valueOf(head))
                    : null;
        }
    }

    @PostMapping(Paths.REPORTS)
    ResponseEntity<Reported> fix(@PathVariable String programma, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        ReportAsked report =
                asked.body(ReportAsked.class, new HeldUpTo(held.head(programme), asked.today()));
        LocalDate reportDate = report.peildatum();
        Seen seen = new Seen(report.bekendTot(), OverviewV1.NAME, report.digest(), report.titel());
        Basis basis = new Basis(asked.today(), asked.caller().actor(), null);
        return answer(
                asked,
                fourEyes
                        ? new ProposeReport(programme, reportDate, seen, basis, report.reden())
                        : new FixReport(programme, reportDate, seen, basis, report.reden()),
                seen);
    }

    /** Why a proposal is confirmed. */
    record ConfirmationAsked(@Nullable String reden) {}

    @PostMapping(Paths.REPORTS + "/{peildatum}/bevestigingen")
    ResponseEntity<Reported> confirm(
            @PathVariable String programma, @PathVariable String peildatum, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        LocalDate reportDate = reportDate(peildatum);
        ReportState state = held.report(programme, reportDate);
        if (state.equals(ReportState.EMPTY)) {
            throw Problem.unknown(Wordings.of("report.unknown", DutchDates.format(reportDate)));
        }
        ConfirmReport command =
                new ConfirmReport(
                        programme,
                        reportDate,
                        new Basis(asked.today(), asked.caller().actor(), null),
                        asked.body(ConfirmationAsked.class).reden());
        ReportState.Proposal proposal = state.proposal();
        return answer(asked, command, proposal == null ? null : seen(proposal.event()));
    }

    private static Seen seen(ReportProposed proposed) {
        return new Seen(proposed.knownUpTo(), proposed.form(), proposed.digest(), proposed.title());
    }

    private static LocalDate reportDate(String path) {
        try {
            return LocalDate.parse(path);
        } catch (DateTimeException malformed) {
            throw Problem.unknown(Wordings.of("report.unknown", "‘" + path + "’"));
        }
    }

    private ResponseEntity<Reported> answer(
            Asked asked, ReportCommand command, @Nullable Seen seen) {
        ResponseEntity<Recorded> answer =
                answering.answer(
                        asked,
                        Outcome.created(
                                command.programme(),
                                Paths.programme(command.programme())
                                        + "/rapportages/"
                                        + command.reportDate(),
                                keyed -> {
                                    refuseWhatWasNotSeen(command, seen);
                                    return instructions.give(
                                            new Instruction(List.of(command), null, null, keyed));
                                }));
        Recorded recorded = Objects.requireNonNull(answer.getBody());
        boolean proposed =
                held.recorded(command.programme(), recorded.journaalnummer())
                        instanceof ReportProposed;
        if (!proposed) {
            checkpointing.reportFixed(command.programme());
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(
                        new Reported(
                                recorded.journaalnummer(),
                                recorded.id(),
                                recorded.geregistreerdOp(),
                                proposed ? "VOORGESTELD" : "VASTGESTELD"));
    }

    private void refuseWhatWasNotSeen(ReportCommand command, @Nullable Seen seen) {
        if (seen == null) {
            return;
        }
        held.cutAct(command.programme(), seen.knownUpTo())
                .ifPresent(
                        act -> {
                            throw Problem.conflict(
                                    Wordings.of(
                                            "report.insideAct",
                                            String.valueOf(seen.knownUpTo()),
                                            String.valueOf(act.first()),
                                            String.valueOf(act.last())));
                        });
        String digest =
                Digests.of(
                        held.overview(command.programme(), command.reportDate(), seen.knownUpTo()));
        if (!digest.equals(seen.digest())) {
            throw Problem.conflict(
                    Wordings.of(
                            "report.stale",
                            DutchDates.format(command.reportDate()),
                            String.valueOf(seen.knownUpTo())));
        }
    }
}
