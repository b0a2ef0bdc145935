package nl.peildatum.query.api;

import static nl.peildatum.query.RecordedEvents.planned;
import static nl.peildatum.query.api.cut.ProjectionName.AUDIT_TRAIL;
import static nl.peildatum.query.api.cut.ProjectionName.DASHBOARD;
import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.peildatum.contract.Moments;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import nl.peildatum.query.api.cut.CutAsked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class CutTest implements MovesTheClock {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static Story story() {
        Story story = Story.adopted();
        story.line(1, "Eén", 1, "2024-01-01");
        story.planned("22", 1, 1, "2024-01-01");
        story.started("22", "2024-02-01");
        story.completed("22", "2025-02-01");
        return story;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dashboard",
                "/acties",
                "/acties/22",
                "/acties/22/historie",
                "/acties/22/statusverloop",
                "/journaal",
                "/journaal/1"
            })
    void every_answer_says_its_cut(String path) {
        Story story = story();
        Answer now = story.ask(path);
        assertThat(now.status()).isEqualTo(200);
        assertThat(now.json("/peildatum").asString())
                .isEqualTo(LocalDate.now(AMSTERDAM).toString());
        assertThat(now.json("/bekendTot").asLong()).isEqualTo(5);
        assertThat(now.json("/bekendOp").asString())
                .isEqualTo(Moments.format(story.recordedAt(5)))
                .matches("[0-9T:-]+\\.[0-9]{6}Z");

        Answer then = story.ask(path + "?peildatum=2024-03-01&bekendTot=4");
        assertThat(then.json("/peildatum").asString()).isEqualTo("2024-03-01");
        assertThat(then.json("/bekendTot").asLong()).isEqualTo(4);
        assertThat(then.json("/bekendOp").asString())
                .isEqualTo(Moments.format(story.recordedAt(4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dashboard",
                "/acties",
                "/acties/22",
                "/acties/22/historie",
                "/acties/22/statusverloop",
                "/journaal"
            })
    void a_moment_and_a_number_that_are_the_same_cut_give_the_same_bytes(String path) {
        Story story = story();
        Instant fourth = story.recordedAt(4);
        String byNumber = story.ask(path + "?peildatum=2026-01-01&bekendTot=4").body();
        for (Instant moment : List.of(fourth, story.recordedAt(5).minusNanos(1000))) {
            Answer byMoment =
                    story.ask(path + "?peildatum=2026-01-01&bekendOp=" + Moments.format(moment));
            assertThat(byMoment.status()).isEqualTo(200);
            assertThat(byMoment.body()).isEqualTo(byNumber);
        }
        story.started("22", "2025-03-01");
        assertThat(story.ask(path + "?peildatum=2026-01-01&bekendTot=4").body())
                .isEqualTo(byNumber);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dashboard",
                "/acties",
                "/journaal",
                "/monitoringsoverzicht",
                "/verloop"
            })
    void only_a_number_cuts_an_act_and_the_answer_says_so(String path) {
        Story story = story();
        long before = story.head();
        ProgrammeId programme = new ProgrammeId(story.programme);
        story.tell(
                planned(new ActionId(programme, "91"), null, "2025-01-01"),
                planned(new ActionId(programme, "92"), null, "2025-01-01"),
                planned(new ActionId(programme, "93"), null, "2025-01-01"));
        story.started("91", "2025-03-01");

        for (long number : List.of(before, before + 3, before + 4)) {
            assertThat(story.ask(path + "?bekendTot=" + number).json().has("handeling")).isFalse();
        }
        for (long number : List.of(before + 1, before + 2)) {
            assertThat(story.ask(path + "?bekendTot=" + number).json("/handeling").toString())
                    .isEqualTo("{\"van\":%d,\"totEnMet\":%d}".formatted(before + 1, before + 3));
        }
        for (Instant moment :
                List.of(
                        story.recordedAt(before + 1),
                        story.recordedAt(before + 2),
                        story.recordedAt(before + 3).minusNanos(1000))) {
            Answer answer = story.ask(path + "?bekendOp=" + Moments.format(moment));
            assertThat(answer.json("/bekendTot").asLong()).isEqualTo(before);
            assertThat(answer.json().has("handeling")).isFalse();
        }
        assertThat(
                        story.ask(
                                        path
                                                + "?bekendOp="
                                                + Moments.format(story.recordedAt(before + 3)))
                                .json("/bekendTot")
                                .asLong())
                .isEqualTo(before + 3);
    }

    @Test
    void every_row_says_with_which_it_was_recorded() {
        Story story = story();
        long before = story.head();
        ProgrammeId programme = new ProgrammeId(story.programme);
        story.tell(
                planned(new ActionId(programme, "91"), null, "2025-01-01"),
                planned(new ActionId(programme, "92"), null, "2025-01-01"));
        String act = "{\"van\":%d,\"totEnMet\":%d}".formatted(before + 1, before + 2);

        assertThat(story.ask("/acties/92/historie").json("/regels/0/handeling").toString())
                .isEqualTo(act);
        JsonNode rows = story.ask("/journaal?vanaf=" + before).json("/regels");
        assertThat(rows.get(0).get("handeling").toString())
                .isEqualTo("{\"van\":%d,\"totEnMet\":%d}".formatted(before, before));
        assertThat(rows.get(1).get("handeling").toString()).isEqualTo(act);
        assertThat(rows.get(2).get("handeling").toString()).isEqualTo(act);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dashboard",
                "/acties",
                "/acties/22",
                "/acties/22/historie",
                "/acties/22/statusverloop",
                "/journaal"
            })
    void before_the_first_entry_everything_is_empty(String path) {
        Story story = story();
        for (String cut : List.of("bekendTot=0", "bekendOp=2001-01-01T00:00:00Z")) {
            Answer answer = story.ask(path + "?" + cut);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json("/bekendTot").asLong(-1)).isZero();
            assertThat(answer.json().get("bekendOp").isNull()).isTrue();
            assertThat(answer.json().propertyNames())
                    .containsExactlyElementsOf(story.ask(path).json().propertyNames());
            switch (path) {
                case "", "/acties/22" -> assertThat(answer.json().get("status").isNull()).isTrue();
                case "/dashboard" -> {
                    assertThat(answer.json().get("naam").isNull()).isTrue();
                    assertThat(answer.json("/totaal/acties").asInt(-1)).isZero();
                    assertThat(answer.json("/actielijnen")).isEmpty();
                    assertThat(answer.json("/nietVastgelegd").asInt(-1)).isZero();
                }
                case "/acties" -> assertThat(answer.json("/totaal").asInt(-1)).isZero();
                case "/acties/22/statusverloop" -> assertThat(answer.json("/perioden")).isEmpty();
                default -> assertThat(answer.json("/regels")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31", "2024-02-29", "2026-03-29", "2026-10-25"})
    void any_day_of_the_calendar_may_be_asked(String day) {
        Story story = story();
        for (String path : List.of("/dashboard", "/acties", "/acties/22/statusverloop")) {
            Answer answer = story.ask(path + "?peildatum=" + day);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json("/peildatum").asString()).isEqualTo(day);
        }
        assertThat(story.ask("/acties/22?peildatum=" + day).json().get("status").isNull())
                .isEqualTo(day.equals("0001-01-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peildatum=2025-02-30",
                "peildatum=gisteren",
                "peildatum=",
                "bekendOp=2026-01-01",
                "bekendOp=2026-01-01T00:00:00",
                "bekendTot=-1",
                "bekendTot=1.5",
                "bekendTot=twee",
                "bekendTot=99999999999999999999",
                "minstensJournaal=-1",
                "minstensJournaal=x",
                "bekendOp=2025-01-01T00:00:00Z&bekendTot=1",
                "bekendTot=6",
                "bekendOp=9999-01-01T00:00:00Z",
                "onzin=1",
                "peildatum=2025-01-01&peildatum=2025-01-02"
            })
    void a_cut_that_cannot_be_is_refused_by_name(String query) {
        Story story = story();
        for (String path : List.of("", "/dashboard", "/acties", "/acties/22/historie")) {
            Answer answer = story.ask(path + "?" + query);
            assertThat(answer.status()).as(path + "?" + query).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json("/fouten/0/veld").asString())
                    .isEqualTo(query.substring(0, query.indexOf('=')));
            assertThat(answer.json("/fouten/0/melding").asString()).isNotBlank();
        }
    }

    @Test
    void all_faults_are_named_at_once() {
        Answer answer =
                story().ask("/acties?peildatum=x&bekendOp=y&bekendTot=z&status=KLAAR&pagina=0&q=1");
        assertThat(answer.json("/fouten").findValuesAsString("veld"))
                .contains("peildatum", "bekendOp", "bekendTot", "status", "pagina", "q");
        assertThat(answer.body()).contains("AFGEROND, IN_UITVOERING, IN_UITVOERING_VERTRAGING");
    }

    @Test
    void a_moment_ahead_of_the_clock_is_refused_until_the_clock_gets_there() {
        Story story = story();
        String soon = Moments.format(Instant.now().plusSeconds(3600));
        assertThat(story.ask("?bekendOp=" + soon).status()).isEqualTo(400);
        assertThat(story.ask("?bekendOp=" + soon).json("/fouten/0/melding").asString())
                .isEqualTo("Dit moment ligt in de toekomst. Geef een moment dat al voorbij is.");
    }

    @Test
    void a_moment_just_past_here_may_still_be_ahead_of_the_clock_of_the_database() {
        Story story = story();
        Asked.CLOCK.ahead(Duration.ofMillis(700));
        Answer answer =
                story.ask("?bekendOp=" + Moments.format(Asked.CLOCK.instant().minusMillis(10)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json("/bekendTot").asLong()).isEqualTo(5);
        Asked.CLOCK.ahead(Duration.ofHours(1));
        assertThat(
                        story.ask(
                                        "?bekendOp="
                                                + Moments.format(
                                                        Asked.CLOCK.instant().minusMillis(10)))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void what_the_journal_has_reached_is_past_also_when_the_clock_was_set_back() {
        Story story = story();
        Asked.CLOCK.ahead(Duration.ofDays(-400));
        String head = Moments.format(story.recordedAt(5));
        Answer answer = story.ask("?bekendOp=" + head);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json("/bekendTot").asLong()).isEqualTo(5);
        assertThat(
                        story.ask(
                                        "?bekendOp="
                                                + Moments.format(
                                                        story.recordedAt(5).plusNanos(1000)))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void today_is_today_in_amsterdam() {
        Story story = story();
        Instant justAfterMidnight =
                LocalDate.now(AMSTERDAM).plusDays(1).atStartOfDay(AMSTERDAM).toInstant();
        Asked.CLOCK.ahead(Duration.between(Instant.now(), justAfterMidnight.plusSeconds(30)));
        assertThat(story.ask("").json("/peildatum").asString())
                .isEqualTo(LocalDate.now(AMSTERDAM).plusDays(1).toString());
        Asked.CLOCK.ahead(Duration.between(Instant.now(), justAfterMidnight.minusSeconds(30)));
        assertThat(story.ask("").json("/peildatum").asString())
                .isEqualTo(LocalDate.now(AMSTERDAM).toString());
    }

    // --- what is not processed yet

    @Test
    void an_answer_goes_as_far_as_the_projections_behind_it() {
        Story story = story().park(VERSIONS, AUDIT_TRAIL);
        story.baselined("22", Status.ONGOING, "2025-06-01");
        assertThat(story.ask("/acties/22").json("/bekendTot").asLong()).isEqualTo(5);
        assertThat(story.ask("/dashboard").json("/bekendTot").asLong()).isEqualTo(5);
        assertThat(story.ask("/acties/22/historie").json("/bekendTot").asLong()).isEqualTo(5);
        assertThat(story.ask("/journaal").json("/hoofd").asLong()).isEqualTo(5);
        story.unpark();
        assertThat(story.ask("/dashboard").json("/bekendTot").asLong()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minstensJournaal=6", "bekendTot=6", "minstensJournaal=6&bekendTot=2"})
    void asking_beyond_what_is_processed_is_refused_after_two_seconds(String query) {
        Story story = story().park(VERSIONS, DASHBOARD, JOURNAL, AUDIT_TRAIL);
        story.completed("22", "2025-06-01");
        long start = System.nanoTime();
        Answer answer = story.ask("/acties?" + query);
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json("/verwerktTot").asLong()).isEqualTo(5);
        assertThat(answer.json("/detail").asString())
                .isEqualTo(
                        "Journaalnummer 6 van programma ‘"
                                + story.programme
                                + "’ is nog niet verwerkt; de antwoorden gaan nu tot en met nummer"
                                + " 5. Probeer het over 2 seconden opnieuw.");
        assertThat(waited).isBetween(1_900L, 4_000L);
    }

    @Test
    void a_moment_up_to_which_not_all_is_processed_is_refused_too() {
        Story story = story().park(VERSIONS);
        story.completed("22", "2025-06-01");
        Answer answer = story.ask("?bekendOp=" + Moments.format(story.recordedAt(6)));
        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void a_number_that_is_not_recorded_yet_is_waited_for() {
        Story story = story();
        assertThat(story.ask("/dashboard?minstensJournaal=6").status()).isEqualTo(503);
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> story.ask("/dashboard?minstensJournaal=6"));
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS)
                .execute(() -> story.explained("22", "Later", "2025-06-01"));
        assertThat(asked.join().status()).isEqualTo(200);
        assertThat(asked.join().json("/bekendTot").asLong()).isEqualTo(6);
    }

    @Test
    void one_reads_ones_own_write_as_soon_as_it_is_processed() {
        Story story = story().park(VERSIONS);
        story.explained("22", "Nieuw", "2025-06-01");
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(
                        () -> story.ask("/acties/22?minstensJournaal=6&peildatum=2026-01-01"));
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(story::unpark);
        assertThat(asked.join().status()).isEqualTo(200);
        assertThat(asked.join().json("/toelichting").asString()).isEqualTo("Nieuw");
    }

    @Test
    void a_minimum_asks_for_progress_and_leaves_the_cut_as_it_is() {
        Story story = story();
        Answer answer = story.ask("/acties/22?bekendTot=4&minstensJournaal=5");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json("/bekendTot").asLong()).isEqualTo(4);
    }

    @Test
    void a_programme_that_is_parked_does_not_keep_others_waiting() {
        Story parked = story().park(VERSIONS, DASHBOARD, JOURNAL, AUDIT_TRAIL);
        parked.completed("22", "2025-06-01");
        Story other = story();
        assertThat(other.ask("/dashboard?minstensJournaal=5").status()).isEqualTo(200);
        assertThat(Asked.get("").status()).isEqualTo(200);
    }

    @Test
    void an_answer_is_read_from_one_snapshot() {
        Story story = story();
        JdbcClient jdbc = JdbcClient.create(Asked.dataSource());
        CutAsked asked = new CutAsked(LocalDate.parse("2026-01-01"), null, null, null);
        List<String> seen =
                Asked.cuts()
                        .answer(
                                story.programme,
                                asked,
                                Set.of(VERSIONS),
                                cut -> {
                                    CompletableFuture.runAsync(
                                                    () -> story.explained("22", "Nu", "2025-06-01"))
                                            .join();
                                    return List.of(
                                            one(jdbc, "SHOW transaction_isolation"),
                                            one(jdbc, "SHOW transaction_read_only"),
                                            one(
                                                    jdbc,
                                                    "SELECT max(number)::text FROM action_entry"
                                                            + " WHERE programme = '"
                                                            + story.programme
                                                            + "'"));
                                });
        assertThat(seen).containsExactly("repeatable read", "on", "5");
        assertThat(story.ask("/acties/22").json("/versie").asLong()).isEqualTo(4);
    }

    private static String one(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(String.class).single();
    }

    // --- the form of an answer

    @Test
    void an_answer_has_a_tag_and_is_not_sent_twice() {
        Story story = story();
        Answer first = story.ask("/acties");
        String tag = first.header("ETag");
        assertThat(tag).isNotNull();
        String path = "/" + story.programme + "/acties";
        assertThat(Asked.method("GET", path, "If-None-Match", String.valueOf(tag)).status())
                .isEqualTo(304);
        story.explained("22", "Nieuw", "2025-06-01");
        assertThat(Asked.method("GET", path, "If-None-Match", String.valueOf(tag)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dashboard",
                "/acties",
                "/acties/22",
                "/acties/22/historie",
                "/acties/22/statusverloop",
                "/journaal",
                "/journaal/1"
            })
    void head_says_what_get_would_say_without_saying_it(String path) {
        Story story = story();
        Answer get = story.ask(path);
        Answer head = Asked.method("HEAD", "/" + story.programme + path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(Asked.method("HEAD", "/" + story.programme + path + "?onzin=1").status())
                .isEqualTo(400);
    }

    @Test
    void another_form_than_json_is_not_there() {
        Story story = story();
        assertThat(
                        Asked.method("GET", "/" + story.programme + "/acties", "Accept", "text/csv")
                                .status())
                .isEqualTo(406);
    }

    // --- what does not exist

    @ParameterizedTest
    @ValueSource(strings = {"bestaat-niet", "GROOT", "een%20twee", "%C3%A9", "..%3B", "a%27--"})
    void an_unknown_programme_is_not_found(String programme) {
        for (String path : List.of("", "/dashboard", "/acties", "/acties/22", "/journaal")) {
            Answer answer = Asked.get("/" + programme + path);
            assertThat(answer.status()).as(programme + path).isIn(404, 400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(Asked.get("/bestaat-niet/dashboard?bekendTot=0").status()).isEqualTo(404);
        assertThat(Asked.get("/bestaat-niet/dashboard?bekendTot=5").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "GROOT", "een%20twee", "%C3%A9"})
    void an_unknown_action_is_not_found(String action) {
        Story story = story();
        for (String path : List.of("", "/historie", "/statusverloop")) {
            Answer answer = story.ask("/acties/" + action + path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json("/detail").asString()).contains("bestaat niet");
            assertThat(story.ask("/acties/" + action + path + "?bekendTot=0").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_action_that_is_recorded_and_not_yet_processed_exists() {
        Story story = story().park(VERSIONS);
        story.planned("23", 1, 2, "2025-01-01");
        Answer answer = story.ask("/acties/23");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").isNull()).isTrue();
        assertThat(answer.json("/versie").asLong(-1)).isZero();
        assertThat(story.ask("/acties/23/statusverloop").json("/perioden")).isEmpty();
        assertThat(story.ask("/acties/23/historie").json("/regels")).isEmpty();
    }
}
