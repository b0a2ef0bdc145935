package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.AUDIT_TRAIL;
import static nl.peildatum.query.api.cut.ProjectionName.DASHBOARD;
import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.peildatum.api.Today;
import nl.peildatum.contract.Moments;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import nl.peildatum.query.processing.EveryKindOfEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TrailTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.line(1, "Eén", 1, "2024-01-01");
        story.planned("24", 1, 1, "2024-01-01"); // 3
        story.planned("25", 1, 2, "2024-01-01");
        story.baselined("24", Status.IN_PROGRESS, "2025-11-30"); // 5
        story.delayed("24", "2026-01-15", "de leverancier levert later", null);
        story.tell(
                new ActionRetitled(
                        story.action("24"), "Nieuwe titel", story.basis("2026-02-01"), null)); // 7
        story.resumed("24", "2026-03-01");
        story.started("24", "2025-12-15"); // 9: recorded late
    }

    @Test
    void everything_about_an_action_stands_in_journal_order() {
        JsonNode history = story.ask("/acties/24/historie").json();
        assertThat(history.propertyNames())
                .containsExactly(
                        "actie", "titel", "peildatum", "bekendTot", "bekendOp", "regels", "totaal");
        assertThat(history.get("titel").asString()).isEqualTo("Nieuwe titel");
        assertThat(numbers(history)).containsExactly(3L, 5L, 6L, 7L, 8L, 9L);
        JsonNode row = history.at("/regels/2");
        assertThat(row.propertyNames())
                .containsExactly(
                        "journaalnummer",
                        "id",
                        "soort",
                        "van",
                        "naar",
                        "ingangsdatum",
                        "ingangsdatumNu",
                        "geregistreerdOp",
                        "laatDagen",
                        "door",
                        "doorNaam",
                        "reden",
                        "toelichting",
                        "bron",
                        "zin",
                        "verwijstNaar",
                        "vervallenDoor",
                        "geldt",
                        "handeling",
                        "hash");
        assertThat(row.get("soort").asString()).isEqualTo("VERTRAGING");
        assertThat(row.get("van").asString()).isEqualTo("IN_UITVOERING");
        assertThat(row.get("naar").asString()).isEqualTo("IN_UITVOERING_VERTRAGING");
        assertThat(row.get("ingangsdatum").asString()).isEqualTo("2026-01-15");
        assertThat(row.get("geregistreerdOp").asString())
                .isEqualTo(Moments.format(story.recordedAt(6)));
        assertThat(row.get("reden").asString()).isEqualTo("de leverancier levert later");
        assertThat(row.get("zin").asString())
                .startsWith(
                        "Actie 24 ging op 15 januari 2026 van ‘In uitvoering’ naar ‘In uitvoering,"
                                + " vertraging’");
        assertThat(row.get("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(row.get("verwijstNaar").isNull()).isTrue();
        assertThat(history.at("/regels/1/bron").asString()).isEqualTo("Overzicht november 2025");
    }

    @Test
    void the_report_date_hides_nothing_of_the_history() {
        assertThat(numbers(story.ask("/acties/24/historie?peildatum=2023-01-01").json()))
                .containsExactly(3L, 5L, 6L, 7L, 8L, 9L);
        assertThat(story.ask("/acties/24/historie?peildatum=2026-01-01").json("/titel").asString())
                .isEqualTo("Titel van 24");
        assertThat(story.ask("/acties/24/historie?peildatum=2023-01-01").json("/titel").asString())
                .isEqualTo("Titel van 24");
    }

    @Test
    void the_history_is_that_of_the_knowledge_asked_about() {
        JsonNode then = story.ask("/acties/24/historie?bekendTot=6").json();
        assertThat(numbers(then)).containsExactly(3L, 5L, 6L);
        assertThat(then.get("titel").asString()).isEqualTo("Titel van 24");
        assertThat(then.get("totaal").asInt()).isEqualTo(3);
    }

    @Test
    void the_history_is_whole_unless_a_page_is_asked_for() {
        Story busy = Story.adopted();
        busy.planned("1", null, null, "2024-01-01");
        for (int i = 0; i < 60; i++) {
            busy.explained("1", "Versie " + i, "2024-02-01");
        }
        assertThat(busy.ask("/acties/1/historie").json("/regels")).hasSize(61);
        assertThat(busy.ask("/acties/1/historie").header("Link")).isNull();
        Answer page = busy.ask("/acties/1/historie?pagina=2");
        assertThat(page.json("/regels")).hasSize(11);
        assertThat(page.json("/totaal").asInt()).isEqualTo(61);
        assertThat(page.header("Link")).contains("rel=\"prev\"");
        assertThat(busy.ask("/acties/1/historie?paginagrootte=5").json("/regels")).hasSize(5);
        assertThat(busy.ask("/acties/1/historie?paginagrootte=0").status()).isEqualTo(400);
    }

    @Test
    void an_entry_says_whether_it_holds_and_from_which_day_as_known_then() {
        Story corrected = Story.of(EveryKindOfEvent::in);
        assertThat(holding(corrected, 7, 23)).isEqualTo("2026-01-15 2026-01-15 true");
        assertThat(holding(corrected, 7, 24)).isEqualTo("2026-01-15 2026-01-10 true");
        assertThat(holding(corrected, 20, 24)).isEqualTo("2026-02-12 2026-02-12 true");
        assertThat(holding(corrected, 20, 25)).isEqualTo("2026-02-12 2026-02-12 false");
        assertThat(holding(corrected, 3, 26)).isEqualTo("2025-12-01 2025-12-02 true");
        assertThat(holding(corrected, 3, 27)).isEqualTo("2025-12-01 2025-12-02 false");
        assertThat(holding(corrected, 26, 27)).isEqualTo("2026-02-17 2026-02-17 false");
        assertThat(holding(corrected, 27, 27)).isEqualTo("2026-02-18 2026-02-18 true");
        assertThat(holding(corrected, 30, 31)).isEqualTo("2026-02-20 2026-02-20 true");
    }

    private static String holding(Story story, long number, long known) {
        JsonNode row = story.ask("/journaal/" + number + "?bekendTot=" + known).json();
        return "%s %s %s"
                .formatted(
                        row.get("ingangsdatum").asString(),
                        row.get("ingangsdatumNu").asString(),
                        row.get("geldt").asBoolean());
    }

    @Test
    void an_entry_says_the_explanation_it_gave_or_that_it_was_erased() {
        JsonNode rows = Story.of(EveryKindOfEvent::in).ask("/acties/24/historie").json("/regels");
        assertThat(rows.findValues("toelichting").stream().filter(text -> !text.isNull()))
                .map(JsonNode::asString)
                .containsExactly("tekst gewist", "Het loopt weer", "Een nieuwe toelichting");
    }

    @Test
    void an_entry_says_how_many_days_late_it_was_recorded() {
        Story late = Story.adopted();
        LocalDate today = LocalDate.now(Today.AMSTERDAM);
        late.planned("1", null, null, today.minusDays(3).toString());
        late.started("1", today.toString());
        assertThat(late.ask("/acties/1/historie").json("/regels").findValues("laatDagen"))
                .map(JsonNode::asInt)
                .containsExactly(3, 0);
    }

    @Test
    void the_history_is_read_in_pieces_as_the_journal_is() {
        Answer first = story.ask("/acties/24/historie?aantal=2");
        assertThat(numbers(first.json())).containsExactly(3L, 5L);
        assertThat(first.json("/totaal").asInt()).isEqualTo(6);
        assertThat(first.header("Link"))
                .contains("vanaf=6")
                .contains("aantal=2")
                .contains("bekendTot=9")
                .contains("rel=\"next\"");
        Answer last = story.ask("/acties/24/historie?vanaf=6&aantal=4");
        assertThat(numbers(last.json())).containsExactly(6L, 7L, 8L, 9L);
        assertThat(last.header("Link")).isNull();
        assertThat(numbers(story.ask("/acties/24/historie?vanaf=4&bekendTot=6").json()))
                .containsExactly(5L, 6L);
        assertThat(story.ask("/acties/24/historie?vanaf=10").json("/regels")).isEmpty();
        assertThat(story.ask("/acties/31/historie?vanaf=1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanaf=0", "vanaf=x", "aantal=0", "aantal=1001", "pagina=1&vanaf=1"})
    void what_the_pieces_of_a_history_do_not_know_is_refused(String query) {
        Answer answer = story.ask("/acties/24/historie?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    // --- the journal

    @Test
    void the_journal_shows_everything_in_order() {
        JsonNode journal = story.ask("/journaal").json();
        assertThat(journal.get("hoofd").asLong()).isEqualTo(9);
        assertThat(numbers(journal)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(journal.at("/regels/0").get("actie").isNull()).isTrue();
        assertThat(journal.at("/regels/0/soort").asString()).isEqualTo("PROGRAMMA_VASTGESTELD");
        assertThat(journal.at("/regels/5/actie").asString()).isEqualTo("24");
        assertThat(journal.at("/regels/5/door").asString()).isEqualTo("subject-1");
    }

    @Test
    void the_journal_is_read_from_a_number_on() {
        Answer part = story.ask("/journaal?vanaf=3&aantal=2");
        assertThat(numbers(part.json())).containsExactly(3L, 4L);
        assertThat(part.json("/hoofd").asLong()).isEqualTo(9);
        assertThat(part.header("Link"))
                .contains("vanaf=5")
                .contains("aantal=2")
                .contains("bekendTot=9")
                .contains("rel=\"next\"");
        assertThat(story.ask("/journaal?vanaf=9").header("Link")).isNull();
        assertThat(numbers(story.ask("/journaal?vanaf=9&aantal=1000").json())).containsExactly(9L);
        assertThat(story.ask("/journaal?vanaf=10").json("/regels")).isEmpty();
        assertThat(story.ask("/journaal?vanaf=999999999999999999").json("/regels")).isEmpty();
        assertThat(numbers(story.ask("/journaal?bekendTot=4&vanaf=3").json()))
                .containsExactly(3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vanaf=0",
                "vanaf=-1",
                "vanaf=x",
                "aantal=0",
                "aantal=1001",
                "aantal=",
                "pagina=1"
            })
    void what_the_journal_does_not_know_is_refused(String query) {
        Answer answer = story.ask("/journaal?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void the_journal_gives_a_hundred_rows_unless_asked_otherwise() {
        Story busy = Story.adopted();
        busy.planned("1", null, null, "2024-01-01");
        for (int i = 0; i < 103; i++) {
            busy.explained("1", "Versie " + i, "2024-02-01");
        }
        assertThat(busy.ask("/journaal").json("/regels")).hasSize(100);
        assertThat(busy.ask("/journaal?aantal=1000").json("/regels")).hasSize(105);
    }

    @Test
    void one_entry_is_told_as_in_the_journal() {
        JsonNode alone = story.ask("/journaal/6").json();
        JsonNode row = story.ask("/journaal").json("/regels/5");
        for (String name : row.propertyNames()) {
            assertThat(alone.get(name)).isEqualTo(row.get(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0", "-1", "x", "01", "1.0", "99999999999999999999"})
    void an_unknown_entry_is_not_found(String number) {
        Answer answer = story.ask("/journaal/" + number);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json("/detail").asString())
                .isEqualTo(
                        "Journaalnummer "
                                + number
                                + " bestaat niet. Het journaal gaat nu tot en met nummer 9.");
        assertThat(story.ask("/journaal/" + number + "?bekendTot=5").status()).isEqualTo(404);
    }

    @Test
    void an_entry_outside_the_cut_is_not_found_on_it() {
        Answer answer = story.ask("/journaal/6?bekendTot=5");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json("/detail").asString()).contains("nummer 5");
    }

    @Test
    void an_entry_that_was_just_recorded_is_waited_for() {
        Story fresh = Story.adopted().park(VERSIONS, DASHBOARD, JOURNAL, AUDIT_TRAIL);
        fresh.planned("1", null, null, "2024-01-01");
        assertThat(fresh.ask("/journaal/2").status()).isEqualTo(503);
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> fresh.ask("/journaal/2"));
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(fresh::unpark);
        assertThat(asked.join().status()).isEqualTo(200);
        assertThat(asked.join().json("/journaalnummer").asLong()).isEqualTo(2);
    }

    private static List<Long> numbers(JsonNode answer) {
        return answer.get("regels").findValues("journaalnummer").stream()
                .map(JsonNode::asLong)
                .toList();
    }
}
