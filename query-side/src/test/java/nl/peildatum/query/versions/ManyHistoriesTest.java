package nl.peildatum.query.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.difference.AddsUp;
import nl.peildatum.query.versions.AnyHistory.Change;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten thousand histories, twenty of them recorded, projected and asked about together. */
class ManyHistoriesTest {

    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static final int MOST_CHANGES = 12;
    private static final int TOGETHER = 20;
    private static final int MOST_ACTS = 4;
    private static @Nullable ReadDatabase database;
    private static @Nullable RecordedEvents events;
    private static @Nullable Journal journal;

    @BeforeContainer
    static void open() {
        database = new ReadDatabase();
        events = new RecordedEvents(database.database().dataSource());
        journal = database.journal();
    }

    @AfterContainer
    static void close() {
        database().close();
    }

    private static ReadDatabase database() {
        return Objects.requireNonNull(database);
    }

    /** A day, and a share out of a thousand of what is recorded. */
    record Question(LocalDate day, int share) {}

    /** What changes, and what is asked about it. */
    record Told(List<Change> changes, List<Question> questions) {}

    /** What is recorded in a programme of its own, and what is asked about it. */
    private record History(
            ProgrammeId programme, List<JournalEntry<Event>> journal, List<Question> questions) {

        List<Cut> cuts() {
            return questions.stream().map(this::cut).toList();
        }

        /** The journal in acts: one ends with every entry that is asked about. */
        List<List<JournalEntry<Event>>> acts() {
            List<Integer> ends =
                    Stream.concat(
                                    cuts().stream().map(Cut::known),
                                    Stream.of(0L, (long) journal.size()))
                            .distinct()
                            .sorted()
                            .map(Long::intValue)
                            .toList();
            return IntStream.range(1, ends.size())
                    .mapToObj(i -> journal.subList(ends.get(i - 1), ends.get(i)))
                    .toList();
        }

        private Cut cut(Question question) {
            return new Cut(
                    programme, question.day(), (long) question.share() * journal.size() / 1000);
        }
    }

    /** A day of a programme, as known up to an entry. */
    private record Cut(ProgrammeId programme, LocalDate day, long known) {}

    @Provide
    Arbitrary<List<Told>> histories() {
        Arbitrary<List<Question>> questions =
                Combinators.combine(
                                Arbitraries.integers()
                                        .between(-1, AnyHistory.DAYS)
                                        .withDistribution(RandomDistribution.uniform()),
                                Arbitraries.integers()
                                        .between(0, 1000)
                                        .withDistribution(RandomDistribution.uniform()))
                        .as((day, share) -> new Question(AnyHistory.FIRST_DAY.plusDays(day), share))
                        .list()
                        .ofSize(3);
        return Combinators.combine(AnyHistory.changes(MOST_CHANGES), questions)
                .as(Told::new)
                .list()
                .ofSize(TOGETHER);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void many_a_history_answers_as_a_plain_fold_says_for_ever_and_its_differences_add_up(
            @ForAll("histories") List<Told> told) {
        List<History> histories = told.stream().map(ManyHistoriesTest::record).toList();
        Map<Cut, List<String>> then = project(histories);

        Map<Cut, List<String>> now =
                standings(histories.stream().flatMap(one -> one.cuts().stream()).toList());
        assertThat(now).isEqualTo(then);
        assertThat(brokenTimelines(histories)).isEmpty();
        Map<ProgrammeId, AddsUp> differences =
                AddsUp.of(
                        database().jdbc(),
                        histories.stream()
                                .collect(Collectors.toMap(History::programme, History::journal)));
        for (History history : histories) {
            List<Cut> cuts = history.cuts();
            for (Cut cut : cuts) {
                OverviewV1 plain =
                        PlainFold.overview(
                                cut.programme(), history.journal(), cut.day(), cut.known());
                assertThat(now.get(cut))
                        .isEqualTo(plain.acties().stream().map(ManyHistoriesTest::asText).toList());
            }
            AddsUp difference = Objects.requireNonNull(differences.get(history.programme()));
            checkBetween(cuts.get(0), cuts.get(1), difference);
            checkBetween(cuts.get(1), cuts.get(2), difference);
        }
    }

    private static History record(Told told) {
        ProgrammeId programme = new ProgrammeId("q" + PROGRAMMES.incrementAndGet());
        List<Event> happened = AnyHistory.of(programme, told.changes());
        Objects.requireNonNull(events).record(happened);
        return new History(
                programme,
                Objects.requireNonNull(journal).between(programme, 1, happened.size()),
                told.questions());
    }

    /** Act by act; what is asked about the end of one is answered before the next one. */
    private static Map<Cut, List<String>> project(List<History> histories) {
        Versions versions = new Versions(database().jdbc(), database().known());
        Map<Cut, List<String>> answers = standings(askedAt(0, histories));
        new TransactionTemplate(new JdbcTransactionManager(database().dataSource()))
                .executeWithoutResult(
                        _ -> {
                            for (int act = 1; act <= MOST_ACTS; act++) {
                                for (History history : histories) {
                                    if (act <= history.acts().size()) {
                                        List<JournalEntry<Event>> entries =
                                                history.acts().get(act - 1);
                                        entries.forEach(database().known()::add);
                                        versions.on(entries);
                                    }
                                }
                                answers.putAll(standings(askedAt(act, histories)));
                            }
                        });
        return answers;
    }

    /** The cuts that know each history up to the end of its so manieth act. */
    private static List<Cut> askedAt(int act, List<History> histories) {
        List<Cut> cuts = new ArrayList<>();
        for (History history : histories) {
            long known = history.acts().stream().limit(act).mapToLong(List::size).sum();
            if (act <= history.acts().size()) {
                history.cuts().stream().filter(cut -> cut.known() == known).forEach(cuts::add);
            }
        }
        return cuts;
    }

    /** From the earlier of their days and knowledges to the later. */
    private static void checkBetween(Cut one, Cut other, AddsUp differences) {
        boolean inOrder = one.day().isBefore(other.day());
        differences.check(
                inOrder ? one.day() : other.day(),
                Math.min(one.known(), other.known()),
                inOrder ? other.day() : one.day(),
                Math.max(one.known(), other.known()));
    }

    private static String asText(OverviewV1.Action action) {
        return Stream.of(
                        action.actie(),
                        action.status(),
                        action.actielijn(),
                        action.opgenomen(),
                        action.titel(),
                        entry(action.toelichting()),
                        entry(action.reden()),
                        entry(action.redenNietOpgenomen()))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable Long entry(OverviewV1.@Nullable Text text) {
        return text == null ? null : text.journaalnummer();
    }

    /** Whatever, with any knowledge, does not begin where the one before it ended, or ends. */
    private static List<String> brokenTimelines(List<History> histories) {
        return database()
                .jdbc()
                .sql(
                        """
                        SELECT broken.*
                        FROM unnest(:programmes::text[], :heads::bigint[]) one(programme, head)
                        CROSS JOIN LATERAL (
                            WITH timeline AS (
                                SELECT 'actie ' || action AS about, effective_from, effective_to,
                                    known_from, known_to
                                FROM action_version WHERE programme = one.programme
                                UNION ALL
                                SELECT 'lijn ' || line, effective_from, effective_to, known_from,
                                    known_to
                                FROM line_version WHERE programme = one.programme
                            ), known AS (
                                SELECT about, number, effective_to, lead(effective_from) OVER (
                                    PARTITION BY about, number ORDER BY effective_from) AS next
                                FROM timeline JOIN generate_series(1, one.head) number
                                    ON known_from <= number
                                        AND (known_to IS NULL OR known_to > number)
                            )
                            SELECT one.programme || ' ' || about || ', bekend tot ' || number ||
                                ': ' || known::text
                            FROM known WHERE effective_to IS DISTINCT FROM next) broken""")
                .param(
                        "programmes",
                        histories.stream()
                                .map(one -> one.programme().value())
                                .toArray(String[]::new))
                .param(
                        "heads",
                        histories.stream()
                                .map(one -> (long) one.journal().size())
                                .toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    private static Map<Cut, List<String>> standings(List<Cut> cuts) {
        Map<Cut, List<String>> standings = new HashMap<>();
        cuts.forEach(cut -> standings.put(cut, new ArrayList<>()));
        List<Cut> asked = List.copyOf(standings.keySet());
        if (asked.isEmpty()) {
            return standings;
        }
        database()
                .jdbc()
                .sql(
                        """
                        SELECT cut.number, v.*
                        FROM unnest(?::text[], ?::date[], ?::bigint[])
                                WITH ORDINALITY cut(programme, day, known, number)
                            CROSS JOIN LATERAL (
                                SELECT * FROM action_version v
                                WHERE v.programme = cut.programme
                                    AND v.effective_from <= cut.day
                                    AND (v.effective_to IS NULL OR v.effective_to > cut.day)
                                    AND v.known_from <= cut.known
                                    AND (v.known_to IS NULL OR v.known_to > cut.known)
                                OFFSET 0) v
                        ORDER BY cut.number, v.action""")
                .param(asked.stream().map(cut -> cut.programme().value()).toArray(String[]::new))
                .param(asked.stream().map(cut -> cut.day().toString()).toArray(String[]::new))
                .param(asked.stream().map(Cut::known).toArray(Long[]::new))
                .query(
                        row -> {
                            Cut cut = asked.get(row.getInt("number") - 1);
                            Objects.requireNonNull(standings.get(cut))
                                    .add(
                                            row.getString("action")
                                                    + " "
                                                    + StatusCode.of(row.getString("status"))
                                                    + " "
                                                    + row.getString("line")
                                                    + " "
                                                    + row.getBoolean("included")
                                                    + " "
                                                    + row.getString("title")
                                                    + " "
                                                    + row.getString("explanation_entry")
                                                    + " "
                                                    + row.getString("status_reason_entry")
                                                    + " "
                                                    + row.getString("exclusion_reason_entry"));
                        });
        return standings;
    }
}
