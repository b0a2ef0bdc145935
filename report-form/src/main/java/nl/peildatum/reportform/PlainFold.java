package nl.peildatum.reportform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.reportform.OverviewV1.Action;
import nl.peildatum.reportform.OverviewV1.Counts;
import nl.peildatum.reportform.OverviewV1.Line;
import org.jspecify.annotations.Nullable;

/**
 * What held on a report date, as the rule says it, word for word: every entry that was recorded up
 * to a number, as it reads with the corrections recorded up to that number, that holds on the date,
 * one by one in the order of effective date and original journal number. Written to be obvious; it
 * is what the faster answers are held against.
 */
public final class PlainFold {

    private PlainFold() {}

    /**
     * The overview of a programme on a cut.
     *
     * @param journal the programme's entries from the first on, in journal order; those after the
     *     number are passed over
     */
    public static OverviewV1 overview(
            ProgrammeId programme,
            Collection<JournalEntry<Event>> journal,
            LocalDate reportDate,
            long knownUpTo) {
        return overview(programme, journal, Set.of(), reportDate, knownUpTo);
    }

    /**
     * What the overview of a cut would say had some entries never been recorded. What only makes
     * sense with one of them is passed over: a correction of it, a correction of a part that the
     * entry does not have without it.
     *
     * @param without the journal numbers of those entries
     */
    public static OverviewV1 overview(
            ProgrammeId programme,
            Collection<JournalEntry<Event>> journal,
            Set<Long> without,
            LocalDate reportDate,
            long knownUpTo) {
        Map<Long, String> commitments = new HashMap<>();
        List<JournalEntry<Event>> known = new ArrayList<>();
        SortedSet<String> codes = new TreeSet<>();
        for (JournalEntry<Event> entry : journal) {
            if (entry.number() <= knownUpTo && !without.contains(entry.number())) {
                known.add(entry);
                if (entry.commitment() != null) {
                    commitments.put(entry.number(), entry.commitment());
                }
                if (entry.event() instanceof ActionEvent event) {
                    codes.add(event.action().code());
                }
            }
        }
        List<Reading> readings = readings(known, !without.isEmpty());
        List<Line> lines = lines(readings, reportDate);
        List<Action> actions = new ArrayList<>();
        List<String> unrecorded = new ArrayList<>();
        for (String code : codes) {
            PlainAction action = action(code, readings, reportDate);
            if (action == null) {
                unrecorded.add(code);
            } else {
                actions.add(action.shown(code, commitments));
            }
        }
        ProgrammeAdopted adopted = adopted(readings);
        OwnFact itself = itself(adopted, readings, reportDate);
        return new OverviewV1(
                OverviewV1.NAME,
                programme.value(),
                itself == null ? null : itself.name(),
                adopted == null ? null : (Integer) adopted.firstYear(),
                itself == null ? null : (Integer) itself.lastYear(),
                itself == null ? List.of() : itself.publishers(),
                reportDate,
                knownUpTo,
                count(actions),
                perLine(lines, actions),
                lines,
                actions,
                unrecorded);
    }

    /**
     * An entry as it reads with what is known.
     *
     * @param texts for each free text that a correction gave, that correction's number
     */
    record Reading(long number, Event event, Map<String, Long> texts) {

        LocalDate on() {
            return event.basis().effectiveOn();
        }

        /** The entry that holds one of its free texts. */
        long holding(String text) {
            return texts.getOrDefault(text, number);
        }
    }

    /** Every entry with its corrections, without what was retracted, in the order of the fold. */
    private static List<Reading> readings(List<JournalEntry<Event>> known, boolean lenient) {
        Map<Long, Long> originals = new HashMap<>();
        SortedMap<Long, Reading> readings = new TreeMap<>();
        for (JournalEntry<Event> entry : known) {
            long number = entry.number();
            switch (entry.event()) {
                case EntryCorrected correction -> {
                    long original = originals.getOrDefault(correction.entry(), correction.entry());
                    originals.put(number, original);
                    Reading before = readings.get(original);
                    if (before != null) {
                        try {
                            readings.put(original, corrected(before, number, correction));
                        } catch (IllegalArgumentException partThatIsNotThere) {
                            if (!lenient) {
                                throw partThatIsNotThere;
                            }
                        }
                    }
                }
                case EntryRetracted retraction ->
                        readings.remove(
                                originals.getOrDefault(retraction.entry(), retraction.entry()));
                case Event event -> readings.put(number, new Reading(number, event, Map.of()));
            }
        }
        return readings.values().stream()
                .sorted(Comparator.comparing(Reading::on).thenComparing(Reading::number))
                .toList();
    }

    private static Reading corrected(Reading before, long number, EntryCorrected correction) {
        Map<String, Long> texts = new HashMap<>(before.texts());
        if (correction.entryReason() != null) {
            texts.put("reason", number);
        }
        if (correction.entryExplanation() != null) {
            texts.put("explanation", number);
        }
        if (correction.entryExclusionReason() != null) {
            texts.put("exclusionReason", number);
        }
        return new Reading(before.number(), correction.correct(before.event()), texts);
    }

    private static @Nullable ProgrammeAdopted adopted(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading.event() instanceof ProgrammeAdopted adopted) {
                return adopted;
            }
        }
        return null;
    }

    /** What it was adopted as holds on every day; a revision of it from its own day on. */
    private static @Nullable OwnFact itself(
            @Nullable ProgrammeAdopted adopted, List<Reading> readings, LocalDate day) {
        @Nullable OwnFact itself = adopted;
        for (Reading reading : readings) {
            if (reading.event() instanceof ProgrammeRevised revised && !reading.on().isAfter(day)) {
                itself = revised;
            }
        }
        return itself;
    }

    private static List<Line> lines(List<Reading> readings, LocalDate day) {
        SortedMap<Integer, LineContent> contents = new TreeMap<>();
        for (Reading reading : readings) {
            if (reading.event() instanceof LineFact fact && !reading.on().isAfter(day)) {
                contents.put(fact.number(), fact.content());
            }
        }
        List<Line> lines = new ArrayList<>();
        contents.forEach(
                (number, content) ->
                        lines.add(
                                new Line(
                                        number,
                                        content.title(),
                                        content.longTitle(),
                                        content.introduction(),
                                        content.goalsIntroduction(),
                                        content.goals(),
                                        content.effectsIntroduction(),
                                        content.effects(),
                                        content.position())));
        return lines;
    }

    private static @Nullable PlainAction action(
            String code, List<Reading> readings, LocalDate day) {
        @Nullable PlainAction action = null;
        for (Reading reading : readings) {
            if (reading.event() instanceof ActionFact fact
                    && fact.action().code().equals(code)
                    && !reading.on().isAfter(day)) {
                if (action == null && fact instanceof ActionPlanned) {
                    action = new PlainAction();
                }
                if (action != null) {
                    action.apply(reading, fact);
                }
            }
        }
        return action;
    }

    private static Map<String, Counts> perLine(List<Line> lines, List<Action> actions) {
        SortedMap<String, Counts> counts = new TreeMap<>();
        List<Action> elsewhere = new ArrayList<>(actions);
        for (Line line : lines) {
            List<Action> inLine =
                    actions.stream()
                            .filter(
                                    action ->
                                            action.actielijn() != null
                                                    && action.actielijn() == line.nummer())
                            .toList();
            counts.put(String.valueOf(line.nummer()), count(inLine));
            elsewhere.removeAll(inLine);
        }
        Counts unassigned = count(elsewhere);
        if (unassigned.acties() > 0) {
            counts.put("", unassigned);
        }
        return counts;
    }

    private static Counts count(List<Action> actions) {
        List<String> counting =
                actions.stream()
                        .filter(Action::opgenomen)
                        .map(Action::status)
                        .filter(status -> !status.equals("VERVALLEN"))
                        .toList();
        return new Counts(
                counting.size(),
                count(counting, "AFGEROND"),
                count(counting, "IN_UITVOERING"),
                count(counting, "IN_UITVOERING_VERTRAGING"),
                count(counting, "DOORLOPEND"),
                count(counting, "NOG_NIET_GESTART"));
    }

    private static int count(List<String> statuses, String wanted) {
        return (int) statuses.stream().filter(wanted::equals).count();
    }
}
