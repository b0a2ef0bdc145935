package nl.peildatum.query.trail;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.contract.DutchTexts;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.Link;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.saying.Saying;
import nl.peildatum.query.timeline.ActionState;
import nl.peildatum.query.timeline.ActionStatus;
import nl.peildatum.query.timeline.LineState;
import nl.peildatum.query.timeline.ProgrammeState;
import nl.peildatum.query.timeline.StandingEntry;
import nl.peildatum.query.timeline.Text;
import nl.peildatum.query.timeline.Timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain Dutch what an entry changed: what it was, what it became, from which day, and why.
 */
final class Sentences {

    private static final int LONGEST_QUOTE = 160;

    private final DutchTexts texts = DutchTexts.of("query-side-sentences", Sentences.class);

    String ofProgramme(Step<OwnFact, ProgrammeState> step) {
        StandingEntry<OwnFact> entry = step.entry();
        return finish(
                entry,
                switch (entry.event()) {
                    case ProgrammeAdopted adopted ->
                            say(
                                    key(adopted),
                                    adopted.name(),
                                    date(entry),
                                    adopted.firstYear(),
                                    adopted.lastYear());
                    case ProgrammeRevised revised ->
                            say(
                                    key(revised),
                                    date(entry),
                                    differences(
                                            Objects.requireNonNull(step.before()), step.after()));
                });
    }

    private String differences(ProgrammeState before, ProgrammeState after) {
        List<String> found = new ArrayList<>();
        fromTo(found, "part.name", before.name(), after.name());
        fromTo(
                found,
                "part.lastYear",
                String.valueOf(before.lastYear()),
                String.valueOf(after.lastYear()));
        fromTo(found, "part.publishers", listed(before.publishers()), listed(after.publishers()));
        return together(found);
    }

    String ofLine(Step<LineFact, LineState> step) {
        LineContent after = step.after().content();
        Object line = step.entry().event().number();
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

    private String differences(LineContent before, LineContent after) {
        List<String> found = new ArrayList<>();
        fromTo(found, "line.title", before.title(), after.title());
        fromTo(found, "line.longTitle", before.longTitle(), after.longTitle());
        fromTo(found, "line.introduction", before.introduction(), after.introduction());
        fromTo(
                found,
                "line.goalsIntroduction",
                before.goalsIntroduction(),
                after.goalsIntroduction());
        fromTo(found, "line.goals", listed(before.goals()), listed(after.goals()));
        fromTo(
                found,
                "line.effectsIntroduction",
                before.effectsIntroduction(),
                after.effectsIntroduction());
        fromTo(found, "line.effects", listed(before.effects()), listed(after.effects()));
        fromTo(
                found,
                "line.position",
                String.valueOf(before.position()),
                String.valueOf(after.position()));
        return together(found);
    }

    private String together(List<String> found) {
        return found.isEmpty() ? say("line.nothing") : String.join("; ", found);
    }

    private void fromTo(
            List<String> found, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            found.add(say("line.fromTo", say(what), quoteOrNone(before), quoteOrNone(after)));
        }
    }

    private static @Nullable String listed(List<String> items) {
        return items.isEmpty() ? null : String.join(" / ", items);
    }

    String ofAction(Step<ActionFact, ActionState> step) {
        StandingEntry<ActionFact> entry = step.entry();
        ActionFact event = entry.event();
        ActionState before = step.before();
        String told =
                before == null || event instanceof ActionPlanned
                        ? planned(entry, step.after())
                        : changed(entry, before, step.after());
        return finish(entry, told);
    }

    private String planned(StandingEntry<ActionFact> entry, ActionState after) {
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
        String reason = words(after.exclusionReason());
        return told + (reason == null ? say("excluded") : say("excluded.because", quote(reason)));
    }

    private String changed(StandingEntry<ActionFact> entry, ActionState before, ActionState after) {
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
                String old = words(before.explanation());
                String now = words(after.explanation());
                if (now == null) {
                    yield old == null
                            ? say(key + ".none", code, day)
                            : say(key + ".removed", code, day, quote(old));
                }
                yield old == null
                        ? say(key + ".first", code, day, quote(now))
                        : went(entry, old, now, Sentences::quote);
            }
            case ActionRetitled retitled ->
                    before.title() == null
                            ? say(key + ".first", code, day, quote(retitled.title()))
                            : went(entry, before.title(), retitled.title(), Sentences::quote);
            case ActionRelabelled _ ->
                    went(entry, before.reportLabel(), after.reportLabel(), Sentences::quote);
            case ActionRescheduled _ ->
                    went(entry, before.executionYears(), after.executionYears(), this::years);
            case DelayRescheduled rescheduled ->
                    went(
                            entry,
                            before.expectedCompletion(),
                            rescheduled.expectedCompletion(),
                            this::dateOrUnknown);
            case ActionMoved _ -> went(entry, before.line(), after.line(), this::line);
            case ActionIncluded _, ActionExcluded _ ->
                    before.included() == after.included()
                            ? say(key + ".still", code, day)
                            : say(key, code, day, inclusion(before), inclusion(after));
            case ActionLinked _ -> went(entry, before.links(), after.links(), this::links);
            case ActionReordered _ ->
                    went(entry, before.position(), after.position(), this::position);
        };
    }

    /** What it was and became, or that it stayed as it was. */
    private <T extends @Nullable Object> String went(
            StandingEntry<ActionFact> entry, T before, T after, Function<T, String> words) {
        String key = key(entry.event());
        String code = entry.event().action().code();
        return Objects.equals(before, after)
                ? say(key + ".still", code, date(entry), words.apply(after))
                : say(key, code, date(entry), words.apply(before), words.apply(after));
    }

    private String completion(StatusChange change) {
        return change instanceof ActionDelayed delayed && delayed.expectedCompletion() != null
                ? say("completion", DutchDates.format(delayed.expectedCompletion()))
                : "";
    }

    private String newExplanation(StatusChange change, ActionState before, ActionState after) {
        return change.explanation() == null
                        || Objects.equals(words(before.explanation()), words(after.explanation()))
                ? ""
                : say("newExplanation");
    }

    private String finish(StandingEntry<? extends Event> entry, String told) {
        Long correctedBy = entry.correctedBy();
        return Saying.withReason(
                told + (correctedBy == null ? "" : say("corrected", correctedBy)),
                entry.event().reason());
    }

    /** That a signal was judged. */
    String of(JournalEntry<? extends Event> entry, SignalJudged judged) {
        return Saying.withReason(
                say(key(judged), quote(judged.signal()), date(judged)), entry.event().reason());
    }

    /** That the texts of an entry were erased. */
    String of(TextErased erasure) {
        return Saying.withReason(
                say(key(erasure), erasure.entry(), date(erasure)), erasure.reason());
    }

    /** That a report was proposed or fixed. */
    String of(JournalEntry<ReportEvent> entry) {
        ReportEvent report = entry.event();
        return Saying.withReason(
                say(
                        key(report),
                        DutchDates.format(report.reportDate()),
                        report.knownUpTo(),
                        report.digest()),
                report.reason());
    }

    /** That an entry was corrected, and what of it reads differently. */
    String correction(JournalEntry<? extends Event> entry, long number, Event before, Event after) {
        return Saying.withReason(
                say("correction", number, noun(before), differences(before, after)),
                entry.event().reason());
    }

    /** That an entry was taken back. */
    String retraction(JournalEntry<? extends Event> entry, long number, Event before) {
        return Saying.withReason(say("retraction", number, noun(before)), entry.event().reason());
    }

    /** What became of an entry that was taken back. */
    String retracted(Event before, long by) {
        return Saying.withReason(say("retracted", sentenceCase(noun(before)), by), null);
    }

    /** What an entry is: ‘vertraging van actie 24 per 15 januari 2026’. */
    private String noun(Event event) {
        String what = say("noun." + key(event));
        return switch (event) {
            case ActionEvent about ->
                    say("noun.ofAction", what, about.action().code(), date(event));
            case LineFact about -> say("noun.ofLine", what, about.number(), date(event));
            default -> say("noun.per", what, date(event));
        };
    }

    private static String sentenceCase(String words) {
        return words.substring(0, 1).toUpperCase(Locale.of("nl")) + words.substring(1);
    }

    /** Every field that reads differently, from what to what. */
    private String differences(Event before, Event after) {
        List<String> found = new ArrayList<>();
        if (before.getClass() != after.getClass()) {
            found.add(
                    say(
                            "line.fromTo",
                            say("part.kind"),
                            quote(say("noun." + key(before))),
                            quote(say("noun." + key(after)))));
        }
        Map<String, @Nullable Object> old = fields(before);
        fields(after)
                .forEach(
                        (field, now) -> {
                            Object was = old.get(field);
                            if (!Objects.equals(was, now)) {
                                found.add(
                                        now instanceof LineContent to
                                                        && was instanceof LineContent from
                                                ? differences(from, to)
                                                : say(
                                                        "line.fromTo",
                                                        say("part." + field),
                                                        shown(was),
                                                        shown(now)));
                            }
                        });
        return together(found);
    }

    private static Map<String, @Nullable Object> fields(Event event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("effectiveOn", event.basis().effectiveOn());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (component.getType() != Basis.class) {
                try {
                    fields.put(component.getName(), component.getAccessor().invoke(event));
                } catch (ReflectiveOperationException impossible) {
                    throw new LinkageError(impossible.getMessage(), impossible);
                }
            }
        }
        fields.put("source", event.basis().source());
        return fields;
    }

    private String shown(@Nullable Object value) {
        return switch (value) {
            case null -> say("none");
            case LocalDate date -> DutchDates.format(date);
            case Status status -> quote(status(ActionStatus.of(status)));
            case Boolean yes -> say(yes ? "yes" : "no");
            case Number number -> number.toString();
            case SortedSet<?> years ->
                    years.isEmpty()
                            ? say("noYears")
                            : years.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case List<?> list when list.isEmpty() -> say("none");
            case List<?> list ->
                    list.stream()
                            .map(
                                    item ->
                                            item instanceof Link link
                                                    ? say(
                                                            "LinkKind." + link.kind().name(),
                                                            link.action())
                                                    : String.valueOf(item))
                            .collect(Collectors.joining(", ", "‘", "’"));
            default -> quote(String.valueOf(value));
        };
    }

    private static @Nullable String words(@Nullable Text text) {
        return text == null ? null : text.words();
    }

    private static String key(Event event) {
        return event.getClass().getSimpleName();
    }

    private String say(String key, Object... values) {
        return texts.told(key, values);
    }

    private static String date(StandingEntry<? extends Event> entry) {
        return date(entry.event());
    }

    private static String date(Event event) {
        return DutchDates.format(event.basis().effectiveOn());
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
        return line == null ? say("noLine") : Saying.line(line);
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
        String oneLine = Saying.oneLine(text);
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
}
