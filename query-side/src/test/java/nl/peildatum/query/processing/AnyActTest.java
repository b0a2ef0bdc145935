package nl.peildatum.query.processing;

import static nl.peildatum.query.RecordedEvents.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Announcements;
import nl.peildatum.eventstore.EventStream;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;

/**
 * A thousand histories divided into any acts, fifty of them processed together while a reader looks
 * on. In some of them an act has an entry that one projection cannot take.
 */
class AnyActTest {

    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static final int TOGETHER = 50;
    private static final int MOST_CHANGES = 8;
    private static final String POISON = "gif";
    private static final LocalDate DAY = AnyHistory.FIRST_DAY.plusDays(AnyHistory.DAYS);
    private static @Nullable ReadDatabase database;
    private static @Nullable Announcements announcements;
    private static @Nullable Projections projections;

    @BeforeContainer
    static void open() {
        ReadDatabase opened = new ReadDatabase();
        database = opened;
        opened.jdbc()
                .sql("ALTER TABLE action_version ADD CHECK (title <> '%s')".formatted(POISON))
                .update();
        announcements = new Announcements(opened.database().dataSource());
        projections =
                new Projections(
                        opened.dataSource(),
                        opened.journal(),
                        opened.known(),
                        new EventStream(
                                new PostgresEventStorageEngine(opened.dataSource()),
                                Objects.requireNonNull(announcements)),
                        opened.projections(),
                        2,
                        "node",
                        ParkedEntries.MOST_ENTRIES);
        Objects.requireNonNull(projections).start();
    }

    @AfterContainer
    static void close() {
        Objects.requireNonNull(projections).stop();
        Objects.requireNonNull(announcements).close();
        database().close();
    }

    private static ReadDatabase database() {
        return Objects.requireNonNull(database);
    }

    /** What changes, how many entries each act has, and one entry that somebody asks about. */
    record Told(List<Change> changes, List<Integer> sizes, boolean poisoned, int asked) {}

    private enum Kind {
        PARKED,
        CORRECTING,
        ALONE,
        ABOUT_ONE_ACTION,
        ABOUT_SEVERAL;

        static Kind of(List<Event> act) {
            if (act.stream().anyMatch(AnyActTest::isPoison)) {
                return PARKED;
            }
            if (act.stream()
                    .anyMatch(
                            event ->
                                    event instanceof EntryCorrected
                                            || event instanceof EntryRetracted)) {
                return CORRECTING;
            }
            if (act.size() == 1) {
                return ALONE;
            }
            Set<Object> subjects =
                    act.stream()
                            .map(
                                    event ->
                                            event instanceof ActionEvent about
                                                    ? about.action()
                                                    : event.programme())
                            .collect(Collectors.toSet());
            return subjects.size() == 1 && act.getFirst() instanceof ActionEvent
                    ? ABOUT_ONE_ACTION
                    : ABOUT_SEVERAL;
        }
    }

    private static boolean isPoison(Event event) {
        return event instanceof ActionRetitled retitled && retitled.title().equals(POISON);
    }

    /** A history in a programme of its own. */
    private record History(ProgrammeId programme, List<List<Event>> acts, int asked) {

        static History of(Told told) {
            ProgrammeId programme = new ProgrammeId("h" + PROGRAMMES.incrementAndGet());
            List<Event> events = new ArrayList<>(AnyHistory.of(programme, told.changes()));
            if (told.poisoned()) {
                ActionId action = new ActionId(programme, "1");
                events.add(new ActionRetitled(action, POISON, on(DAY), null));
                events.add(new ActionRetitled(action, "beter", on(DAY), null));
                events.add(new ActionRetitled(action, "best", on(DAY), null));
            }
            List<List<Event>> acts = new ArrayList<>();
            for (int from = 0; from < events.size(); ) {
                int to =
                        Math.min(
                                events.size(),
                                from + told.sizes().get(acts.size() % told.sizes().size()));
                acts.add(events.subList(from, to));
                from = to;
            }
            return new History(programme, acts, told.asked());
        }

        /** The last number of each act, after 0. */
        TreeSet<Long> ends() {
            TreeSet<Long> ends = new TreeSet<>(Set.of(0L));
            acts.forEach(act -> ends.add(ends.last() + act.size()));
            return ends;
        }

        long head() {
            return ends().last();
        }

        /** The last number before the act that cannot be taken, if there is one. */
        long processable() {
            long number = 0;
            for (List<Event> act : acts) {
                if (act.stream().anyMatch(AnyActTest::isPoison)) {
                    return number;
                }
                number += act.size();
            }
            return number;
        }

        long entryAskedAbout() {
            return 1 + asked % head();
        }
    }

    /** What a reader sees at a moment: how far each projection is, and what one of them holds. */
    private record Seen(Map<String, Long> processed, List<String> actions) {}

    @Provide
    Arbitrary<List<Told>> histories() {
        return Combinators.combine(
                        AnyHistory.changes(MOST_CHANGES),
                        Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.integers().between(0, 9).map(drawn -> drawn < 3),
                        Arbitraries.integers().between(0, 1000))
                .as(Told::new)
                .list()
                .ofSize(TOGETHER);
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whoever_does_not_name_a_number_never_sees_a_part_of_an_act(
            @ForAll("histories") List<Told> told) throws SQLException {
        List<History> histories = told.stream().map(History::of).toList();
        Map<History, List<Seen>> seen = processWhileSomebodyLooks(histories);

        for (History history : histories) {
            history.acts().forEach(act -> Statistics.collect(Kind.of(act)));
            ProgrammeId programme = history.programme();
            List<JournalEntry<Event>> journal =
                    database().journal().between(programme, 1, history.head());
            assertThat(seen.get(history))
                    .allSatisfy(
                            one ->
                                    assertThat(one.actions())
                                            .isEqualTo(
                                                    plainly(
                                                            programme,
                                                            journal,
                                                            one.processed()
                                                                    .getOrDefault(
                                                                            "versions", 0L))));
            checkResolved(history, journal);
        }
        Statistics.coverage(
                drawn -> {
                    for (Kind kind : Kind.values()) {
                        drawn.check(kind).percentage(share -> share >= 5);
                    }
                });
    }

    private static List<String> plainly(
            ProgrammeId programme, List<JournalEntry<Event>> journal, long known) {
        return PlainFold.overview(programme, journal, DAY, known).acties().stream()
                .map(AnyActTest::asText)
                .toList();
    }

    private static String asText(OverviewV1.Action action) {
        return action.actie() + " " + action.opgenomen() + " " + action.titel();
    }

    /** An instant means the last act that was over by then; a number inside one is told so. */
    private static void checkResolved(History history, List<JournalEntry<Event>> journal) {
        long number = history.entryAskedAbout();
        Instant recorded = journal.get((int) number - 1).recordedAt();
        TreeSet<Long> ends = history.ends();
        long before = Objects.requireNonNull(ends.lower(number));
        long end = Objects.requireNonNull(ends.ceiling(number));
        ProgrammeId programme = history.programme();

        assertThat(database().journal().numberAt(programme, recorded))
                .isEqualTo(number == end ? end : before);
        assertThat(database().journal().numberAt(programme, recorded.minus(1, ChronoUnit.MICROS)))
                .isEqualTo(before);
        assertThat(database().journal().cutAct(programme, number))
                .isEqualTo(
                        number == end ? Optional.empty() : Optional.of(new Act(before + 1, end)));
    }

    /** Holds the projections back meanwhile, so that they process many acts together. */
    private static Map<History, List<Seen>> processWhileSomebodyLooks(List<History> histories)
            throws SQLException {
        try (Connection holding = database().dataSource().getConnection()) {
            holding.setAutoCommit(false);
            try (Statement tokens = holding.createStatement()) {
                tokens.execute("SELECT FROM token_entry FOR UPDATE");
            }
            record(histories);
            holding.commit();
        }
        return look(histories);
    }

    /** One act of each in turn, so that a batch has acts of many. */
    private static void record(List<History> histories) {
        RecordedEvents events = new RecordedEvents(database().database().dataSource());
        int most = histories.stream().mapToInt(history -> history.acts().size()).max().orElse(0);
        for (int act = 0; act < most; act++) {
            for (History history : histories) {
                if (act < history.acts().size()) {
                    events.record(history.acts().get(act));
                }
            }
        }
    }

    /** Until every projection has processed all that it can. */
    private static Map<History, List<Seen>> look(List<History> histories) {
        Map<History, List<Seen>> seen =
                histories.stream().collect(Collectors.toMap(one -> one, _ -> new ArrayList<>()));
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        List<History> unfinished = new ArrayList<>(histories);
        while (!unfinished.isEmpty()) {
            assertThat(Instant.now()).isBefore(deadline);
            History history =
                    unfinished.get(ThreadLocalRandom.current().nextInt(unfinished.size()));
            Seen now = look(history.programme());
            assertThat(history.ends()).containsAll(now.processed().values());
            Objects.requireNonNull(seen.get(history)).add(now);
            if (now.processed().equals(finished(history))) {
                unfinished.remove(history);
            }
        }
        return seen;
    }

    private static Map<String, Long> finished(History history) {
        Map<String, Long> processed = new TreeMap<>();
        database().projections().forEach(one -> processed.put(one.name(), history.head()));
        processed.put("versions", history.processable());
        processed.values().removeIf(number -> number == 0);
        return processed;
    }

    private static Seen look(ProgrammeId programme) {
        return database()
                .jdbc()
                .sql(
                        """
                        SELECT (SELECT array_agg(projection ORDER BY projection) FROM progress
                                WHERE programme = :programme) AS projections,
                            (SELECT array_agg(processed ORDER BY projection) FROM progress
                                WHERE programme = :programme) AS processed,
                            (SELECT array_agg(action || ' ' || included || ' ' || title
                                    ORDER BY action COLLATE "C")
                                FROM action_version
                                WHERE programme = :programme AND known_to IS NULL
                                    AND effective_from <= :day
                                    AND (effective_to IS NULL OR effective_to > :day)) AS actions""")
                .param("programme", programme.value())
                .param("day", DAY)
                .query(
                        (row, _) -> {
                            Map<String, Long> processed = new TreeMap<>();
                            String[] names = array(row.getArray("projections"), new String[0]);
                            Long[] numbers = array(row.getArray("processed"), new Long[0]);
                            for (int i = 0; i < names.length; i++) {
                                processed.put(names[i], numbers[i]);
                            }
                            return new Seen(
                                    processed,
                                    List.of(array(row.getArray("actions"), new String[0])));
                        })
                .single();
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] array(@Nullable Array array, T[] none) throws SQLException {
        return array == null ? none : (T[]) array.getArray();
    }
}
