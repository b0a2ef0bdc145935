package nl.peildatum.query.api.cut;

import static java.util.Comparator.naturalOrder;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.contract.Fault;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Head;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.known.ActionEntries;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.query.api.known.LineVersions;
import nl.peildatum.query.api.known.ProgrammeVersions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers questions on the cut they ask for, each from one snapshot. Waits at most two seconds for
 * projections that are on their way to that cut, then says 503.
 */
@Component
public class Cuts {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);
    private static final String AHEAD_OF_THE_CLOCK = "PD003";
    private static final int WAITING = 200;
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Journal journal;
    private final RecordedJournals recorded;
    private final Progresses progresses;
    private final ProgrammeVersions programmes;
    private final LineVersions lines;
    private final ActionVersions actions;
    private final ActionEntries entries;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final Turns turns;
    private final Gate gate;
    private final BiConsumer<Cut, Long> known;

    @Autowired
    Cuts(
            Journal journal,
            RecordedJournals recorded,
            Progresses progresses,
            ProgrammeVersions programmes,
            LineVersions lines,
            ActionVersions actions,
            ActionEntries entries,
            Clock clock,
            JpaTransactionManager transactions) {
        this.journal = journal;
        this.recorded = recorded;
        this.progresses = progresses;
        this.programmes = programmes;
        this.lines = lines;
        this.actions = actions;
        this.entries = entries;
        this.clock = clock;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        turns = new Turns(WAITING, TURN, "antwoord-");
        gate = Supplier::get;
        known = (_, _) -> {};
    }

    private Cuts(Cuts all, Gate gate, BiConsumer<Cut, Long> known) {
        journal = all.journal;
        recorded = all.recorded;
        progresses = all.progresses;
        programmes = all.programmes;
        lines = all.lines;
        actions = all.actions;
        entries = all.entries;
        clock = all.clock;
        snapshot = all.snapshot;
        turns = all.turns;
        this.gate = gate;
        this.known = known;
    }

    /**
     * The same for questions about one cut of one programme whose answer rests on that cut, on what
     * was erased, and on these parts, and on nothing else: not on who asks, nor on when. A caller
     * who has that answer is told so before it is computed.
     */
    public Cuts restingOnTheCut(Asked question, Object... parts) {
        return new Cuts(
                this,
                gate,
                (cut, erasures) -> question.restsOn(cut, erasures, Arrays.toString(parts)));
    }

    /** The same for questions whose answers cost much, which are answered in turn. */
    public Cuts inTurn() {
        return through(turns);
    }

    /**
     * The same for questions that pass a gate each time they are tried; waiting is done outside.
     */
    public Cuts through(Gate other) {
        return new Cuts(this, other, known);
    }

    /** What must have been processed of a programme, and up to which number it is to be told. */
    private record Demand(
            String programme, LocalDate reportDate, @Nullable Long knownUpTo, long processed) {

        static Demand of(String programme, CutAsked asked, @Nullable Long upTo, long processed) {
            return new Demand(
                    programme, asked.reportDate(), upTo, Math.max(orZero(upTo), processed));
        }
    }

    /**
     * Answers a question about one programme from these projections.
     *
     * @throws Problem 404 for an unknown programme, 400 for a cut beyond what is recorded, 503 when
     *     the projections do not get there in time
     */
    public <T> T answer(
            String programme,
            CutAsked asked,
            Set<ProjectionName> projections,
            Function<Cut, T> question) {
        return answer(
                programme, List.of(asked), projections, cuts -> question.apply(cuts.getFirst()));
    }

    /** Answers a question about several cuts of one programme, all from the same snapshot. */
    public <T> T answer(
            String programme,
            List<CutAsked> asked,
            Set<ProjectionName> projections,
            Function<List<Cut>, T> question) {
        if (!ProgrammeId.isValid(programme)) {
            throw unknown(programme);
        }
        ProgrammeId id = new ProgrammeId(programme);
        if (asked.stream().anyMatch(one -> one.knownAt() != null)) {
            // a moment is looked up outside the snapshot, so it is judged before that as well
            require(programme, asked, journal.head(id));
        }
        List<Demand> demands = new ArrayList<>();
        for (CutAsked one : asked) {
            demands.add(Demand.of(programme, one, numberAt(id, one), orZero(one.processed())));
        }
        return answer(
                demands,
                projections,
                () -> {
                    List<Progress> rows = progresses.withRecorded(programme, stored(projections));
                    require(programme, asked, Progress.recorded(rows));
                    return rows;
                },
                question);
    }

    /**
     * How many texts of the programme were erased, for a question that is being answered; empty
     * while one of these projections has not taken out the last one.
     */
    public Optional<Long> erasures(Cut cut, Set<ProjectionName> projections) {
        return recorded.erasures(cut.programme(), stored(projections));
    }

    /** What is known on a cut, for a question that is being answered. */
    public Contents contents(Cut cut) {
        return new Contents(cut, programmes, lines, actions, entries);
    }

    private void require(String programme, List<CutAsked> asked, Head head) {
        if (head.number() == 0) {
            throw unknown(programme);
        }
        List<Fault> faults =
                asked.stream().flatMap(one -> beyond(one, head).stream()).distinct().toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private Optional<Fault> beyond(CutAsked asked, Head head) {
        if (asked.knownUpTo() != null && asked.knownUpTo() > head.number()) {
            return Optional.of(
                    new Fault(
                            asked.names().knownUpTo(),
                            Wording.BEYOND_JOURNAL.text(Long.toString(head.number()))));
        }
        return isFuture(asked.knownAt(), head.recordedAt())
                ? Optional.of(future(asked))
                : Optional.empty();
    }

    /**
     * Answers a question about all programmes, each with a cut of its own, in order of adoption; a
     * number to be processed counts for the journals that are long enough.
     */
    public <T> T answerAll(
            CutAsked asked, Set<ProjectionName> projections, Function<List<Cut>, T> question) {
        List<RecordedJournals.Recorded> all = recorded.inOrderOfAdoption();
        Instant latest =
                all.stream()
                        .map(RecordedJournals.Recorded::recordedAt)
                        .max(naturalOrder())
                        .orElse(null);
        if (isFuture(asked.knownAt(), latest)) {
            throw Problem.invalid(List.of(future(asked)));
        }
        List<Demand> demands = new ArrayList<>();
        for (RecordedJournals.Recorded one : all) {
            demands.add(
                    Demand.of(
                            one.programme(),
                            asked,
                            numberAt(new ProgrammeId(one.programme()), asked),
                            Math.min(one.head(), orZero(asked.processed()))));
        }
        return answer(
                demands,
                projections,
                () ->
                        progresses.findByProgrammeInAndProjectionIn(
                                demands.stream().map(Demand::programme).toList(),
                                stored(projections)),
                question);
    }

    private static List<String> stored(Set<ProjectionName> projections) {
        return projections.stream().map(ProjectionName::stored).toList();
    }

    private <T> T answer(
            List<Demand> demands,
            Set<ProjectionName> projections,
            Supplier<List<Progress>> progress,
            Function<List<Cut>, T> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Attempt<T> attempt =
                    Objects.requireNonNull(
                            gate.pass(
                                    () ->
                                            snapshot.execute(
                                                    _ ->
                                                            attempt(
                                                                    demands,
                                                                    projections,
                                                                    progress,
                                                                    question))));
            if (attempt.answer().isPresent()) {
                return attempt.answer().get();
            }
            if (System.nanoTime() >= deadline) {
                throw attempt.refusal();
            }
            pause(pause, attempt);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    /** An answer, or the first programme that is not far enough yet. */
    private record Attempt<T>(Optional<T> answer, @Nullable Demand unmet, long processed) {
        Problem refusal() {
            Demand demand = Objects.requireNonNull(unmet);
            return Problem.unavailable(
                    Wording.NOT_PROCESSED.text(
                            Long.toString(demand.processed()),
                            demand.programme(),
                            Long.toString(processed),
                            Long.toString(PATIENCE.toSeconds())),
                    PATIENCE,
                    Map.of("verwerktTot", processed));
        }
    }

    private <T> Attempt<T> attempt(
            List<Demand> demands,
            Set<ProjectionName> projections,
            Supplier<List<Progress>> progress,
            Function<List<Cut>, T> question) {
        Map<String, List<Progress>> rows =
                progress.get().stream().collect(Collectors.groupingBy(Progress::programme));
        List<Cut> cuts = new ArrayList<>();
        for (Demand demand : demands) {
            List<Progress> told = rows.getOrDefault(demand.programme(), List.of());
            List<Progress> own = Progress.numbers(told);
            List<Progress> projected = own.stream().filter(one -> !one.isRecorded()).toList();
            long processed =
                    projected.size() < projections.size()
                            ? 0
                            : projected.stream().mapToLong(Progress::processed).min().orElse(0);
            if (processed < demand.processed()) {
                return new Attempt<>(Optional.empty(), demand, processed);
            }
            long upTo = demand.knownUpTo() == null ? processed : demand.knownUpTo();
            Cut cut = cut(demand, upTo, own);
            Progress.erasures(told).ifPresent(erasures -> known.accept(cut, erasures));
            cuts.add(cut);
        }
        return new Attempt<>(Optional.of(question.apply(List.copyOf(cuts))), null, 0);
    }

    /**
     * What is recorded is whole acts. What is processed is as well, but for a moment where a
     * version before this one left off inside one; who names a number may cut one.
     */
    private Cut cut(Demand demand, long upTo, List<Progress> rows) {
        Optional<Instant> recordedAt =
                rows.stream()
                        .filter(one -> one.processed() == upTo)
                        .map(Progress::recordedAt)
                        .findFirst();
        boolean behind = rows.stream().anyMatch(one -> one.isRecorded() && one.processed() != upTo);
        if (upTo == 0 || (recordedAt.isPresent() && !behind)) {
            return new Cut(
                    demand.programme(), demand.reportDate(), upTo, recordedAt.orElse(null), null);
        }
        Optional<RecordedJournals.Entry> entry = recorded.entry(demand.programme(), upTo);
        return new Cut(
                demand.programme(),
                demand.reportDate(),
                upTo,
                entry.map(RecordedJournals.Entry::recordedAt).orElse(null),
                entry.map(RecordedJournals.Entry::act)
                        .filter(act -> act.isCutAt(upTo))
                        .orElse(null));
    }

    /** The journal's time may run ahead of a clock that was set back; what it reached is past. */
    private boolean isFuture(@Nullable Instant knownAt, @Nullable Instant head) {
        return knownAt != null
                && knownAt.isAfter(clock.instant())
                && (head == null || knownAt.isAfter(head));
    }

    /**
     * The number asked for, be it by a moment; null where everything known is. The database's clock
     * may be a little behind this one; what is past here soon is there.
     */
    private @Nullable Long numberAt(ProgrammeId programme, CutAsked asked) {
        if (asked.knownAt() == null) {
            return asked.knownUpTo();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return journal.numberAt(programme, asked.knownAt());
            } catch (DataAccessException refused) {
                if (!isAheadOfTheClock(refused)) {
                    throw refused;
                }
                if (System.nanoTime() >= deadline || !sleep(LONGEST_PAUSE)) {
                    throw Problem.invalid(List.of(future(asked)));
                }
            }
        }
    }

    private static boolean isAheadOfTheClock(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException sql
                && AHEAD_OF_THE_CLOCK.equals(sql.getSQLState());
    }

    private static Fault future(CutAsked asked) {
        return new Fault(asked.names().knownAt(), Wording.FUTURE_MOMENT.text());
    }

    private static Problem unknown(String programme) {
        return Problem.unknown(Wording.UNKNOWN_PROGRAMME.text(programme));
    }

    private static void pause(Duration pause, Attempt<?> attempt) {
        if (!sleep(pause)) {
            throw attempt.refusal();
        }
    }

    /** Whether it slept its time; not so where the server is on its way out. */
    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
