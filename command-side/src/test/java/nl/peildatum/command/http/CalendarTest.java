package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    private static final SetClock CLOCK = new SetClock();
    private static final CommandSideServer SERVER =
            CommandSideServer.start(TestDatabase.create(), CLOCK);

    /** A clock that stands at the moment it was last set to. */
    private static final class SetClock extends Clock {
        private volatile Instant moment = Instant.parse("2027-01-01T12:00:00Z");

        void set(String to) {
            moment = Instant.parse(to);
        }

        @Override
        public Instant instant() {
            return moment;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String programme() {
        String programme = SERVER.programme();
        SERVER.post(
                        programme + "/acties",
                        """
                        {"actie": "22", "titel": "Een actie", "uitvoeringsjaren": [2024],
                         "opgenomen": true, "ingangsdatum": "2024-01-01"}""")
                .isDone(201);
        return programme;
    }

    private static Answer start(String programme, String day) {
        return move(programme, "START", day);
    }

    private static Answer move(String programme, String kind, String day) {
        return SERVER.post(
                programme + "/acties/22/statuswijzigingen",
                "{\"soort\": \"%s\", \"ingangsdatum\": \"%s\"}".formatted(kind, day));
    }

    /** The effective date of the entry that was recorded last. */
    private static LocalDate lastDay(String programme) {
        return SERVER.jdbc()
                .sql(
                        """
                        SELECT convert_from(facts, 'UTF8')::json -> 'basis' ->> 'effectiveOn'
                        FROM events.event WHERE programme = ?
                        ORDER BY journal_number DESC LIMIT 1""")
                .param(programme.substring(programme.lastIndexOf('/') + 1))
                .query(LocalDate.class)
                .single();
    }

    private static String fault(Answer refused) {
        assertThat(refused.isProblem(400).json().get("fouten")).hasSize(1);
        return refused.json().at("/fouten/0/melding").asString();
    }

    /** The day begins at 23:00 UTC in winter and at 22:00 UTC in summer. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:59:59Z, 2026-03-28",
        "2026-03-28T23:00:00Z, 2026-03-29",
        "2026-03-29T21:59:59Z, 2026-03-29",
        "2026-03-29T22:00:00Z, 2026-03-30",
        "2026-10-24T21:59:59Z, 2026-10-24",
        "2026-10-24T22:00:00Z, 2026-10-25",
        "2026-10-25T22:59:59Z, 2026-10-25",
        "2026-10-25T23:00:00Z, 2026-10-26",
        "2024-02-28T23:00:00Z, 2024-02-29",
        "2024-02-29T23:00:00Z, 2024-03-01",
        "2025-12-31T22:59:59Z, 2025-12-31",
        "2025-12-31T23:00:00Z, 2026-01-01",
    })
    void what_is_recorded_counts_from_today_in_amsterdam_and_never_from_tomorrow(
            String moment, LocalDate today) {
        CLOCK.set(moment);
        String programme = programme();
        String tomorrow = today.plusDays(1).toString();

        assertThat(fault(start(programme, tomorrow)))
                .isEqualTo(
                        "De ingangsdatum %s ligt in de toekomst. Kies een datum tot en met vandaag (%s)."
                                .formatted(
                                        DutchDates.format(today.plusDays(1)),
                                        DutchDates.format(today)));
        assertThat(SERVER.recorded(programme)).hasSize(2);
        SERVER.post(programme + "/acties/22/statuswijzigingen", "{\"soort\": \"START\"}")
                .isDone(201);
        assertThat(lastDay(programme)).isEqualTo(today);
        Answer completed = move(programme, "AFRONDING", today.toString()).isDone(201);
        assertThat(lastDay(programme)).isEqualTo(today);

        assertThat(
                        SERVER.post(
                                        programme
                                                + "/journaal/"
                                                + completed.number()
                                                + "/correcties",
                                        "{\"reden\": \"later\", \"als\": {\"ingangsdatum\": \"%s\"}}"
                                                .formatted(tomorrow))
                                .isProblem(400)
                                .faulty())
                .hasSize(1)
                .first()
                .asString()
                .endsWith("ingangsdatum");
        SERVER.post(
                        programme + "/rapportages",
                        "{\"peildatum\": \"%s\", \"bekendTot\": 1, \"digest\": \"%s\"}"
                                .formatted(tomorrow, "ab".repeat(32)))
                .isProblem(400);
        SERVER.post(
                        programme + "/rapportages",
                        "{\"peildatum\": \"%s\", \"bekendTot\": 1, \"digest\": \"%s\"}"
                                .formatted(today, "ab".repeat(32)))
                .isProblem(409);
        imported(programme, tomorrow, 400);
        imported(programme, today.toString(), 422);
        assertThat(SERVER.recorded(programme)).hasSize(4);
    }

    private static void imported(String programme, String day, int status) {
        SERVER.send(
                        "POST",
                        programme + "/importen?peildatum=" + day,
                        "geen overzicht",
                        "Content-Type",
                        "text/markdown")
                .isProblem(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 2026-03-29",
        "2026-03-29, 2026-03-30",
        "2026-10-24, 2026-10-25",
        "2026-10-25, 2026-10-26",
        "2024-02-28, 2024-02-29",
        "2024-02-29, 2024-03-01",
        "2025-12-31, 2026-01-01",
    })
    void an_odd_day_comes_after_the_day_before_it(String before, String after) {
        CLOCK.set("2027-01-01T12:00:00Z");
        String programme = programme();
        start(programme, after).isDone(201);
        move(programme, "AFRONDING", before).isProblem(409);
        SERVER.post(
                        programme + "/journaal/3/correcties",
                        "{\"reden\": \"eerder\", \"als\": {\"ingangsdatum\": \"%s\"}}"
                                .formatted(before))
                .isDone(201);
        move(programme, "AFRONDING", before).isDone(201);
        assertThat(lastDay(programme)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2100-02-29", "2024-02-30", "2025-12-32", "2026-04-31"})
    void a_day_that_is_not_in_the_calendar_is_refused_by_name(String day) {
        CLOCK.set("2027-01-01T12:00:00Z");
        String programme = programme();
        for (String path :
                List.of(
                        "/acties/22/statuswijzigingen",
                        "/acties/22/toelichtingen",
                        "/acties/22/wijzigingen")) {
            Answer refused =
                    SERVER.post(programme + path, "{\"ingangsdatum\": \"%s\"}".formatted(day));
            assertThat(refused.isProblem(400).faulty()).contains("ingangsdatum");
        }
        assertThat(fault(start(programme, day)))
                .isEqualTo(
                        "Deze datum staat niet op de kalender. Controleer het jaar, de maand en de dag.");
        assertThat(SERVER.recorded(programme)).hasSize(2);
    }
}
