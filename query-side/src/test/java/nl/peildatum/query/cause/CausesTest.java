package nl.peildatum.query.cause;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.eventstore.TestCorrections;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("p");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "24");
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final int MANY = 100_000;

    private static @Nullable Object whole(OverviewV1 overview) {
        return action(overview, "1");
    }

    private static @Nullable Object status(OverviewV1 overview) {
        OverviewV1.Action action = action(overview, "1");
        return action == null ? null : action.status();
    }

    private static Object counting(OverviewV1 overview) {
        OverviewV1.Action action = action(overview, "1");
        return action != null && action.opgenomen() && !action.status().equals("VERVALLEN");
    }

    private static OverviewV1.@Nullable Action action(OverviewV1 overview, String code) {
        return overview.acties().stream()
                .filter(action -> action.actie().equals(code))
                .findAny()
                .orElse(null);
    }

    private static @Nullable Object definedLine(OverviewV1 overview) {
        OverviewV1.Action action = action(overview, "1");
        return action == null
                ? "none"
                : overview.actielijnen().stream()
                        .map(OverviewV1.Line::nummer)
                        .filter(number -> number.equals(action.actielijn()))
                        .findAny()
                        .orElse(null);
    }

    private static List<JournalEntry<Event>> journal(List<? extends Event> events) {
        List<JournalEntry<Event>> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(
                    new JournalEntry<>(
                            entries.size() + 1L,
                            0,
                            new UUID(0, entries.size()),
                            Instant.EPOCH,
                            "",
                            null,
                            event));
        }
        return entries;
    }

    private static @Nullable Object read(
            Causes subject, Collection<Long> without, LocalDate day, Causes.Reading reading) {
        return reading.apply(
                PlainFold.overview(
                        PROGRAMME, subject.entries(), Set.copyOf(without), day, Long.MAX_VALUE));
    }

    // --- any history

    /** What is asked of a history, and where to begin looking for a day that reads otherwise. */
    record Asked(Question question, int day, int known) {}

    @SuppressWarnings("ImmutableEnumChecker") // a reading is a pure function
    private enum Question {
        EVERYTHING_KNOWN(CausesTest::whole),
        STATUS_KNOWN(CausesTest::status),
        STATUS_HAPPENED(CausesTest::status),
        COUNTING_KNOWN(CausesTest::counting),
        COUNTING_HAPPENED(CausesTest::counting),
        LINE_KNOWN(CausesTest::definedLine),
        LINE_HAPPENED(CausesTest::definedLine),
        TEXT_OF_A_LINE_KNOWN(OverviewV1::actielijnen);

        final Causes.Reading reading;

        Question(Causes.Reading reading) {
            this.reading = reading;
        }

        Causes subject(Causes all) {
            return switch (this) {
                case LINE_KNOWN, LINE_HAPPENED -> all.ofActionInItsLine("1");
                case TEXT_OF_A_LINE_KNOWN -> all.ofProgramme();
                default -> all.ofAction("1");
            };
        }

        boolean isOfKnowing() {
            return name().endsWith("KNOWN");
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return AnyHistory.changes();
    }

    @Provide
    Arbitrary<Asked> asked() {
        return Combinators.combine(
                        Arbitraries.of(Question.values()),
                        Arbitraries.integers().between(0, AnyHistory.DAYS - 1),
                        Arbitraries.integers().between(0, MANY))
                .as(Asked::new);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void without_what_is_named_it_reads_as_before_and_none_can_be_left_out(
            @ForAll("changes") List<Change> changes, @ForAll("asked") Asked asked) {
        Question question = asked.question();
        Causes subject =
                question.subject(new Causes(PROGRAMME, journal(AnyHistory.of(PROGRAMME, changes))));
        boolean found =
                IntStream.range(0, AnyHistory.DAYS)
                        .mapToObj(day -> (asked.day() + day) % AnyHistory.DAYS)
                        .map(AnyHistory.FIRST_DAY::plusDays)
                        .anyMatch(
                                day ->
                                        question.isOfKnowing()
                                                ? known(subject, day, asked, question.reading)
                                                : happened(subject, day, asked, question.reading));
        Statistics.collect(found ? question.name() : "nothing differs");
        Statistics.coverage(
                drawn -> {
                    for (Question each : Question.values()) {
                        drawn.check(each.name()).percentage(share -> share >= 5);
                    }
                });
    }

    private static boolean known(
            Causes subject, LocalDate day, Asked asked, Causes.Reading reading) {
        List<Long> numbers = subject.entries().stream().map(JournalEntry::number).toList();
        return IntStream.range(0, numbers.size())
                .map(more -> (asked.known() + more) % numbers.size())
                .anyMatch(after -> known(subject, day, numbers, after, reading));
    }

    private static boolean known(
            Causes subject, LocalDate day, List<Long> numbers, int after, Causes.Reading reading) {
        Set<Long> added = Set.copyOf(numbers.subList(after, numbers.size()));
        Object before = read(subject, added, day, reading);
        if (Objects.equals(before, read(subject, Set.of(), day, reading))) {
            return false;
        }
        SortedSet<Long> named =
                subject.ofKnowing(day, after == 0 ? 0 : numbers.get(after - 1), reading);
        assertThat(added).containsAll(named);
        assertExact(subject, named, day, reading, before);
        return true;
    }

    private static boolean happened(
            Causes subject, LocalDate day, Asked asked, Causes.Reading reading) {
        LocalDate first = day.minusDays(1 + asked.known() % AnyHistory.DAYS);
        Object before = read(subject, Set.of(), first, reading);
        if (Objects.equals(before, read(subject, Set.of(), day, reading))) {
            return false;
        }
        assertExact(subject, subject.ofHappening(first, day, reading), day, reading, before);
        return true;
    }

    private static void assertExact(
            Causes subject,
            SortedSet<Long> named,
            LocalDate day,
            Causes.Reading reading,
            @Nullable Object before) {
        assertThat(named).isNotEmpty();
        assertThat(read(subject, named, day, reading)).isEqualTo(before);
        for (long number : named) {
            Set<Long> others = new HashSet<>(named);
            others.remove(number);
            assertThat(read(subject, others, day, reading)).isNotEqualTo(before);
        }
    }

    // --- one history

    private static Correction date(String day) {
        return TestCorrections.of("effectiveOn", LocalDate.parse(day));
    }

    /** Two entries about the programme and the plan, and then these from number 3 on. */
    private static Causes told(Event... events) {
        List<Event> all = new ArrayList<>();
        all.add(adopted(PROGRAMME));
        all.add(planned(ACTION, null, "2025-01-01"));
        all.addAll(List.of(events));
        return new Causes(PROGRAMME, journal(all)).ofAction("24");
    }

    private static SortedSet<Long> since(long number, Causes causes) {
        return causes.ofKnowing(DAY, number, overview -> action(overview, "24"));
    }

    private static ActionStarted started(String day) {
        return new ActionStarted(ACTION, on(day), null, null);
    }

    private static ActionCompleted completed(String day) {
        return new ActionCompleted(ACTION, on(day), null, null);
    }

    private static ActionExplained explained(String day, String text) {
        return new ActionExplained(ACTION, on(day), null, text);
    }

    @Test
    void what_holds_only_after_the_day_is_innocent() {
        assertThat(
                        since(
                                2,
                                told(
                                        started("2026-03-01"),
                                        completed("2026-03-05"),
                                        new ActionReopened(
                                                ACTION, on("2026-04-02"), "toch", null))))
                .containsExactly(3L, 4L);
        assertThat(
                        since(
                                4,
                                told(
                                        started("2026-03-01"),
                                        explained("2026-03-02", "eerst"),
                                        new ActionReopened(ACTION, on("2026-04-02"), "toch", null),
                                        explained("2026-03-03", "later"))))
                .containsExactly(6L);
    }

    @Test
    void what_was_undone_again_is_innocent() {
        assertThat(
                        since(
                                3,
                                told(
                                        started("2026-01-01"),
                                        explained("2026-03-01", "vergissing"),
                                        new ActionEntryRetracted(ACTION, 4, on(DAY), "fout"),
                                        explained("2026-03-02", "zo is het"))))
                .containsExactly(6L);
    }

    @Test
    void one_that_is_only_needed_while_a_later_one_is_named_is_let_go() {
        Causes causes =
                told(
                        started("2025-06-01"),
                        new ActionDelayed(ACTION, null, on("2026-01-15"), "ziekte", null),
                        new ActionResumed(ACTION, on("2026-02-01"), null, null),
                        completed("2026-02-20"));
        assertThat(
                        causes.ofHappening(
                                LocalDate.parse("2025-12-31"),
                                DAY,
                                overview ->
                                        Objects.requireNonNull(action(overview, "24")).status()))
                .containsExactly(6L);
    }

    @Test
    void a_correction_is_named_and_not_what_it_corrects() {
        assertThat(
                        since(
                                3,
                                told(
                                        started("2026-01-01"),
                                        new ActionEntryCorrected(
                                                ACTION,
                                                3,
                                                date("2026-02-01"),
                                                on(DAY),
                                                "brief",
                                                null,
                                                null,
                                                null),
                                        new ActionEntryCorrected(
                                                ACTION,
                                                4,
                                                date("2026-02-03"),
                                                on(DAY),
                                                "brief 2",
                                                null,
                                                null,
                                                null))))
                .containsExactly(4L);
    }

    @Test
    void without_its_plan_an_action_is_not_there_whatever_else_is_recorded() {
        assertThat(since(1, told(started("2026-01-01"), completed("2026-02-01"))))
                .containsExactly(2L);
    }

    @Test
    void many_changes_of_many_actions_are_quickly_told() {
        List<Event> all = new ArrayList<>(List.of(adopted(PROGRAMME)));
        for (int code = 0; code < 50; code++) {
            ActionId action = new ActionId(PROGRAMME, String.valueOf(code));
            all.add(planned(action, null, "2025-01-01"));
            for (int change = 0; change < 39; change++) {
                all.add(
                        new ActionExplained(
                                action, on(DAY.minusDays(39 - change)), null, "tekst " + change));
            }
            all.add(new ActionStarted(action, on(DAY), null, null));
        }
        Causes causes = new Causes(PROGRAMME, journal(all));
        Duration quickest = Duration.ofDays(1);
        for (int time = 0; time < 5; time++) {
            long begin = System.nanoTime();
            for (int code = 0; code < 50; code++) {
                String one = String.valueOf(code);
                assertThat(
                                causes.ofAction(one)
                                        .ofHappening(
                                                DAY.minusDays(60),
                                                DAY,
                                                overview ->
                                                        Objects.requireNonNull(
                                                                        action(overview, one))
                                                                .status()))
                        .hasSize(1);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        assertThat(quickest).isLessThan(Duration.ofMillis(250));
    }
}
