package nl.peildatum.portal.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.peildatum.api.Role;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.door.Backends;
import nl.peildatum.portal.importing.Proposal.Question;
import nl.peildatum.portal.importing.Proposal.Row;
import nl.peildatum.portal.importing.Takeover.Asked;
import nl.peildatum.portal.importing.Takeover.Group;
import nl.peildatum.portal.importing.Takeover.Line;
import nl.peildatum.portal.importing.Takeover.Seen;
import nl.peildatum.portal.pages.Attached;
import nl.peildatum.portal.pages.Form;
import nl.peildatum.portal.pages.GoOn;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.recording.Fault;
import nl.peildatum.portal.recording.Field;
import nl.peildatum.portal.recording.Field.Choice;
import nl.peildatum.portal.recording.Field.Kind;
import nl.peildatum.portal.recording.Filled;
import nl.peildatum.portal.recording.Outcome;
import nl.peildatum.portal.recording.Recorder;
import nl.peildatum.portal.recording.Wrong;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/**
 * Taking over a document: it is read, what it would change is looked at, and that is recorded as a
 * whole. Nothing is recorded that was not on the page before, with what will be counted.
 */
@Controller
class ImportPage {

    private static final String PATH = "/inlezen";
    private static final int LONGEST_LINE = 300;

    /** The forms of the interface, by what the name of a file ends with. */
    private static final Map<String, String> FORMS =
            Map.of(
                    "md", "text/markdown",
                    "markdown", "text/markdown",
                    "csv", "text/csv",
                    "ods", "application/vnd.oasis.opendocument.spreadsheet");

    private static final String OTHER_FORM = "application/octet-stream";

    private static final String KEY = "sleutel";
    private static final String MARK = "beproefd";
    private static final String PROPOSAL = "voorstel";
    private static final String DEVIATION = "afwijking";

    private final Recorder recorder;
    private final Questions questions;
    private final Abouts abouts;
    private final long largest;

    ImportPage(Recorder recorder, Questions questions, Abouts abouts, Backends backends) {
        this.recorder = recorder;
        this.questions = questions;
        this.abouts = abouts;
        this.largest = backends.grootsteImport().toBytes();
    }

    @RequestMapping(
            path = "/programmas/{programma}" + PATH,
            method = {RequestMethod.GET, RequestMethod.POST})
    View show(Cut cut, HttpServletRequest request) {
        NoAnswer.unless(Role.SECRETARIAAT);
        Filled filled = new Filled(request);
        Attached document = filled.sent() ? Attached.of(request) : null;
        Taking taking = new Taking(cut, filled, document);
        if (document == null) {
            return filled.sent()
                    ? taking.start(400, null, List.of(ofFile(Words.of("inlezen.geenBestand"))))
                    : taking.start(200, null, List.of());
        }
        byte[] bytes = document.bytes(largest);
        if (bytes == null) {
            String told = Words.of("inlezen.teGroot", largest / 1_000_000);
            return taking.anotherFile(413, null, List.of(ofFile(told)), List.of(), null);
        }
        try {
            return taking.goOn(bytes);
        } catch (NoAnswer none) {
            if (none.status() != 503) {
                throw none;
            }
            return taking.start(503, Words.of("formulier.nuNiet"), List.of());
        }
    }

    private static Fault ofFile(String told) {
        return new Fault(Attached.FILE, told);
    }

    /** A page of the list of actions, for their names. */
    private record Named(List<Action> acties) {

        private record Action(String actie, @Nullable String titel, @Nullable StatusCode status) {}

        /** Of those that are there on the day, each with its title where it has any. */
        Map<String, @Nullable String> titles() {
            Map<String, @Nullable String> titles = new LinkedHashMap<>();
            acties.stream()
                    .filter(action -> action.status() != null)
                    .forEach(action -> titles.put(action.actie(), action.titel()));
            return titles;
        }
    }

    /** What one request asks of a document. */
    private final class Taking {

        private final Cut now;
        private final About about;
        private final String day;
        private final Filled filled;
        private final @Nullable Attached document;

        Taking(Cut cut, Filled filled, @Nullable Attached document) {
            this.now = Cut.now(cut.programme());
            this.about = abouts.of(cut.programme());
            this.day = cut.day().toString();
            this.filled = filled;
            this.document = document;
        }

        /** Shows what it would change, or records it where that was on the page already. */
        View goOn(byte[] bytes) {
            Chosen chosen = Chosen.of(filled, Objects.requireNonNull(document));
            String step = filled.text("stap");
            if (step.equals("vast")) {
                return chosen.mark(document).equals(filled.text(MARK))
                        ? record(chosen, bytes)
                        : propose(chosen, bytes, 200, Words.of("inlezen.anders"));
            }
            return propose(
                    switch (step) {
                        case "alles" -> chosen.withAll();
                        case "niets" -> chosen.without(filled.listed(Chosen.OFFERED));
                        default -> chosen;
                    },
                    bytes,
                    200,
                    null);
        }

        private View record(Chosen chosen, byte[] bytes) {
            String command =
                    chosen.address(
                            now,
                            "voorstel",
                            filled.given(PROPOSAL),
                            "afwijking",
                            filled.given(DEVIATION));
            return switch (recorder.records(command, form(), bytes, filled.text(KEY))) {
                case Outcome.Recorded(long entry) -> {
                    recorder.waitFor(now.data(""), entry);
                    yield GoOn.to(
                            now.page("", "vastgelegd", entry, "aantal", filled.given("aantal"))
                                    + "#melding");
                }
                case Outcome.Refused refused ->
                        propose(chosen, bytes, refused.status(), refused.detail());
                case Outcome.Unknown() ->
                        propose(chosen, bytes, 503, Words.of("formulier.onbekend"));
                case Outcome.Unchanged() ->
                        propose(chosen, bytes, 200, Words.of("formulier.niets"));
                default -> throw NoAnswer.away();
            };
        }

        /**
         * What it would change.
         *
         * @param status what became of recording it
         * @param notice why it was not recorded, where that is not seen in the proposal itself
         */
        private View propose(Chosen given, byte[] bytes, int status, @Nullable String notice) {
            Proposal open = null;
            Chosen chosen = given;
            if (!given.answers().isEmpty()
                    && tries(given.asIs(), bytes) instanceof Outcome.Tried(JsonNode told)) {
                open = questions.read(told, Proposal.class);
                chosen = given.answering(open.asked());
            }
            Outcome outcome = tries(chosen, bytes);
            if (outcome instanceof Outcome.Refused refused) {
                return refused(chosen, refused, bytes);
            }
            Proposal proposal = proposal(outcome);
            Chosen possible = chosen.without(proposal.obstructed());
            if (!possible.equals(chosen)) {
                // what cannot be carried out is left out, and so is in no count
                proposal = proposal(tries(possible, bytes));
            }
            Seen seen = seen(possible, proposal, open == null ? proposal : open);
            if (status != 409) {
                return show(status, notice, List.of(), List.of(), seen);
            }
            if (!proposal.voorstel().equals(filled.text(PROPOSAL))) {
                return show(409, Words.of("inlezen.intussen"), List.of(), List.of(), seen);
            }
            List<Wrong.Item> missing = missing(proposal, seen);
            return show(409, missing.isEmpty() ? notice : null, List.of(), missing, seen);
        }

        private Outcome tries(Chosen chosen, byte[] bytes) {
            return recorder.tries(chosen.address(now), form(), bytes);
        }

        private Proposal proposal(Outcome outcome) {
            if (outcome instanceof Outcome.Tried(JsonNode told)) {
                return questions.read(told, Proposal.class);
            }
            throw NoAnswer.away();
        }

        /** What has to be done before it can be recorded. */
        private List<Wrong.Item> missing(Proposal proposal, Seen seen) {
            List<Wrong.Item> missing = new ArrayList<>();
            seen.asked().stream()
                    .filter(Asked::open)
                    .forEach(
                            asked ->
                                    missing.add(
                                            new Wrong.Item(
                                                    asked.id(),
                                                    asked.about(),
                                                    Words.of("inlezen.beantwoord"))));
            proposal.regels().stream()
                    .filter(row -> !row.uitvoerbaar() && row.actie() == null)
                    .forEach(
                            row ->
                                    missing.add(
                                            new Wrong.Item(
                                                    null,
                                                    row.what(),
                                                    row.melding() == null ? "" : row.melding())));
            if (seen.deviation() != null) {
                missing.add(
                        new Wrong.Item(
                                DEVIATION,
                                Words.of("voorstel.straks"),
                                Words.of("inlezen.afwijking")));
            }
            return missing;
        }

        /** A document that cannot be read, or something that was filled in besides. */
        private View refused(Chosen chosen, Outcome.Refused refused, byte[] bytes) {
            return switch (refused.status()) {
                case 413, 415 ->
                        anotherFile(
                                refused.status(),
                                null,
                                List.of(ofFile(refused.detail())),
                                List.of(),
                                null);
                case 422 ->
                        anotherFile(
                                422,
                                refused.detail(),
                                List.of(),
                                refused.faults(),
                                refused.problem().has("aansluiting")
                                        ? questions.read(
                                                refused.problem().path("aansluiting"),
                                                Proposal.Balance.class)
                                        : null);
                default -> {
                    Outcome asIs = tries(chosen.asIs(), bytes);
                    List<Fault> faults = refused.faults().stream().map(Taking::onForm).toList();
                    String notice = refused.faults().isEmpty() ? refused.detail() : null;
                    yield chosen.equals(chosen.asIs()) || !(asIs instanceof Outcome.Tried)
                            ? start(refused.status(), notice, faults)
                            : show(
                                    refused.status(),
                                    notice,
                                    faults,
                                    List.of(),
                                    seen(chosen, proposal(asIs), proposal(asIs)).untried());
                }
            };
        }

        private static Fault onForm(Fault fault) {
            return fault.veld().equals("peildatum")
                    ? new Fault(Chosen.DAY, fault.melding())
                    : fault;
        }

        private String form() {
            String name = Objects.requireNonNull(document).name().toLowerCase(Locale.ROOT);
            return FORMS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER_FORM);
        }

        private Seen seen(Chosen chosen, Proposal proposal, Proposal open) {
            Map<String, @Nullable String> titles =
                    questions
                            .ask(
                                    new Cut(now.programme(), chosen.day(), null, null)
                                            .data("/acties", "paginagrootte", 200),
                                    Named.class)
                            .titles();
            Set<String> obstructed = proposal.obstructed();
            List<Group> goes = new ArrayList<>();
            List<Group> cannot = new ArrayList<>();
            proposal.byAction()
                    .forEach(
                            (code, rows) ->
                                    (obstructed.contains(code) ? cannot : goes)
                                            .add(
                                                    new Group(
                                                            code,
                                                            Words.of("actie.naam", code),
                                                            title(code, rows, titles),
                                                            !chosen.without().contains(code),
                                                            rows)));
            Map<Integer, List<Row>> lines = new LinkedHashMap<>();
            proposal.changes().stream()
                    .filter(row -> row.actie() == null && row.actielijn() != null)
                    .forEach(
                            row ->
                                    lines.computeIfAbsent(row.actielijn(), _ -> new ArrayList<>())
                                            .add(row));
            Proposal.Balance balance = proposal.aansluiting();
            return new Seen(
                    proposal,
                    chosen.mark(Objects.requireNonNull(document)),
                    chosen.day(),
                    asked(chosen, proposal, open, titles),
                    lines.entrySet().stream()
                            .map(
                                    line ->
                                            new Group(
                                                    null,
                                                    Words.of("lijn.nummer", line.getKey()),
                                                    null,
                                                    true,
                                                    line.getValue()))
                            .toList(),
                    goes,
                    cannot,
                    titles.entrySet().stream()
                            .filter(action -> !proposal.byAction().containsKey(action.getKey()))
                            .map(action -> named(action.getKey(), titles))
                            .toList(),
                    balance.differs() ? balance.deviation() : null,
                    filled.given(DEVIATION) != null
                            && proposal.voorstel().equals(filled.text(PROPOSAL)));
        }

        private static @Nullable String title(
                String code, List<Row> rows, Map<String, @Nullable String> titles) {
            return titles.get(code) != null
                    ? titles.get(code)
                    : rows.stream()
                            .map(Row::title)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }

        private static String named(String code, Map<String, @Nullable String> titles) {
            String title = titles.get(code);
            return title == null
                    ? Words.of("actie.naam", code)
                    : Words.of("formulier.actie", code, title);
        }

        /** What the document leaves open, and what becomes of actions that it no longer prints. */
        private List<Asked> asked(
                Chosen chosen,
                Proposal proposal,
                Proposal open,
                Map<String, @Nullable String> titles) {
            Set<String> unanswered = new TreeSet<>();
            proposal.vragen().forEach(question -> unanswered.add(question.actie()));
            List<Asked> asked = new ArrayList<>();
            for (Question question : open.vragen()) {
                List<Choice> choices =
                        question.antwoordMet().stream()
                                .map(answer -> Choice.of(answer, word(answer, titles)))
                                .toList();
                asked.add(
                        Asked.of(
                                question.actie(),
                                question.melding(),
                                choices,
                                chosen.answers().get(question.actie()),
                                unanswered.contains(question.actie())));
            }
            Set<String> unprinted = new TreeSet<>(proposal.notPrinted());
            unprinted.addAll(chosen.unprinted());
            for (String code : unprinted) {
                List<Choice> choices =
                        Stream.of("behouden", "uitsluiten", "intrekken")
                                .map(what -> "nietVermeld=" + code + ":" + what)
                                .map(answer -> Choice.of(answer, word(answer, titles)))
                                .toList();
                asked.add(
                        Asked.of(
                                code,
                                Words.of("vraag.nietVermeld", named(code, titles)),
                                choices,
                                chosen.answers().getOrDefault(code, choices.getFirst().value()),
                                false));
            }
            return asked;
        }

        /** What an answer of the interface says: {@code herken=extra-2:extra-1}. */
        private static String word(String answer, Map<String, @Nullable String> titles) {
            String parameter = answer.substring(0, answer.indexOf('='));
            String last = answer.substring(answer.lastIndexOf(':') + 1);
            return switch (parameter) {
                case "herken" -> Words.of("vraag.herken", named(last, titles));
                case "nieuw" -> Words.of("vraag.nieuw");
                default -> Words.of("soort." + parameter + "_" + last);
            };
        }

        /** Where a document is chosen, or was and waits for the rest to be right. */
        View start(int status, @Nullable String notice, List<Fault> faults) {
            return page(status, notice, faults, List.of(), document, List.of(), null, null);
        }

        /** Where another document has to be chosen, with what is wrong with this one. */
        View anotherFile(
                int status,
                @Nullable String notice,
                List<Fault> faults,
                List<Fault> inside,
                Proposal.@Nullable Balance sums) {
            List<Line> lines = lines(inside);
            List<Wrong.Item> items =
                    inside.stream()
                            .map(
                                    fault ->
                                            new Wrong.Item(
                                                    lines.stream()
                                                            .filter(l -> l.is(fault.veld()))
                                                            .map(Line::id)
                                                            .findFirst()
                                                            .orElse(Attached.FILE),
                                                    fault.veld(),
                                                    fault.melding()))
                            .toList();
            return page(status, notice, faults, items, null, lines, sums, null);
        }

        private View show(
                int status,
                @Nullable String notice,
                List<Fault> faults,
                List<Wrong.Item> items,
                Seen seen) {
            return page(status, notice, faults, items, document, List.of(), null, seen);
        }

        /** The lines of a text that something is wrong with. */
        private List<Line> lines(List<Fault> inside) {
            byte[] bytes = document == null ? null : document.bytes(largest);
            if (bytes == null || !form().startsWith("text/")) {
                return List.of();
            }
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return inside.stream()
                    .map(Fault::veld)
                    .distinct()
                    .filter(place -> place.matches("regel \\d{1,8}"))
                    .map(place -> Integer.parseInt(place.substring("regel ".length())))
                    .filter(number -> number >= 1 && number <= all.size())
                    .map(number -> new Line(number, shortened(all.get(number - 1))))
                    .toList();
        }

        private static String shortened(String line) {
            return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
        }

        private View page(
                int status,
                @Nullable String notice,
                List<Fault> faults,
                List<Wrong.Item> items,
                @Nullable Attached kept,
                List<Line> wrongLines,
                Proposal.@Nullable Balance sums,
                @Nullable Seen seen) {
            List<Field> fields = fields(kept == null);
            List<Wrong.Item> all = new ArrayList<>(items);
            faults.forEach(fault -> all.add(Wrong.of(fault, fields)));
            Wrong wrong = new Wrong(notice, List.of(), all);
            Takeover takeover =
                    new Takeover(
                            now.page(PATH),
                            now.page(""),
                            key(status),
                            fields,
                            faults,
                            wrong,
                            kept,
                            kept == null || seen != null ? List.of() : along(),
                            wrongLines,
                            sums,
                            seen);
            String title = Words.of("menu.inlezen");
            return Page.of(
                    status < 400 ? title : Words.of("formulier.foutTitel", title),
                    status,
                    about.bar(now, about.now(), PATH),
                    Page.TEMPLATES.inlezen(takeover, Form.current()));
        }

        /** Another one after a conflict, which can be that this one was used for something else. */
        private String key(int status) {
            String another = UUID.randomUUID().toString();
            return status == 409 ? another : filled.text(KEY, another);
        }

        private List<Field> fields(boolean chooses) {
            List<Field> fields = new ArrayList<>();
            if (chooses) {
                fields.add(Field.of(Kind.FILE, Attached.FILE, filled, null).needed());
            }
            fields.add(Field.of(Kind.DATE, Chosen.DAY, filled, day).needed());
            fields.add(Field.of(Kind.LINE, "reden", filled, null).helped("inlezen.reden"));
            fields.add(Field.of(Kind.LINE, "bron", filled, null));
            return fields;
        }

        /** What was ticked and answered, where it cannot be shown now. */
        private List<CutBar.Hidden> along() {
            List<CutBar.Hidden> along = new ArrayList<>();
            filled.ending(Chosen.ANSWER)
                    .forEach(
                            (code, answer) ->
                                    along.add(new CutBar.Hidden(code + Chosen.ANSWER, answer)));
            for (String name : List.of(Chosen.TAKEN, Chosen.OFFERED, Chosen.OBSTRUCTED)) {
                filled.ticked(name).forEach(value -> along.add(new CutBar.Hidden(name, value)));
            }
            return along;
        }
    }
}
