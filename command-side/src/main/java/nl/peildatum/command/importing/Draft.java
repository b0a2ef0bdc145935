package nl.peildatum.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.edition.Unseen;
import nl.peildatum.command.importing.Proposal.Row;
import nl.peildatum.command.programme.ProgrammeCommand;
import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Decision;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Ground;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.trying.Place;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.RefusalSentences;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.Characters;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in the making: what a document says beside what is held. Every change is tried on what
 * is held, with the changes before it, so that the proposal says which ones can be carried out.
 */
final class Draft {

    private final ProgrammeId programme;
    private final LocalDate today;
    private final ProgrammeState held;
    private final Map<String, ActionTimeline> timelines;
    private final List<Row> rows = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    Draft(
            ProgrammeId programme,
            LocalDate today,
            ProgrammeState held,
            Map<String, ActionTimeline> timelines) {
        this.programme = programme;
        this.today = today;
        this.held = held;
        this.timelines = new LinkedHashMap<>(timelines);
    }

    ProgrammeId programme() {
        return programme;
    }

    /** The programme and its lines as they are held. */
    ProgrammeState held() {
        return held;
    }

    /** The timelines of all actions, with the changes so far. */
    Map<String, ActionTimeline> timelines() {
        return Collections.unmodifiableMap(timelines);
    }

    boolean knows(String code) {
        return timelines.containsKey(code);
    }

    ActionId action(String code) {
        return new ActionId(programme, code);
    }

    /** How an action is on a day, with the changes so far. */
    Optional<ActionState> on(String code, LocalDate day) {
        return timelines.getOrDefault(code, ActionTimeline.EMPTY).on(day);
    }

    /**
     * A change where what is said differs from what is held. That a text was erased says nothing of
     * what it is to be: what is held stays.
     */
    void differ(
            String kind,
            @Nullable Object current,
            @Nullable Object said,
            ActionCommand command,
            int lineNumber) {
        if (!same(current, said) && !FreeText.ERASED.equals(said)) {
            change(kind, current, said, command, lineNumber);
        }
    }

    /**
     * Whether what is held reads as what is said: what looks the same is the same, whatever a
     * program left behind in it.
     */
    static boolean same(@Nullable Object held, @Nullable Object said) {
        if (held instanceof List<?> these && said instanceof List<?> those) {
            return these.size() == those.size()
                    && IntStream.range(0, these.size())
                            .allMatch(i -> same(these.get(i), those.get(i)));
        }
        return (held instanceof String one && said instanceof String other)
                ? visible(one).equals(visible(other))
                : Objects.equals(held, said);
    }

    /** Those fields that read differently in the other, or all of them when there is no other. */
    static Map<String, Object> differing(Map<String, Object> fields, Map<String, Object> other) {
        Map<String, Object> differing = new LinkedHashMap<>(fields);
        differing
                .entrySet()
                .removeIf(
                        field ->
                                !other.isEmpty()
                                        && same(field.getValue(), other.get(field.getKey())));
        return differing;
    }

    /** A text as it looks, in one way. */
    static String visible(String text) {
        return Unseen.without(Characters.composed(text));
    }

    /** A change of an action. */
    void change(
            String kind,
            @Nullable Object current,
            @Nullable Object proposed,
            ActionCommand command,
            @Nullable Integer lineNumber) {
        String refusal = tried(command);
        rows.add(
                new Row(
                        command.action().code(),
                        null,
                        kind,
                        current,
                        proposed,
                        lineNumber,
                        refusal == null,
                        refusal,
                        List.of(command)));
    }

    /** The moves of the table that lead to a standing; none when the action stands there. */
    void move(
            String code,
            Standing from,
            Standing to,
            Grounds grounds,
            @Nullable Integer lineNumber) {
        Optional<List<Move>> route = Route.between(from, to);
        if (route.isEmpty()) {
            refuse(
                    code,
                    "STATUS",
                    Codes.of(from),
                    Codes.of(to),
                    lineNumber,
                    Wordings.of(
                            "import.noRoute",
                            Wordings.of("standing." + from),
                            Wordings.of("standing." + to)));
            return;
        }
        Standing standing = from;
        for (Move move : route.get()) {
            Standing next = move.from(standing).orElseThrow();
            step(code, move, standing, next, grounds, lineNumber);
            standing = next;
        }
    }

    private void step(
            String code,
            Move move,
            Standing from,
            Standing to,
            Grounds grounds,
            @Nullable Integer lineNumber) {
        String reason = move.needsReason() ? grounds.neededReason() : grounds.reason();
        ActionCommand command =
                StatusChanges.command(move, action(code), grounds.basis(), reason, null, null);
        change(StatusChanges.code(move), Codes.of(from), Codes.of(to), command, lineNumber);
    }

    /**
     * Why the command cannot be carried out, or null where it can. It is then held, and also where
     * it only lacks what the input can still give, so that what follows is told as it will be.
     */
    private @Nullable String tried(ActionCommand command) {
        String code = command.action().code();
        ActionTimeline timeline = timelines.getOrDefault(code, ActionTimeline.EMPTY);
        Decision<ActionEvent> decision =
                ActionDecisions.decide(timeline, command, held.bounds(today));
        ActionEvent next = decision.refusals().isEmpty() ? decision.event() : command.event();
        if (next != null && decision.refusals().stream().allMatch(Draft::isOfInput)) {
            timelines.put(code, timeline.with(next));
        }
        return message(decision);
    }

    private static boolean isOfInput(Refusal refusal) {
        return refusal.ground() == Ground.INPUT;
    }

    private static @Nullable String message(Decision<?> decision) {
        return decision.refusals().isEmpty()
                ? null
                : decision.refusals().stream()
                        .map(RefusalSentences::of)
                        .collect(Collectors.joining(" "));
    }

    /** A change of an action line. */
    void changeLine(
            int line,
            String kind,
            @Nullable Object current,
            Object proposed,
            ProgrammeCommand command,
            int lineNumber) {
        String refusal = message(ProgrammeDecisions.decide(held, command, today));
        rows.add(
                new Row(
                        null,
                        line,
                        kind,
                        current,
                        proposed,
                        lineNumber,
                        refusal == null,
                        refusal,
                        List.of(command)));
    }

    /** Something that stands in the way, and that no command could carry out. */
    void refuse(
            String code,
            String kind,
            @Nullable Object current,
            @Nullable Object proposed,
            @Nullable Integer lineNumber,
            String message) {
        rows.add(
                new Row(
                        code,
                        null,
                        kind,
                        current,
                        proposed,
                        lineNumber,
                        false,
                        message,
                        List.of()));
    }

    /** Something that is only told. */
    void tell(Row row) {
        rows.add(row);
    }

    /** How many changes, and things that stand in the way, there are so far. */
    int size() {
        return rows.size();
    }

    /** Something that only whoever offers the document can tell. */
    void ask(Question question) {
        questions.add(question);
    }

    /** Something that needs nothing. */
    void remark(String place, String message) {
        remarks.add(new Remark(place, message));
    }

    /** The whole of it, with where each action counts by the document. */
    Proposal proposal(Map<String, Place> printed) {
        return new Proposal(rows, questions, remarks, printed);
    }
}
