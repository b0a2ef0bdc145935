package nl.peildatum.command.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Upload;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.deciding.Instruction;
import nl.peildatum.command.deciding.Instructions;
import nl.peildatum.command.edition.Edition;
import nl.peildatum.command.edition.EditionReader;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.edition.Unreadable;
import nl.peildatum.command.edition.Unseen;
import nl.peildatum.command.http.Answering;
import nl.peildatum.command.http.Answering.Outcome;
import nl.peildatum.command.http.Paths;
import nl.peildatum.command.importing.Proposal.Row;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.sheet.Sheet;
import nl.peildatum.command.sheet.SheetFault;
import nl.peildatum.command.sheet.SheetReader;
import nl.peildatum.command.sheet.SheetReading;
import nl.peildatum.command.sheet.UnreadableSheet;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.Characters;
import nl.peildatum.contract.Fault;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Keyed;
import nl.peildatum.eventstore.Receipt;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes over a published overview or a sheet of updates: as a proposal, or all of it at once. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ImportController {

    private static final MediaType MARKDOWN = MediaType.valueOf("text/markdown");
    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private static final MediaType ODS =
            MediaType.valueOf("application/vnd.oasis.opendocument.spreadsheet");
    private static final List<MediaType> FORMS = List.of(MARKDOWN, CSV, ODS);

    private final Instructions instructions;
    private final Answering answering;
    private final Held held;
    private final JsonMapper mapper;

    ImportController(Instructions instructions, Answering answering, Held held, JsonMapper mapper) {
        this.instructions = instructions;
        this.answering = answering;
        this.held = held;
        this.mapper = mapper;
    }

    /** What the request asks, besides the document. */
    record ImportAsked(
            LocalDate peildatum,
            @Nullable String voorstel,
            @Nullable List<String> zonder,
            @Nullable List<String> herken,
            @Nullable List<String> nieuw,
            @Nullable List<String> nietVermeld,
            @Nullable List<String> witruimte,
            @Nullable String afwijking,
            @Nullable String reden,
            @Nullable String bron) {

        Wanted wanted() {
            return new Wanted(
                    peildatum,
                    voorstel,
                    new TreeSet<>(or(zonder)),
                    Answers.from(or(herken), or(nieuw), or(nietVermeld), or(witruimte)),
                    afwijking != null,
                    reden,
                    bron);
        }

        private static List<String> or(@Nullable List<String> list) {
            return Objects.requireNonNullElse(list, List.of());
        }
    }

    /** The same, as it is understood. */
    private record Wanted(
            LocalDate reportDate,
            @Nullable String proposal,
            Set<String> without,
            Answers answers,
            boolean deviationAccepted,
            @Nullable String reason,
            @Nullable String source) {}

    /** A proposal, with what it was made of and what leaving out some actions makes of it. */
    private record Proposed(
            Takeover document,
            Proposal whole,
            ProgrammeState held,
            Map<String, ActionTimeline> timelines,
            LocalDate reportDate) {

        Balance balance(Set<String> without) {
            return Balance.of(whole.without(without), document.sums(), held, timelines, reportDate);
        }
    }

    @PostMapping(Paths.IMPORTS)
    ResponseEntity<?> take(@PathVariable String programma, Upload upload, Asked asked) {
        ProgrammeId programme = held.programme(programma);
        held.state(programme);
        MediaType form =
                FORMS.stream()
                        .filter(upload.type()::equalsTypeAndSubtype)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Problem.unsupported(
                                                FORMS.stream().map(MediaType::toString).toList()));
        Wanted wanted = asked.query(ImportAsked.class).wanted();
        Takeover document =
                form.equals(MARKDOWN)
                        ? publication(programme, upload, wanted, asked)
                        : updates(programme, form, upload, wanted, asked);
        if (asked.trial()) {
            long head = held.head(programme);
            return ResponseEntity.ok(
                    told(propose(programme, document, head, wanted), head, wanted, upload));
        }
        return answering.answerOrUnchanged(
                asked,
                new Outcome(
                        programme,
                        HttpStatus.CREATED,
                        null,
                        keyed -> carryOut(programme, document, wanted, upload, keyed)));
    }

    /** What is no UTF-8 becomes a character that cannot be read, and so has its line. */
    private Takeover publication(ProgrammeId programme, Upload upload, Wanted wanted, Asked asked) {
        String text = Characters.composed(new String(upload.bytes(), StandardCharsets.UTF_8));
        Edition edition = edition(text);
        return new Publication(
                programme,
                edition,
                Unseen.lines(text),
                new Taking(
                        wanted.reportDate(),
                        asked.today(),
                        asked.caller().actor(),
                        wanted.source() == null ? Taking.name(edition.month()) : wanted.source(),
                        wanted.reason()),
                wanted.answers());
    }

    private static Edition edition(String text) {
        return switch (EditionReader.read(text)) {
            case Edition edition -> edition;
            case Unreadable unreadable -> throw unreadable(unreadable);
        };
    }

    private Takeover updates(
            ProgrammeId programme, MediaType form, Upload upload, Wanted wanted, Asked asked) {
        SheetReader.Asked against =
                new SheetReader.Asked(
                        wanted.reportDate(),
                        asked.today(),
                        Updating.statuses(),
                        Set.copyOf(held.actions(programme)));
        SheetReading reading =
                form.equals(CSV)
                        ? SheetReader.readCsv(upload.bytes(), upload.type().getCharset(), against)
                        : SheetReader.readOds(upload.bytes(), against);
        return switch (reading) {
            case Sheet sheet ->
                    new Updating(
                            programme,
                            sheet,
                            wanted.reportDate(),
                            against.today(),
                            asked.caller().actor(),
                            wanted.answers(),
                            wanted.reason(),
                            wanted.source());
            case UnreadableSheet unreadable -> throw unreadable(unreadable);
        };
    }

    /** The refusal of a sheet, with every fault in its place. */
    static Problem unreadable(UnreadableSheet unreadable) {
        return Problem.unreadable(
                Wordings.of("import.unreadable", unreadable.faults().size()),
                unreadable.faults().stream()
                        .map(
                                fault ->
                                        new InSheet(
                                                place(fault),
                                                fault.row(),
                                                fault.column(),
                                                fault.message()))
                        .toList(),
                Map.of());
    }

    /** A fault of a sheet, in its place. */
    private record InSheet(
            String veld, @Nullable Integer regel, @Nullable Integer kolom, String melding) {}

    private static String place(SheetFault fault) {
        if (fault.row() == null) {
            return Wordings.of("import.sheet");
        }
        String row = String.valueOf(fault.row());
        return fault.column() == null
                ? Wordings.of("import.row", row)
                : Wordings.of("import.cell", row, String.valueOf(fault.column()));
    }

    private static Problem unreadable(Unreadable unreadable) {
        Reconciliation sums = unreadable.reconciliation();
        return Problem.unreadable(
                Wordings.of("import.unreadable", unreadable.faults().size()),
                unreadable.faults().stream()
                        .map(
                                fault ->
                                        new InEdition(
                                                Wordings.of(
                                                        "import.line",
                                                        String.valueOf(fault.lineNumber())),
                                                fault.lineNumber(),
                                                fault.message(),
                                                fault.printed(),
                                                fault.counted()))
                        .toList(),
                sums == null ? Map.of() : Map.of("aansluiting", Sums.Printed.of(sums)));
    }

    /** A fault of a publication, in its place; numbers where it does not add up. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record InEdition(
            String veld,
            int regel,
            String melding,
            @Nullable Integer gedrukt,
            @Nullable Integer geteld) {}

    private List<Receipt> carryOut(
            ProgrammeId programme,
            Takeover document,
            Wanted wanted,
            Upload upload,
            @Nullable Keyed keyed) {
        return instructions.anew(() -> carryOutNow(programme, document, wanted, upload, keyed));
    }

    private List<Receipt> carryOutNow(
            ProgrammeId programme,
            Takeover document,
            Wanted wanted,
            Upload upload,
            @Nullable Keyed keyed) {
        long head = held.head(programme);
        Proposed proposed = propose(programme, document, head, wanted);
        if (wanted.proposal() != null
                && Stream.of(wanted.without(), Set.<String>of())
                        .map(without -> digest(proposed, wanted, without, upload))
                        .noneMatch(wanted.proposal()::equals)) {
            throw Problem.conflict(Wordings.of("import.stale"));
        }
        Proposal proposal = proposed.whole().without(wanted.without());
        refuseUnfinished(proposal, proposed.balance(wanted.without()), wanted.deviationAccepted());
        if (proposal.commands().isEmpty()) {
            return List.of();
        }
        try {
            return instructions.give(new Instruction(proposal.commands(), null, head, keyed));
        } catch (Refused refused) {
            if (held.head(programme) == head) {
                throw refused;
            }
            throw new ConcurrencyException(
                    "what was recorded meanwhile can be the only reason", refused);
        }
    }

    /** All that is missing at once: open questions, what cannot be done, what does not add up. */
    private static void refuseUnfinished(Proposal proposal, Balance balance, boolean accepted) {
        List<String> sentences = new ArrayList<>();
        List<Fault> missing = new ArrayList<>();
        Map<String, Object> more = new LinkedHashMap<>();
        if (!proposal.questions().isEmpty()) {
            sentences.add(Wordings.of("import.questions", proposal.questions().size()));
            proposal.questions()
                    .forEach(asked -> missing.add(new Fault(asked.parameter(), asked.message())));
            more.put("vragen", proposal.questions());
        }
        if (!proposal.obstacles().isEmpty()) {
            sentences.add(Wordings.of("import.obstacles", proposal.obstacles().size()));
            proposal.obstacles()
                    .forEach(
                            row -> missing.add(new Fault("zonder", String.valueOf(row.message()))));
            more.put("regels", proposal.obstacles());
        }
        if (balance.differs() && !accepted) {
            sentences.add(balance.inWords());
            missing.add(new Fault("afwijking", balance.inWords()));
            more.put("aansluiting", balance.told());
        }
        if (!missing.isEmpty()) {
            throw Problem.conflict(String.join(" ", sentences), missing, more);
        }
    }

    /** A code that is left out and means nothing is a slip that would let another row through. */
    private void refuseUnknown(
            ProgrammeId programme, Takeover document, Proposal proposal, Set<String> codes) {
        Set<String> unknown = new TreeSet<>(codes);
        proposal.rows().forEach(row -> unknown.remove(String.valueOf(row.action())));
        unknown.removeAll(document.actions());
        held.actions(programme).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    "zonder", Wordings.of("input.unknownAction", String.join("’, ‘", unknown)));
        }
    }

    private Proposed propose(ProgrammeId programme, Takeover document, long head, Wanted wanted) {
        ProgrammeState state = held.state(programme, head);
        Map<String, ActionTimeline> timelines = held.timelines(programme, head);
        Proposal whole = document.propose(state, timelines);
        refuseUnknown(programme, document, whole, wanted.without());
        return new Proposed(document, whole, state, timelines, wanted.reportDate());
    }

    /** A proposal, as it is told. */
    private record Told(
            List<Row> regels,
            List<Remark> opmerkingen,
            List<Question> vragen,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String gelezenAls,
            Balance.Told aansluiting,
            long bekendTot,
            String voorstel) {}

    private Told told(Proposed proposed, long head, Wanted wanted, Upload upload) {
        return new Told(
                proposed.whole().rows(),
                proposed.whole().remarks(),
                proposed.whole().questions(),
                proposed.document().readAs(),
                proposed.balance(wanted.without()).told(),
                head,
                digest(proposed, wanted, wanted.without(), upload));
    }

    /** What a proposal rests on and leads to. */
    private record Seen(
            LocalDate peildatum,
            String document,
            Answers antwoorden,
            @Nullable String reden,
            Set<String> zonder,
            List<Row> regels,
            Sums straks) {}

    /** However the journal went on: one seen whole, and one seen without some actions. */
    private String digest(Proposed proposed, Wanted wanted, Set<String> without, Upload upload) {
        return sha256(
                mapper.writeValueAsBytes(
                        new Seen(
                                wanted.reportDate(),
                                sha256(upload.bytes()),
                                wanted.answers(),
                                wanted.reason(),
                                without,
                                proposed.whole().rows(),
                                proposed.balance(without).straks())));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
