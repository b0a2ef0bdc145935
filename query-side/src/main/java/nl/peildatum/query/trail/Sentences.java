package nl.peildatum.query.trail;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.stream.Collectors;
import nl.peildatum.api.DutchDates;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Event;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.Link;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionStatus;
import nl.peildatum.query.timeline.LineState;
import nl.peildatum.query.timeline.Timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * Says in one plain Dutch sentence what an entry changed: what it was, what it became, from which
 * day, why, and when it was recorded if that was on a later day (Europe/Amsterdam).
 */
final class Sentences {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int LONGEST_QUOTE = 160;

    private final ResourceBundle texts =
            ResourceBundle.getBundle("query-side-sentences", Locale.of("nl"));

    String of(JournalEntry<? extends Event> entry, ProgrammeAdopted adopted) {
        return finish(
                entry,
                say(
                        key(adopted),
                        adopted.name(),
                        date(entry),
                        adopted.firstYear(),
                        adopted.lastYear()));
    }

    String ofLine(Step<ProgrammeEvent, LineState> step) {
        LineContent after = step.after().content();
        Object line = lineNumber(step.entry().event());
        Object day = date(step.entry());
        LineState before = step.before();
        return finish(
                step.entry(),
                before == null
                        ? say(key(step.entry().event()), line, day, quote(after.title()))
                        : say(
                                key(step.entry().event()) + ".change",
                                line,
                                day,
                                quote(after.title()),
                                differences(before.content(), after)));
    }

    private static int lineNumber(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.ActionLineDefined defined -> defined.number();
            case ProgrammeEvent.ActionLineRevised revised -> revised.number();
            case ProgrammeAdopted adopted ->
                    throw new IllegalArgumentException("about no line: " + adopted);
        };
    }

    private String differences(LineContent before, LineContent after) {
        List<String> found = new ArrayList<>();
        fromTo(found, "title", before.title(), after.title());
        fromTo(found, "longTitle", before.longTitle(), after.longTitle());
        fromTo(found, "introduction", before.introduction(), after.introduction());
        fromTo(found, "goalsIntroduction", before.goalsIntroduction(), after.goalsIntroduction());
        fromTo(found, "goals", listed(before.goals()), listed(after.goals()));
        fromTo(
                found,
                "effectsIntroduction",
                before.effectsIntroduction(),
                after.effectsIntroduction());
        fromTo(found, "effects", listed(before.effects()), listed(after.effects()));
        fromTo(
                found,
                "position",
                String.valueOf(before.position()),
                String.valueOf(after.position()));
        return found.isEmpty() ? say("line.nothing") : String.join("; ", found);
    }

    private void fromTo(
            List<String> found, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            found.add(
                    say(
                            "line.fromTo",
                            say("line." + what),
                            quoteOrNone(before),
                            quoteOrNone(after)));
        }
    }

    private static @Nullable String listed(List<String> items) {
        return items.isEmpty() ? null : String.join(" / ", items);
    }

    String ofAction(Step<ActionEvent, ActionState> step) {
        JournalEntry<ActionEvent> entry = step.entry();
        ActionEvent event = entry.event();
        ActionState before = step.before();
        String told =
                before == null || event instanceof ActionPlanned
                        ? planned(entry, step.after())
                        : changed(entry, before, step.after());
        return finish(entry, told);
    }

    private String planned(JournalEntry<ActionEvent> entry, ActionState after) {
        String key = key(entry.event());
        String code = entry.event().action().code();
        String told =
                say(
                        after.title() == null ? key + ".untitled" : key,
                        code,
                        date(entry),
                        after.title() == null ? "" : quote(after.title()),
                        after.line() == null ? say("withoutLine") : say("inLine", after.line()));
        if (after.included()) {
            return told;
        }
        String reason = after.exclusionReason();
        return told + (reason == null ? say("excluded") : say("excluded.because", quote(reason)));
    }

    private String changed(JournalEntry<ActionEvent> entry, ActionState before, ActionState after) {
        String key = key(entry.event());
        String code = entry.event().action().code();
        String day = date(entry);
        return switch (entry.event()) {
            case ActionPlanned _ -> planned(entry, after);
            case ActionBaselined baselined ->
                    baselined.basis().source() == null
                            ? say(key + ".unsourced", code, day, status(after))
                            : say(key, code, day, status(after), quote(baselined.basis().source()));
            case StatusChange change ->
                    say(key, code, day, status(before), status(after))
                            + completion(change)
                            + newExplanation(change, before, after);
            case ActionExplained _ -> {
                String old = before.explanation();
                String now = after.explanation();
                if (now == null) {
                    yield say(key + ".removed", code, day, quoteOrNone(old));
                }
                yield old == null
                        ? say(key + ".first", code, day, quote(now))
                        : say(key, code, day, quote(old), quote(now));
            }
            case ActionRetitled retitled ->
                    before.title() == null
                            ? say(key + ".first", code, day, quote(retitled.title()))
                            : say(key, code, day, quote(before.title()), quote(retitled.title()));
            case ActionRescheduled _ ->
                    say(
                            key,
                            code,
                            day,
                            years(before.executionYears()),
                            years(after.executionYears()));
            case DelayRescheduled rescheduled ->
                    say(
                            key,
                            code,
                            day,
                            dateOrUnknown(before.expectedCompletion()),
                            dateOrUnknown(rescheduled.expectedCompletion()));
            case ActionMoved _ -> say(key, code, day, line(before.line()), line(after.line()));
            case ActionIncluded _, ActionExcluded _ ->
                    before.included() == after.included()
                            ? say(key + ".still", code, day)
                            : say(key, code, day, inclusion(before), inclusion(after));
            case ActionLinked _ -> say(key, code, day, links(before.links()), links(after.links()));
            case ActionReordered _ ->
                    say(key, code, day, position(before.position()), position(after.position()));
        };
    }

    private String completion(StatusChange change) {
        return change instanceof ActionDelayed delayed && delayed.expectedCompletion() != null
                ? say("completion", DutchDates.format(delayed.expectedCompletion()))
                : "";
    }

    private String newExplanation(StatusChange change, ActionState before, ActionState after) {
        return change.explanation() == null
                        || Objects.equals(before.explanation(), after.explanation())
                ? ""
                : say("newExplanation");
    }

    private String finish(JournalEntry<? extends Event> entry, String told) {
        String whole = told + why(entry.event()) + late(entry);
        return whole.matches("(?s).*[.!?…]") ? whole : whole + ".";
    }

    private String why(Event event) {
        String reason = event.reason();
        if (reason == null || reason.isBlank()) {
            return "";
        }
        String text = trimmed(reason);
        if (reason.equals(FreeText.ERASED)) {
            return say("reason.erased", text);
        }
        return switch (event) {
            case ActionDelayed _, ActionReopened _, ActionWithdrawn _
                    when continuesSentence(text) ->
                    say("reason.because", text);
            default -> say("reason", text);
        };
    }

    /** What was written as a sentence of its own cannot follow "omdat". */
    private static boolean continuesSentence(String reason) {
        return reason.matches("[^\\p{Lu}.!?][^.!?]*");
    }

    private String late(JournalEntry<? extends Event> entry) {
        LocalDate recorded = entry.recordedAt().atZone(AMSTERDAM).toLocalDate();
        return recorded.isAfter(entry.effectiveOn())
                ? say("late", DutchDates.format(recorded))
                : "";
    }

    private static String key(Event event) {
        return event.getClass().getSimpleName();
    }

    private String say(String key, Object... values) {
        Object[] words = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(texts.getString(key), Locale.of("nl")).format(words);
    }

    private static String date(JournalEntry<? extends Event> entry) {
        return DutchDates.format(entry.effectiveOn());
    }

    private String dateOrUnknown(@Nullable LocalDate date) {
        return date == null ? say("unknown") : DutchDates.format(date);
    }

    private String status(ActionState state) {
        return status(state.status());
    }

    String status(ActionStatus status) {
        return say("ActionStatus." + status.name());
    }

    private String line(@Nullable Integer line) {
        return line == null ? say("noLine") : say("line", line);
    }

    private String position(@Nullable Integer position) {
        return position == null ? say("noPosition") : say("position", position);
    }

    private String inclusion(ActionState state) {
        return say(state.included() ? "isIncluded" : "isExcluded");
    }

    private String years(SortedSet<Integer> years) {
        return years.isEmpty()
                ? say("noYears")
                : years.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String links(List<Link> links) {
        return links.isEmpty()
                ? say("noLinks")
                : links.stream()
                        .map(link -> say("LinkKind." + link.kind().name(), link.action()))
                        .collect(Collectors.joining(", ", "‘", "’"));
    }

    private String quoteOrNone(@Nullable String text) {
        return text == null ? say("none") : quote(text);
    }

    private static String quote(String text) {
        String oneLine = text.strip().replaceAll("\\s+", " ");
        return "‘" + (oneLine.length() <= LONGEST_QUOTE ? oneLine : shortened(oneLine)) + "’";
    }

    private static String shortened(String text) {
        int space = text.lastIndexOf(' ', LONGEST_QUOTE);
        int whole =
                Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1))
                        ? LONGEST_QUOTE - 1
                        : LONGEST_QUOTE;
        return text.substring(0, space > 0 ? space : whole) + " …";
    }

    private static String trimmed(String reason) {
        String oneLine = reason.strip().replaceAll("\\s+", " ");
        return oneLine.endsWith(".") && !oneLine.endsWith("..")
                ? oneLine.substring(0, oneLine.length() - 1)
                : oneLine;
    }
}
