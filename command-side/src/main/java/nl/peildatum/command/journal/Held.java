package nl.peildatum.command.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.report.ReportState;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;

/** What the journal holds now, read to check input against and to compare an edition with. */
public final class Held {

    private final Journal journal;

    public Held(Journal journal) {
        this.journal = journal;
    }

    /** The programme in a path. */
    public ProgrammeId programme(String path) {
        if (!ProgrammeId.isValid(path)) {
            throw unknown(Subject.PROGRAMME, path);
        }
        return new ProgrammeId(path);
    }

    /** The action in a path, which need not exist. */
    public ActionId action(String programme, String path) {
        ProgrammeId id = programme(programme);
        if (!ActionId.isValidCode(path)) {
            throw unknown(Subject.ACTION, path);
        }
        return new ActionId(id, path);
    }

    /** The act of which whoever knows the journal up to a number knows a part only, if any. */
    public Optional<Act> cutAct(ProgrammeId programme, long number) {
        return journal.cutAct(programme, number);
    }

    /**
     * The state of a programme and its lines.
     *
     * @throws Refused when there is no such programme
     */
    public ProgrammeState state(ProgrammeId programme) {
        return state(programme, Long.MAX_VALUE);
    }

    /**
     * The state of a programme and its lines up to a journal number.
     *
     * @throws Refused when there is no such programme
     */
    public ProgrammeState state(ProgrammeId programme, long upTo) {
        ProgrammeState state = ProgrammeState.EMPTY;
        for (JournalEntry<Event> entry : journal.of(programme, upTo)) {
            state = state.with(entry.number(), (ProgrammeEvent) entry.event());
        }
        if (state.adopted() == null) {
            throw unknown(Subject.PROGRAMME, programme.value());
        }
        return state;
    }

    /** The codes of all actions of a programme but those whose plan was taken back. */
    public Set<String> actions(ProgrammeId programme) {
        return timelines(programme, Long.MAX_VALUE).keySet();
    }

    /**
     * The timelines of all actions of a programme up to a journal number, in order of planning; an
     * action whose plan was taken back has none.
     */
    public Map<String, ActionTimeline> timelines(ProgrammeId programme, long upTo) {
        Map<String, ActionTimeline> timelines = new LinkedHashMap<>();
        for (JournalEntry<Event> entry : journal.between(programme, 1, upTo)) {
            if (entry.event() instanceof ActionEvent event) {
                String code = event.action().code();
                timelines.put(
                        code,
                        timelines
                                .getOrDefault(code, ActionTimeline.EMPTY)
                                .with(entry.number(), event));
            }
        }
        timelines.values().removeIf(timeline -> timeline.entries().isEmpty());
        return timelines;
    }

    /** What is recorded of all actions of a programme up to a journal number, as it stands. */
    public List<Entry<ActionFact>> ofActions(ProgrammeId programme, long upTo) {
        return timelines(programme, upTo).values().stream()
                .flatMap(timeline -> timeline.entries().stream())
                .toList();
    }

    /** Everything that was recorded about one action up to now. */
    public ActionTimeline timeline(ActionId action) {
        ActionTimeline timeline = ActionTimeline.EMPTY;
        for (JournalEntry<ActionEvent> entry : journal.of(action, Long.MAX_VALUE)) {
            timeline = timeline.with(entry.number(), entry.event());
        }
        return timeline;
    }

    /**
     * What was recorded under a number of a programme's journal.
     *
     * @throws Refused when there is no such entry
     */
    public Event recorded(ProgrammeId programme, long number) {
        return entry(programme, number).event();
    }

    /**
     * The entry of a programme's journal under a number.
     *
     * @throws Refused when there is no such entry
     */
    public JournalEntry<Event> entry(ProgrammeId programme, long number) {
        return journal.between(programme, number, number).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(new Refusal.UnknownEntry(String.valueOf(number))));
    }

    /** All entries of a programme's journal up to a number, in journal order. */
    public List<JournalEntry<Event>> entries(ProgrammeId programme, long upTo) {
        return journal.between(programme, 1, upTo);
    }

    /** What a report for a date says, as known up to a journal number. */
    public OverviewV1 overview(ProgrammeId programme, LocalDate reportDate, long knownUpTo) {
        return PlainFold.overview(
                programme, journal.between(programme, 1, knownUpTo), reportDate, knownUpTo);
    }

    /**
     * What a report for a date would say, were an event recorded next; the commitment of its texts
     * is not known yet.
     */
    public OverviewV1 overviewAfter(Event next, LocalDate reportDate, long head) {
        List<JournalEntry<Event>> entries =
                new ArrayList<>(journal.between(next.programme(), 1, head));
        entries.add(new JournalEntry<>(head + 1, 0, new UUID(0, 0), Instant.MAX, "", null, next));
        return PlainFold.overview(next.programme(), entries, reportDate, head + 1);
    }

    /** How it stands with the report for a date. */
    public ReportState report(ProgrammeId programme, LocalDate reportDate) {
        ReportState state = ReportState.EMPTY;
        for (JournalEntry<ReportEvent> entry : journal.reportsOf(programme)) {
            if (entry.event().reportDate().equals(reportDate)) {
                state = state.with(entry.number(), entry.event());
            }
        }
        return state;
    }

    /** The reports that were fixed, by report date, each the latest for its date. */
    public Map<LocalDate, ReportFixed> reports(ProgrammeId programme) {
        Map<LocalDate, ReportFixed> reports = new TreeMap<>();
        for (JournalEntry<ReportEvent> entry : journal.reportsOf(programme)) {
            if (entry.event() instanceof ReportFixed fixed) {
                reports.put(fixed.reportDate(), fixed);
            }
        }
        return reports;
    }

    /** The last journal number of a programme. */
    public long head(ProgrammeId programme) {
        return journal.head(programme).number();
    }

    private static Refused unknown(Subject subject, String key) {
        return new Refused(new Refusal.Unknown(subject, key));
    }
}
