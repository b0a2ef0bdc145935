package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.DASHBOARD;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import nl.peildatum.contract.Moments;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DashboardTest implements MovesTheClock {

    private static Story story() {
        Story story = Story.adopted();
        story.line(2, "Tweede", 1, "2024-01-01");
        story.line(1, "Eerste", 2, "2024-01-01");
        story.line(3, "Later", 3, "2026-01-01");
        story.planned("1", 1, 1, "2024-01-01");
        story.baselined("1", Status.COMPLETED, "2025-11-30");
        story.planned("2", 1, 2, "2024-01-01");
        story.baselined("2", Status.IN_PROGRESS, "2025-11-30");
        story.planned("10", 2, 3, "2025-11-30");
        story.baselined("10", Status.ONGOING, "2025-11-30");
        story.outside("42", "gaan pas van start in 2026", "2025-11-30");
        story.outside("31", "gaan pas van start in 2026", "2025-11-30");
        return story;
    }

    @Test
    void the_dashboard_has_the_agreed_form() {
        Story story = story();
        assertThat(story.ask("/dashboard?peildatum=2025-11-30").body())
                .isEqualTo(
                        """
                        {"programma":"%1$s","naam":"Programma %1$s","peildatum":"2025-11-30",\
                        "bekendTot":12,"bekendOp":"%2$s",\
                        "totaal":{"acties":3,"afgerond":1,"inUitvoering":1,\
                        "inUitvoeringVertraging":0,"doorlopend":1,"nogNietGestart":0},\
                        "actielijnen":[\
                        {"nummer":2,"titel":"Tweede","aantallen":{"acties":1,"afgerond":0,\
                        "inUitvoering":0,"inUitvoeringVertraging":0,"doorlopend":1,\
                        "nogNietGestart":0}},\
                        {"nummer":1,"titel":"Eerste","aantallen":{"acties":2,"afgerond":1,\
                        "inUitvoering":1,"inUitvoeringVertraging":0,"doorlopend":0,\
                        "nogNietGestart":0}}],\
                        "nietOpgenomen":[\
                        {"actie":"31","reden":"gaan pas van start in 2026"},\
                        {"actie":"42","reden":"gaan pas van start in 2026"}],\
                        "vervallen":[],"nietVastgelegd":0,\
                        "buren":{"vorigeRapportage":null,"volgendeRapportage":null,\
                        "vorigeVerandering":"2024-01-01","volgendeVerandering":"2026-01-01"},\
                        "adresActies":"/api/v1/programmas/%1$s/acties?peildatum=2025-11-30\
                        &bekendTot=12{&telling,actielijn}"}"""
                                .formatted(story.programme, Moments.format(story.recordedAt(12))));
    }

    @Test
    void what_has_no_state_yet_is_counted_as_such_and_nowhere_else() {
        Story story = story();
        JsonNode before = story.ask("/dashboard?peildatum=2025-11-29").json();
        assertThat(before.at("/totaal/acties").asInt()).isEqualTo(2);
        assertThat(before.at("/nietVastgelegd").asInt()).isEqualTo(3);
        assertThat(before.at("/nietOpgenomen")).isEmpty();
        assertThat(story.ask("/dashboard?peildatum=2023-12-31").json("/nietVastgelegd").asInt())
                .isEqualTo(5);
        assertThat(story.ask("/dashboard?peildatum=2023-12-31").json("/actielijnen")).isEmpty();
        // known later, so not missed on an earlier cut
        assertThat(
                        story.ask("/dashboard?peildatum=2023-12-31&bekendTot=6")
                                .json("/nietVastgelegd")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_defined_line_shows_its_zeroes() {
        JsonNode lines = story().ask("/dashboard").json("/actielijnen");
        assertThat(lines).hasSize(3);
        assertThat(lines.at("/2/titel").asString()).isEqualTo("Later");
        assertThat(lines.at("/2/aantallen/acties").asInt(-1)).isZero();
    }

    @Test
    void what_has_no_line_on_the_day_comes_last_and_is_in_the_total() {
        Story story = story();
        story.moved("2", null, "2025-12-15");
        story.moved("10", 3, "2025-12-15");
        JsonNode day = story.ask("/dashboard?peildatum=2025-12-31").json();
        assertThat(day.at("/actielijnen")).hasSize(3);
        JsonNode last = day.at("/actielijnen/2");
        assertThat(last.get("nummer").isNull()).isTrue();
        assertThat(last.get("titel").asString()).isEqualTo("Niet ingedeeld");
        assertThat(last.at("/aantallen/acties").asInt()).isEqualTo(2);
        assertThat(day.at("/totaal/acties").asInt()).isEqualTo(3);
        assertThat(day.at("/totaal/doorlopend").asInt()).isEqualTo(1);
        assertBothWaysAgree(story);
    }

    @Test
    void a_withdrawn_action_leaves_the_counts_and_is_listed() {
        Story story = story();
        story.withdrawn("2", "2026-02-01", "dubbel met 1");
        story.explained("2", "Na het vervallen toegelicht", "2026-03-01");
        story.withdrawn("31", "2026-02-02", "gaat niet door");
        JsonNode now = story.ask("/dashboard").json();
        assertThat(now.at("/totaal/acties").asInt()).isEqualTo(2);
        assertThat(now.get("vervallen").toString())
                .isEqualTo(
                        "[{\"actie\":\"2\",\"reden\":\"dubbel met 1\",\"sinds\":\"2026-02-01\"},"
                                + "{\"actie\":\"31\",\"reden\":\"gaat niet door\",\"sinds\":\"2026-02-02\"}]");
        assertThat(now.get("nietOpgenomen").toString())
                .isEqualTo("[{\"actie\":\"42\",\"reden\":\"gaan pas van start in 2026\"}]");
        assertThat(story.ask("/dashboard?peildatum=2026-01-31").json("/vervallen")).isEmpty();
        assertBothWaysAgree(story);
    }

    @Test
    void an_action_that_is_included_later_counts_from_then_on() {
        Story story = story();
        story.tell(new ActionIncluded(story.action("31"), story.basis("2026-01-01"), "begint nu"));
        assertThat(story.ask("/dashboard?peildatum=2025-12-31").json("/totaal/acties").asInt())
                .isEqualTo(3);
        assertThat(story.ask("/dashboard").json("/totaal/nogNietGestart").asInt()).isEqualTo(1);
        assertBothWaysAgree(story);
    }

    @Test
    void the_current_counts_and_the_versions_give_the_same_bytes() {
        assertBothWaysAgree(story());
        assertBothWaysAgree(Story.adopted());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void both_ways_agree_whatever_was_recorded(long seed) {
        Random random = new Random(seed);
        Story story = story();
        LocalDate day = LocalDate.parse("2026-01-01");
        for (int i = 0; i < 25; i++) {
            String code = String.valueOf(100 + i % 6);
            day = day.plusDays(random.nextInt(3));
            switch (i < 6 ? 0 : random.nextInt(6)) {
                case 0 -> {
                    if (i < 6) {
                        story.planned(code, random.nextBoolean() ? 1 : null, i, day.toString());
                    } else {
                        story.moved(code, 1 + random.nextInt(3), day.toString());
                    }
                }
                case 1 -> story.started(code, day.toString());
                case 2 -> story.delayed(code, day.toString(), "reden " + i, null);
                case 3 -> story.completed(code, day.toString());
                case 4 -> story.withdrawn(code, day.toString(), "weg " + i);
                default -> story.moved(code, null, day.toString());
            }
            assertBothWaysAgree(story);
        }
    }

    private static void assertBothWaysAgree(Story story) {
        Answer current = story.ask("/dashboard");
        assertThat(current.status()).isEqualTo(200);
        assertThat(current.json("/bekendTot").asLong()).isEqualTo(story.head());
        assertThat(story.ask("/dashboard?bekendTot=" + story.head()).body())
                .isEqualTo(current.body());
        assertThat(story.ask("/dashboard?peildatum=2099-01-01").body())
                .isEqualTo(
                        story.ask("/dashboard?peildatum=2099-01-01&bekendTot=" + story.head())
                                .body());
    }

    @Test
    void today_is_answered_from_the_current_counts_and_any_other_cut_from_the_versions() {
        Story story = story();
        JdbcClient.create(Asked.dataSource())
                .sql("UPDATE dashboard_line SET title = 'van nu' WHERE programme = ? AND line = 2")
                .param(story.programme)
                .update();
        String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
        assertThat(firstTitle(story, "")).isEqualTo("van nu");
        assertThat(firstTitle(story, "?peildatum=" + today)).isEqualTo("van nu");
        assertThat(firstTitle(story, "?peildatum=9999-12-31&minstensJournaal=12"))
                .isEqualTo("van nu");
        assertThat(firstTitle(story, "?bekendTot=12")).isEqualTo("Tweede");
        assertThat(firstTitle(story, "?peildatum=2026-10-01")).isEqualTo("Tweede");
        // set back to before the last entry was recorded: entries may lie after the day asked about
        Asked.CLOCK.ahead(Duration.ofDays(-3));
        assertThat(firstTitle(story, "")).isEqualTo("Tweede");
    }

    private static String firstTitle(Story story, String query) {
        return story.ask("/dashboard" + query).json("/actielijnen/0/titel").asString();
    }

    @Test
    void a_projection_that_runs_ahead_of_the_other_waits_for_it() {
        Story ahead = story().park(VERSIONS);
        ahead.completed("2", "2026-01-01");
        JsonNode answer = ahead.ask("/dashboard").json();
        assertThat(answer.get("bekendTot").asLong()).isEqualTo(12);
        assertThat(answer.at("/totaal/inUitvoering").asInt()).isEqualTo(1);

        Story behind = story().park(DASHBOARD);
        behind.completed("2", "2026-01-01");
        answer = behind.ask("/dashboard").json();
        assertThat(answer.get("bekendTot").asLong()).isEqualTo(12);
        assertThat(answer.at("/totaal/inUitvoering").asInt()).isEqualTo(1);
        assertThat(behind.ask("/dashboard?bekendTot=13").json("/totaal/afgerond").asInt())
                .isEqualTo(2);
        assertThat(behind.ask("/dashboard?minstensJournaal=13").status()).isEqualTo(503);
    }
}
