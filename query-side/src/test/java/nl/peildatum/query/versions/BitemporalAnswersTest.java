package nl.peildatum.query.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.versions.AnyHistory.Change;
import nl.peildatum.query.versions.NaiveAction.Numbered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class BitemporalAnswersTest {

    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static final int LONGEST_ACT = 12;
    private static final JsonMapper JSON = new JsonMapper();
    private static @Nullable Fixture fixture;

    /** One database for all tries; every try is a programme of its own. */
    private record Fixture(
            ReadDatabase database,
            RecordedEvents events,
            Journal journal,
            List<Projection> projections,
            TransactionTemplate transaction) {

        static Fixture create() {
            ReadDatabase database = new ReadDatabase();
            return new Fixture(
                    database,
                    new RecordedEvents(database.database().dataSource()),
                    database.journal(),
                    database.projections(),
                    new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
        }

        /** In acts of so many entries. */
        List<Numbered> recordAndProject(ProgrammeId programme, List<Event> history, int together) {
            events.record(history);
            List<JournalEntry<Event>> entries = journal.between(programme, 1, history.size());
            transaction.executeWithoutResult(
                    _ -> {
                        for (int from = 0; from < entries.size(); from += together) {
                            List<JournalEntry<Event>> act =
                                    entries.subList(
                                            from, Math.min(from + together, entries.size()));
                            act.forEach(database.known()::add);
                            projections.forEach(one -> one.on(act));
                        }
                    });
            List<Numbered> numbered = new ArrayList<>();
            history.forEach(event -> numbered.add(new Numbered(numbered.size() + 1L, event)));
            return numbered;
        }
    }

    @BeforeContainer
    static void open() {
        fixture = Fixture.create();
    }

    @AfterContainer
    static void close() {
        fixture().database().close();
    }

    private static Fixture fixture() {
        return Objects.requireNonNull(fixture);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return AnyHistory.changes();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
    void every_answer_on_every_day_with_every_knowledge_is_that_of_a_naive_fold(
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(min = 1, max = LONGEST_ACT) int together) {
        ProgrammeId programme = new ProgrammeId("p" + PROGRAMMES.incrementAndGet());
        List<Numbered> journal =
                fixture().recordAndProject(programme, AnyHistory.of(programme, changes), together);
        List<List<Numbered>> standing = new ArrayList<>();
        for (long known = 0; known <= journal.size(); known++) {
            standing.add(NaiveAction.standing(known, journal));
        }

        for (String action : AnyHistory.ACTIONS) {
            assertThat(actionRows(programme, action, journal.size()))
                    .isEqualTo(naiveActions(action, standing));
            assertThat(trailRows(programme, action, journal.size()))
                    .isEqualTo(naiveTrail(action, standing));
        }
        for (int line : AnyHistory.LINES) {
            assertThat(lineRows(programme, line, journal.size()))
                    .isEqualTo(naiveLines(line, standing));
        }
        assertThat(counts(programme)).isEqualTo(naiveCounts(standing.getLast()));
    }

    private static Stream<LocalDate> days() {
        return AnyHistory.FIRST_DAY
                .minusDays(1)
                .datesUntil(AnyHistory.FIRST_DAY.plusDays(AnyHistory.DAYS + 1));
    }

    private static Map<String, String> naiveActions(String action, List<List<Numbered>> standing) {
        Map<String, String> answers = new TreeMap<>();
        days().forEach(
                        day -> {
                            for (int known = 0; known < standing.size(); known++) {
                                NaiveAction state =
                                        NaiveAction.on(day, action, standing.get(known));
                                answers.put(
                                        day + " " + known,
                                        state == null ? "niet vastgelegd" : state.asText());
                            }
                        });
        return answers;
    }

    private static Map<String, String> actionRows(ProgrammeId programme, String action, int head) {
        Map<String, String> answers = new TreeMap<>();
        fixture()
                .database()
                .jdbc()
                .sql(
                        """
                        SELECT d.day::date AS day, k.known, v.*
                        FROM unnest(?::date[]) d(day) CROSS JOIN generate_series(0, ?) k(known)
                        LEFT JOIN action_version v ON v.programme = ? AND v.action = ?
                            AND v.known_from <= k.known AND (v.known_to IS NULL OR v.known_to > k.known)
                            AND v.effective_from <= d.day
                            AND (v.effective_to IS NULL OR v.effective_to > d.day)""")
                .param(days().map(LocalDate::toString).toArray(String[]::new))
                .param(head)
                .param(programme.value())
                .param(action)
                .query(
                        row -> {
                            String old =
                                    answers.put(
                                            row.getString("day") + " " + row.getLong("known"),
                                            row.getString("status") == null
                                                    ? "niet vastgelegd"
                                                    : String.join(
                                                            "|",
                                                            row.getString("status"),
                                                            row.getString("status_entry"),
                                                            String.valueOf(
                                                                    row.getBoolean("baseline")),
                                                            row.getString("status_reason") + "",
                                                            row.getString("report_label"),
                                                            row.getString("title") + "",
                                                            row.getString("line") + "",
                                                            row.getString("position") + "",
                                                            String.valueOf(
                                                                    row.getBoolean("included")),
                                                            row.getString("exclusion_reason") + "",
                                                            List.of(
                                                                            (Object[])
                                                                                    row.getArray(
                                                                                                    "execution_years")
                                                                                            .getArray())
                                                                    .toString(),
                                                            row.getString("explanation") + "",
                                                            row.getString("expected_completion")
                                                                    + "",
                                                            links(row.getString("links"))));
                            assertThat(old).as("one answer").isNull();
                        });
        return answers;
    }

    private static String links(String json) {
        List<String> links = new ArrayList<>();
        JSON.readTree(json)
                .forEach(
                        link ->
                                links.add(
                                        link.get("kind").asString()
                                                + " "
                                                + link.get("action").asString()));
        return links.toString();
    }

    private static Map<String, String> naiveTrail(String action, List<List<Numbered>> standing) {
        Map<String, String> answers = new TreeMap<>();
        for (int known = 1; known < standing.size(); known++) {
            String status = null;
            for (Numbered entry :
                    NaiveAction.thatCount(LocalDate.MAX, action, standing.get(known))) {
                NaiveAction after =
                        NaiveAction.on(
                                entry.event().basis().effectiveOn(),
                                action,
                                upToAndIncluding(entry, action, standing.get(known)));
                String now = Objects.requireNonNull(after).status;
                boolean moved = entry.event() instanceof StatusChange;
                boolean given =
                        moved
                                || entry.event() instanceof ActionPlanned
                                || entry.event() instanceof ActionBaselined;
                answers.put(
                        entry.number() + " " + known,
                        (moved ? status : null) + " " + (given ? now : null));
                status = now;
            }
        }
        return answers;
    }

    private static List<Numbered> upToAndIncluding(
            Numbered last, String action, List<Numbered> standing) {
        List<Numbered> inOrder = NaiveAction.thatCount(LocalDate.MAX, action, standing);
        return inOrder.subList(0, inOrder.indexOf(last) + 1);
    }

    private static Map<String, String> trailRows(ProgrammeId programme, String action, int head) {
        Map<String, String> answers = new TreeMap<>();
        fixture()
                .database()
                .jdbc()
                .sql(
                        """
                        SELECT l.number, k.known, l.from_status, l.to_status
                        FROM generate_series(1, ?) k(known)
                        JOIN audit_line l ON l.programme = ? AND l.action = ? AND l.refers_to IS NULL
                            AND NOT EXISTS (
                                SELECT FROM audit_line r WHERE r.programme = l.programme
                                    AND r.number = l.ended_by AND r.to_status IS NULL
                                    AND r.sentence LIKE '%is ingetrokken en geldt niet meer%')
                            AND l.known_from <= k.known
                            AND (l.known_to IS NULL OR l.known_to > k.known)""")
                .params(head, programme.value(), action)
                .query(
                        row -> {
                            String old =
                                    answers.put(
                                            row.getLong("number") + " " + row.getLong("known"),
                                            row.getString("from_status")
                                                    + " "
                                                    + row.getString("to_status"));
                            assertThat(old).as("one line").isNull();
                        });
        return answers;
    }

    private static Map<String, String> naiveLines(int line, List<List<Numbered>> standing) {
        Map<String, String> answers = new TreeMap<>();
        days().forEach(
                        day -> {
                            for (int known = 0; known < standing.size(); known++) {
                                answers.put(
                                        day + " " + known,
                                        naiveLine(line, day, standing.get(known)));
                            }
                        });
        return answers;
    }

    private static String naiveLine(int line, LocalDate day, List<Numbered> standing) {
        String title = "niet vastgelegd";
        LocalDate since = LocalDate.MIN;
        for (Numbered entry : standing) {
            LocalDate on = entry.event().basis().effectiveOn();
            if (!on.isAfter(day) && !on.isBefore(since)) {
                if (entry.event() instanceof ActionLineDefined e && e.number() == line) {
                    title = e.content().title() + " " + entry.number();
                    since = on;
                }
                if (entry.event() instanceof ActionLineRevised e && e.number() == line) {
                    title = e.content().title() + " " + entry.number();
                    since = on;
                }
            }
        }
        return title;
    }

    private static Map<String, String> lineRows(ProgrammeId programme, int line, int head) {
        Map<String, String> answers = new TreeMap<>();
        fixture()
                .database()
                .jdbc()
                .sql(
                        """
                        SELECT d.day::date AS day, k.known, v.title || ' ' || v.entry AS told
                        FROM unnest(?::date[]) d(day) CROSS JOIN generate_series(0, ?) k(known)
                        LEFT JOIN line_version v ON v.programme = ? AND v.line = ?
                            AND v.known_from <= k.known AND (v.known_to IS NULL OR v.known_to > k.known)
                            AND v.effective_from <= d.day
                            AND (v.effective_to IS NULL OR v.effective_to > d.day)""")
                .param(days().map(LocalDate::toString).toArray(String[]::new))
                .param(head)
                .param(programme.value())
                .param(line)
                .query(
                        row -> {
                            String told = row.getString("told");
                            String old =
                                    answers.put(
                                            row.getString("day") + " " + row.getLong("known"),
                                            told == null ? "niet vastgelegd" : told);
                            assertThat(old).as("one answer").isNull();
                        });
        return answers;
    }

    private static Map<String, Integer> naiveCounts(List<Numbered> standing) {
        LocalDate today = AnyHistory.FIRST_DAY.plusDays(AnyHistory.DAYS);
        Map<String, Integer> counts = new TreeMap<>();
        for (String action : AnyHistory.ACTIONS) {
            NaiveAction state = NaiveAction.on(today, action, standing);
            if (state != null && state.included && !state.status.equals("WITHDRAWN")) {
                Integer line = state.line;
                boolean defined =
                        line != null && !naiveLine(line, today, standing).equals("niet vastgelegd");
                counts.merge((defined ? line : null) + " " + state.status, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Map<String, Integer> counts(ProgrammeId programme) {
        Map<String, Integer> counts = new TreeMap<>();
        fixture()
                .database()
                .jdbc()
                .sql("SELECT line, status, actions FROM dashboard_count WHERE programme = ?")
                .param(programme.value())
                .query(
                        row -> {
                            counts.put(
                                    row.getString("line") + " " + row.getString("status"),
                                    row.getInt("actions"));
                        });
        return counts;
    }
}
