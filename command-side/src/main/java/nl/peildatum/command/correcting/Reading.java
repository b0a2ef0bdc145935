package nl.peildatum.command.correcting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.http.ActionFields;
import nl.peildatum.command.http.LineInput;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent.ActionBaselined;
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
import nl.peildatum.events.Correction;
import nl.peildatum.events.Correction.Part;
import nl.peildatum.events.EventKinds;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.Link;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code als}: what of an entry reads differently. Which fields it may have depends on what
 * the entry says now; a field that is absent stays, and one that is null is removed where the entry
 * can do without.
 */
final class Reading {

    private static final int MOST_PUBLISHERS = 200;
    private static final Map<String, Boolean> INCLUSIONS = inclusions();

    private final Input as;
    private final SortedSet<Part> removed = new TreeSet<>();

    private @Nullable LocalDate effectiveOn;
    private @Nullable String source;
    private @Nullable String kind;
    private @Nullable Status status;
    private @Nullable LocalDate expectedCompletion;
    private @Nullable String reportLabel;
    private @Nullable String title;
    private @Nullable Integer line;
    private @Nullable SortedSet<Integer> executionYears;
    private @Nullable Boolean included;
    private @Nullable Integer position;
    private @Nullable List<Link> links;
    private @Nullable LineContent content;
    private @Nullable String name;
    private @Nullable Integer firstYear;
    private @Nullable Integer lastYear;
    private @Nullable List<String> publishers;
    private @Nullable String reason;
    private @Nullable String explanation;
    private @Nullable String exclusionReason;

    /** What reads differently, its free texts beside it. */
    record Different(
            Correction as,
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable String exclusionReason) {}

    private Reading(Input as) {
        this.as = as;
    }

    /** Of an entry about an action. */
    static Different of(
            Input as,
            ActionFact now,
            Predicate<Integer> lineExists,
            List<Entry<ActionFact>> ofActions) {
        Reading reading = new Reading(as);
        reading.around();
        reading.action(now, lineExists, ofActions);
        return reading.different();
    }

    /**
     * Of an entry about a programme or a line.
     *
     * @param first the programme's first year
     */
    static Different of(Input as, ProgrammeFact now, int first) {
        Reading reading = new Reading(as);
        reading.around();
        switch (now) {
            case OwnFact itself -> reading.programme(itself, first);
            case LineFact fact -> reading.line(fact);
        }
        return reading.different();
    }

    private Different different() {
        return new Different(
                new Correction(
                        effectiveOn,
                        source,
                        kind,
                        status,
                        expectedCompletion,
                        reportLabel,
                        title,
                        line,
                        executionYears,
                        included,
                        position,
                        links,
                        content,
                        name,
                        firstYear,
                        lastYear,
                        publishers,
                        removed),
                reason,
                explanation,
                exclusionReason);
    }

    /** What every entry has. */
    private void around() {
        if (as.has("ingangsdatum")) {
            effectiveOn = as.date("ingangsdatum");
        }
        reason = text("reden", Longest.REASON, Part.REASON);
        source = text("bron", Longest.SOURCE, Part.SOURCE);
    }

    private void action(
            ActionFact now, Predicate<Integer> lineExists, List<Entry<ActionFact>> ofActions) {
        switch (now) {
            case ActionPlanned _ -> {
                label();
                title();
                line(lineExists);
                years();
                if (as.has("opgenomen")) {
                    included = as.bool("opgenomen");
                }
                exclusionReason = text("redenNietOpgenomen", Longest.TEXT, Part.EXCLUSION_REASON);
                position();
                explanation();
            }
            case ActionBaselined _ -> {
                if (as.has("status")) {
                    status = as.choice("status", Codes.STATUSES);
                }
                explanation();
            }
            case StatusChange change -> {
                Move move = StatusChanges.of(change);
                if (as.has("soort")) {
                    move = as.choice("soort", StatusChanges.byCode());
                    kind = EventKinds.nameOf(StatusChanges.event(move));
                }
                if (move == Move.DELAY) {
                    completion();
                } else if (as.has("verwachteAfronding") && !as.isNull("verwachteAfronding")) {
                    as.fault("verwachteAfronding", Wordings.of("input.completionOnlyWithDelay"));
                }
                explanation();
            }
            case ActionExplained _ -> explanation();
            case ActionRetitled _ -> title();
            case ActionRelabelled _ -> label();
            case ActionRescheduled _ -> years();
            case DelayRescheduled _ -> completion();
            case ActionMoved _ -> line(lineExists);
            case ActionIncluded _, ActionExcluded _ -> {
                if (as.has("opgenomen")) {
                    kind = inclusion(as.bool("opgenomen"));
                }
                if (as.has("soort")) {
                    kind = inclusion(as.choice("soort", INCLUSIONS));
                }
            }
            case ActionLinked linked -> {
                as.emptied("verbanden");
                if (as.has("verbanden")) {
                    links = ActionFields.links(as, linked.action().code(), ofActions);
                }
            }
            case ActionReordered _ -> position();
        }
    }

    private void programme(OwnFact now, int adoptedFrom) {
        if (as.has("naam")) {
            name = as.line("naam", Longest.TITLE);
        }
        if (now instanceof ProgrammeAdopted && as.has("startjaar")) {
            firstYear =
                    as.integer(
                            "startjaar", ProgrammeState.EARLIEST_YEAR, ProgrammeState.LATEST_YEAR);
        }
        if (as.has("eindjaar")) {
            lastYear =
                    as.integer(
                            "eindjaar", ProgrammeState.EARLIEST_YEAR, ProgrammeState.LATEST_YEAR);
        }
        int first = firstYear == null ? adoptedFrom : firstYear;
        int last = lastYear == null ? now.lastYear() : lastYear;
        if (last < first) {
            as.fault("eindjaar", Wordings.of("input.yearsReversed"));
        }
        as.emptied("uitgevers");
        if (as.has("uitgevers")) {
            publishers = as.texts("uitgevers", MOST_PUBLISHERS, Longest.TITLE);
        }
    }

    private void line(LineFact now) {
        as.emptied("doelen", "effecten");
        LineContent differing = LineInput.differing(as, now.content());
        content = differing.equals(now.content()) ? null : differing;
    }

    private void label() {
        if (as.has("gerapporteerdAls")) {
            reportLabel = as.line("gerapporteerdAls", Longest.LABEL);
        }
    }

    private void title() {
        if (as.has("titel")) {
            title = as.line("titel", Longest.TITLE);
        }
    }

    private void years() {
        as.emptied("uitvoeringsjaren");
        if (as.has("uitvoeringsjaren")) {
            executionYears = as.years("uitvoeringsjaren");
        }
    }

    private void explanation() {
        explanation = text("toelichting", Longest.TEXT, Part.EXPLANATION);
    }

    private void line(Predicate<Integer> exists) {
        line = ActionFields.line(as, exists);
        removedIfNull("actielijn", Part.LINE);
    }

    private void position() {
        position = ActionFields.position(as);
        removedIfNull("volgorde", Part.POSITION);
    }

    private void completion() {
        expectedCompletion = as.optionalDate("verwachteAfronding");
        removedIfNull("verwachteAfronding", Part.EXPECTED_COMPLETION);
    }

    private @Nullable String text(String field, int longest, Part part) {
        removedIfNull(field, part);
        return as.optionalText(field, longest);
    }

    private void removedIfNull(String field, Part part) {
        if (as.isNull(field)) {
            removed.add(part);
        }
    }

    private static String inclusion(boolean included) {
        return EventKinds.nameOf(included ? ActionIncluded.class : ActionExcluded.class);
    }

    private static Map<String, Boolean> inclusions() {
        Map<String, Boolean> inclusions = new LinkedHashMap<>();
        inclusions.put("OPNAME", true);
        inclusions.put("UITSLUITING", false);
        return inclusions;
    }
}
