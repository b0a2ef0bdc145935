package nl.peildatum.command.reporting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.peildatum.api.Caller;
import nl.peildatum.api.DutchDates;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Today;
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

/**
 * Fixes the report for a report date: exactly what was seen, as its digest says. Where four eyes
 * are asked for, one subject proposes it and another confirms it.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ReportController {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final Today today;
    private final Checkpointing checkpointing;
    private final boolean fourEyes;

    ReportController(
            Instructions instructions,
            Answering answering,
            Held held,
            Today today,
            Checkpointing checkpointing,
            @Value("${peildatum.vier-ogen:false}") boolean fourEyes) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.today = today;
        this.checkpointing = checkpointing;
        this.fourEyes = fourEyes;
    }

    /** The answer: the entry, and whether the report is fixed or waits to be confirmed. */
    record Reported(long journaalnummer, UUID id, Instant geregistreerdOp, String status) {}

    @PostMapping(Paths.REPORTS)
    ResponseEntity<Reported> fix(
            @PathVariable String programma,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        LocalDate reportDate = input.date("peildatum");
        long knownUpTo = input.number("bekendTot", 1, Long.MAX_VALUE);
        String digest = input.matching("digest", DIGEST, Wordings.of("report.digest"));
        String title = input.optionalLine("titel", Longest.TITLE);
        String reason = input.optionalText("reden", Longest.REASON);
        long head = held.head(programme);
        if (knownUpTo > head) {
            input.fault("bekendTot", Wordings.of("report.beyond", String.valueOf(head)));
        }
        if (reportDate.isAfter(today.today())) {
            input.fault(
                    "peildatum",
                    Wordings.of(
                            "input.reportDateInFuture",
                            DutchDates.format(reportDate),
                            DutchDates.format(today.today())));
        }
        input.done(parameters);
        Seen seen = new Seen(knownUpTo, OverviewV1.NAME, digest, title);
        Basis basis = new Basis(today.today(), caller.actor(), null);
        return answer(
                request,
                caller,
                fourEyes
                        ? new ProposeReport(programme, reportDate, seen, basis, reason)
                        : new FixReport(programme, reportDate, seen, basis, reason),
                seen);
    }

    @PostMapping(Paths.REPORTS + "/{peildatum}/bevestigingen")
    ResponseEntity<Reported> confirm(
            @PathVariable String programma,
            @PathVariable String peildatum,
            Input input,
            Parameters parameters,
            Caller caller,
            HttpServletRequest request) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        LocalDate reportDate = reportDate(peildatum);
        ReportState state = held.report(programme, reportDate);
        if (state.equals(ReportState.EMPTY)) {
            throw Problem.unknown(Wordings.of("report.unknown", DutchDates.format(reportDate)));
        }
        String reason = input.optionalText("reden", Longest.REASON);
        input.done(parameters);
        ConfirmReport command =
                new ConfirmReport(
                        programme,
                        reportDate,
                        new Basis(today.today(), caller.actor(), null),
                        reason);
        ReportState.Proposal proposal = state.proposal();
        return answer(request, caller, command, proposal == null ? null : seen(proposal.event()));
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
            HttpServletRequest request, Caller caller, ReportCommand command, @Nullable Seen seen) {
        ResponseEntity<Recorded> answer =
                answering.answer(
                        request,
                        caller,
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
