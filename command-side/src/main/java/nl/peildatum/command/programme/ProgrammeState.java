package nl.peildatum.command.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.command.programme.ProgrammeCommand.CorrectProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.programme.ProgrammeCommand.RetractProgrammeEntry;
import nl.peildatum.command.programme.ProgrammeCommand.ReviseLine;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Entries;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was recorded about a programme and its action lines, as it stands.
 *
 * @param judgements for every signal that was judged, the last judgement
 * @param erased for every entry whose texts were erased, of whatever subject, the number that did
 *     so
 * @param touches how many entries touch each line, under its number, and the programme itself
 */
public record ProgrammeState(
        Entries<ProgrammeFact> recorded,
        Map<String, SignalJudged> judgements,
        Map<Long, Long> erased,
        Map<Integer, Long> touches) {

    /** The years in which a programme can begin and end. */
    public static final int EARLIEST_YEAR = 1900;

    public static final int LATEST_YEAR = 2200;

    /** Nothing is recorded. */
    public static final ProgrammeState EMPTY =
            new ProgrammeState(Entries.none(), Map.of(), Map.of(), Map.of());

    /** Under which the programme itself stands among its lines, which are numbered from 1. */
    private static final int ITSELF = 0;

    public ProgrammeState {
        judgements = Map.copyOf(judgements);
        erased = Map.copyOf(erased);
        touches = Map.copyOf(touches);
    }

    /** What a line says from a date on. */
    public record LineVersion(LocalDate from, LineContent content) {}

    /** What the programme says of itself on a day. */
    public record Itself(String name, int firstYear, int lastYear, List<String> publishers) {}

    /** What it says on a day; what it was adopted as holds on every day. Empty of no programme. */
    public Optional<Itself> on(LocalDate day) {
        ProgrammeAdopted adopted = adopted();
        if (adopted == null) {
            return Optional.empty();
        }
        OwnFact itself =
                facts(ProgrammeRevised.class)
                        .filter(revised -> !revised.basis().effectiveOn().isAfter(day))
                        .reduce((_, later) -> later)
                        .<OwnFact>map(revised -> revised)
                        .orElse(adopted);
        return Optional.of(
                new Itself(
                        itself.name(),
                        adopted.firstYear(),
                        itself.lastYear(),
                        itself.publishers()));
    }

    /** The days from which it says something else of itself. */
    public SortedSet<LocalDate> revisedOn() {
        return facts(ProgrammeRevised.class)
                .map(revised -> revised.basis().effectiveOn())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How the programme was adopted, or null before that. */
    public @Nullable ProgrammeAdopted adopted() {
        return facts(ProgrammeAdopted.class).findFirst().orElse(null);
    }

    /** The first calendar date of the programme's first year. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(adopted()).map(event -> LocalDate.of(event.firstYear(), 1, 1));
    }

    /** Within which dates and years it is, as from today on; of no programme only today. */
    public Bounds bounds(LocalDate today) {
        ProgrammeAdopted adopted = adopted();
        return adopted == null
                ? new Bounds(today, EARLIEST_YEAR, LATEST_YEAR)
                : new Bounds(
                        today,
                        adopted.firstYear(),
                        facts(OwnFact.class).mapToInt(OwnFact::lastYear).max().orElseThrow());
    }

    /** For each line what it says from which date, in the order of the fold. */
    public SortedMap<Integer, List<LineVersion>> lines() {
        SortedMap<Integer, List<LineVersion>> lines = new TreeMap<>();
        facts(LineFact.class)
                .forEach(
                        fact ->
                                lines.computeIfAbsent(fact.number(), _ -> new ArrayList<>())
                                        .add(
                                                new LineVersion(
                                                        fact.basis().effectiveOn(),
                                                        fact.content())));
        return lines;
    }

    /** Whether a line of that number is defined, on whatever day. */
    public boolean hasLine(int number) {
        return lines().containsKey(number);
    }

    /** What a line says on a day, or empty before it is defined. */
    public Optional<LineContent> lineOn(int number, LocalDate day) {
        return versions(number).stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((_, later) -> later)
                .map(LineVersion::content);
    }

    /** The date on which a line's first version begins. */
    public Optional<LocalDate> definedOn(int number) {
        return versions(number).stream().findFirst().map(LineVersion::from);
    }

    private List<LineVersion> versions(int number) {
        return lines().getOrDefault(number, List.of());
    }

    /** After one event more; its journal number is null until it has been recorded. */
    public ProgrammeState with(@Nullable Long number, ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeFact fact -> touching(fact, recorded.with(number, fact));
            case ProgrammeEntryCorrected correction ->
                    touching(now(correction.entry()), recorded.with(number, correction));
            case ProgrammeEntryRetracted retraction ->
                    touching(now(retraction.entry()), recorded.with(number, retraction));
            case SignalJudged judged -> {
                Map<String, SignalJudged> more = new HashMap<>(judgements);
                more.put(judged.signal(), judged);
                yield new ProgrammeState(recorded, more, erased, touches);
            }
            case TextErased erasure -> erased(number, erasure);
        };
    }

    private ProgrammeFact now(long entry) {
        return recorded.standing(entry).orElseThrow().event();
    }

    private ProgrammeState touching(ProgrammeFact fact, Entries<ProgrammeFact> entries) {
        Map<Integer, Long> more = new HashMap<>(touches);
        more.merge(subject(fact), 1L, Long::sum);
        return new ProgrammeState(entries, judgements, erased, more);
    }

    private static int subject(ProgrammeFact fact) {
        return switch (fact) {
            case LineFact line -> line.number();
            case OwnFact _ -> ITSELF;
        };
    }

    /**
     * How many entries touch what a command is about, a line or the programme itself; 0 where that
     * is not there.
     */
    public long version(ProgrammeCommand command) {
        Optional<Integer> subject =
                switch (command) {
                    case DefineLine define -> Optional.of(define.number());
                    case ReviseLine revise -> Optional.of(revise.number());
                    case CorrectProgrammeEntry correct -> subject(correct.entry());
                    case RetractProgrammeEntry retract -> subject(retract.entry());
                    default -> Optional.of(ITSELF);
                };
        return subject.map(touches::get).orElse(0L);
    }

    private Optional<Integer> subject(long entry) {
        return recorded.standing(entry).map(now -> subject(now.event()));
    }

    private ProgrammeState erased(@Nullable Long number, TextErased erasure) {
        if (number == null) {
            return this;
        }
        Map<Long, Long> more = new HashMap<>(erased);
        more.put(erasure.entry(), number);
        return new ProgrammeState(recorded, judgements, more, touches);
    }

    /** The entry about a line that is revised before it is defined, if there is one. */
    Optional<Entry<ProgrammeFact>> firstIllegal() {
        Set<Integer> defined = new HashSet<>();
        for (Entry<ProgrammeFact> entry : recorded.standing()) {
            if (entry.event() instanceof LineFact fact
                    && defined.add(fact.number()) != fact instanceof ActionLineDefined) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private <T extends ProgrammeFact> Stream<T> facts(Class<T> kind) {
        return recorded.standing().stream()
                .map(Entry::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
