package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import nl.peildatum.api.Today;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CalendarTest implements MovesTheClock {

    private static Story planned() {
        Story story = Story.adopted();
        story.line(1, "Eén", 1, "2024-01-01");
        story.planned("22", 1, 1, "2024-01-01");
        return story;
    }

    private static int inProgress(Story story, String day) {
        return story.ask("/dashboard?peildatum=" + day).json("/totaal/inUitvoering").asInt(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-28, 2026-03-29",
        "2026-03-28, 2026-03-29, 2026-03-30",
        "2026-03-29, 2026-03-30, 2026-03-31",
        "2026-10-23, 2026-10-24, 2026-10-25",
        "2026-10-24, 2026-10-25, 2026-10-26",
        "2026-10-25, 2026-10-26, 2026-10-27",
        "2024-02-28, 2024-02-29, 2024-03-01",
        "2024-02-29, 2024-03-01, 2024-03-02",
        "2024-12-30, 2024-12-31, 2025-01-01",
        "2024-12-31, 2025-01-01, 2025-01-02",
    })
    void what_holds_from_an_odd_day_on_holds_from_that_day_and_not_the_day_before(
            String before, String odd, String after) {
        Story story = planned();
        story.started("22", odd);

        assertThat(inProgress(story, before)).isZero();
        assertThat(inProgress(story, odd)).isEqualTo(1);
        assertThat(inProgress(story, after)).isEqualTo(1);
        JsonNode periods =
                story.ask("/acties/22/statusverloop?peildatum=" + after).json("/perioden");
        assertThat(periods).hasSize(2);
        assertThat(periods.get(0).get("totEnMet").asString()).isEqualTo(before);
        assertThat(periods.get(1).get("van").asString()).isEqualTo(odd);
        assertThat(story.ask("/acties/22?peildatum=" + after).json("/statusSinds").asString())
                .isEqualTo(odd);
    }

    @Test
    void a_course_of_years_is_about_their_last_days_and_one_of_months_knows_leap_years() {
        Story story = planned();
        story.started("22", "2024-02-29");
        story.completed("22", "2025-01-01");

        JsonNode years =
                story.ask("/verloop?van=2024-01-01&tot=2025-12-31&stap=jaar").json("/punten");
        assertThat(years.findValuesAsString("peildatum"))
                .containsExactly("2024-01-01", "2024-12-31", "2025-12-31");
        assertThat(years.get(1).at("/totaal/inUitvoering").asInt()).isEqualTo(1);
        assertThat(years.get(2).at("/totaal/afgerond").asInt()).isEqualTo(1);
        JsonNode months =
                story.ask("/verloop?van=2024-01-01&tot=2024-03-31&stap=maand").json("/punten");
        assertThat(months.findValuesAsString("peildatum"))
                .containsExactly("2024-01-01", "2024-01-31", "2024-02-29", "2024-03-31");
        assertThat(months.get(1).at("/totaal/inUitvoering").asInt()).isZero();
        assertThat(months.get(2).at("/totaal/inUitvoering").asInt()).isEqualTo(1);
    }

    @Test
    void what_happens_on_the_last_day_of_a_year_and_on_the_first_is_told_apart() {
        Story story = planned();
        story.started("22", "2024-12-31");
        story.completed("22", "2025-01-01");

        for (String step : List.of("maand", "kwartaal", "jaar")) {
            JsonNode points =
                    story.ask("/verloop?van=2024-12-30&tot=2025-01-01&stap=" + step)
                            .json("/punten");
            assertThat(points.findValuesAsString("peildatum"))
                    .containsExactly("2024-12-30", "2024-12-31", "2025-01-01");
            assertThat(points.at("/1/totaal/inUitvoering").asInt()).isEqualTo(1);
            assertThat(points.at("/2/totaal/afgerond").asInt()).isEqualTo(1);
        }
        JsonNode ofOneNight = story.ask("/verschillen?van=2024-12-31&tot=2025-01-01").json();
        assertThat(ofOneNight.get("verplaatsingen")).hasSize(1);
        assertThat(ofOneNight.at("/verplaatsingen/0/zin").asString())
                .isEqualTo("Actie 22 ging op 1 januari 2025 van ‘In uitvoering’ naar ‘Afgerond’.");
        assertThat(
                        story.ask("/verschillen?van=2024-12-30&tot=2024-12-31")
                                .json("/verplaatsingen/0/zin")
                                .asString())
                .contains("31 december 2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2100-02-29", "2024-02-30", "2025-12-32", "2026-04-31"})
    void a_day_that_is_not_in_the_calendar_is_refused_and_said_to_be_so(String day) {
        Story story = planned();
        for (String question :
                List.of(
                        "/dashboard?peildatum=",
                        "/monitoringsoverzicht?peildatum=",
                        "/verschillen?van=",
                        "/verloop?tot=")) {
            Asked.Answer answer = story.ask(question + day);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json("/fouten")).hasSize(1);
            assertThat(answer.json("/fouten/0/veld").asString())
                    .isEqualTo(
                            question.substring(question.indexOf('?') + 1, question.indexOf('=')));
            assertThat(answer.json("/fouten/0/melding").asString())
                    .isEqualTo(
                            "Deze datum staat niet op de kalender. Controleer het jaar, de maand"
                                    + " en de dag.");
        }
    }

    /** The day begins at 23:00 UTC in winter and at 22:00 UTC in summer. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-14T22:59:59Z, 2027-01-14",
        "2027-01-14T23:00:00Z, 2027-01-15",
        "2027-06-30T21:59:59Z, 2027-06-30",
        "2027-06-30T22:00:00Z, 2027-07-01",
        "2026-12-31T23:00:00Z, 2027-01-01",
        "2027-03-27T23:00:00Z, 2027-03-28",
        "2027-03-28T21:59:59Z, 2027-03-28",
        "2027-03-28T22:00:00Z, 2027-03-29",
        "2027-10-30T21:59:59Z, 2027-10-30",
        "2027-10-30T22:00:00Z, 2027-10-31",
        "2027-10-31T22:59:59Z, 2027-10-31",
        "2027-10-31T23:00:00Z, 2027-11-01",
        "2028-02-28T23:00:00Z, 2028-02-29",
        "2028-02-29T23:00:00Z, 2028-03-01",
    })
    void today_is_the_day_in_amsterdam_with_the_counts_of_that_day_and_without_any_event(
            Instant moment, String today) {
        Story story = planned();
        story.started("22", "2024-02-29");
        Asked.CLOCK.standAt(moment);

        JsonNode answer = story.ask("/dashboard").json();

        assertThat(answer.get("peildatum").asString()).isEqualTo(today);
        assertThat(answer.at("/totaal/inUitvoering").asInt()).isEqualTo(1);
        assertThat(answer.get("bekendTot").asLong()).isEqualTo(story.head());
        for (String path :
                List.of(
                        "",
                        "/acties",
                        "/acties/22",
                        "/acties/22/historie",
                        "/acties/22/statusverloop",
                        "/monitoringsoverzicht",
                        "/journaal")) {
            assertThat(story.ask(path).json("/peildatum").asString()).as(path).isEqualTo(today);
        }
        assertThat(story.ask("/verschillen").json("/tot/peildatum").asString()).isEqualTo(today);
        assertThat(story.ask("/verloop").json("/tot").asString()).isEqualTo(today);
    }

    /** The night after the last entry was recorded, whatever was dated on the day that ended. */
    @Test
    void just_after_midnight_the_current_counts_are_those_of_the_evening_before() {
        ZonedDateTime midnight =
                LocalDate.now(Today.AMSTERDAM).plusDays(1).atStartOfDay(Today.AMSTERDAM);
        String evening = midnight.toLocalDate().minusDays(1).toString();
        Story story = planned();
        story.line(2, "Twee", 2, evening);
        story.planned("23", 2, 2, evening);
        story.started("22", evening);
        story.withdrawn("23", evening, "dubbel");
        story.planned("24", 2, 3, evening);

        Asked.CLOCK.ahead(Duration.between(Instant.now(), midnight.toInstant().minusSeconds(30)));
        String before = withoutNeighbours(story.ask("/dashboard").body());
        Asked.CLOCK.ahead(Duration.between(Instant.now(), midnight.toInstant().plusSeconds(1)));
        assertThat(story.ask("/dashboard").json("/buren/vorigeVerandering").asString())
                .isEqualTo(evening);
        String after = withoutNeighbours(story.ask("/dashboard").body());

        assertThat(before).contains(evening);
        assertThat(after)
                .contains("\"sinds\":\"" + evening + "\"")
                .isEqualTo(
                        withoutNeighbours(story.ask("/dashboard?bekendTot=" + story.head()).body()))
                .isEqualTo(
                        before.replace(
                                        "peildatum\":\"" + evening,
                                        "peildatum\":\"" + midnight.toLocalDate())
                                .replace(
                                        "peildatum=" + evening,
                                        "peildatum=" + midnight.toLocalDate()));
    }

    /** Which day is the nearest depends on the day that is asked about, not on the counts. */
    private static String withoutNeighbours(String dashboard) {
        return dashboard.replaceFirst("\"buren\":\\{[^}]*}", "");
    }

    @Test
    void a_report_date_in_the_future_gives_what_is_planned_and_known() {
        Story story = planned();
        story.started("22", "2024-02-29");
        story.delayed("22", "2024-03-01", "het zat tegen", "2027-03-01");
        story.planned("23", 1, 2, "2024-03-01");
        story.outside("31", "gaan pas van start in 2026", "2024-03-01");
        String today = story.ask("/dashboard").json("/peildatum").asString();

        JsonNode future = story.ask("/dashboard?peildatum=2099-12-31").json();
        assertThat(future.get("peildatum").asString()).isEqualTo("2099-12-31");
        assertThat(future.get("bekendTot").asLong()).isEqualTo(story.head());
        assertThat(future.at("/totaal/acties").asInt()).isEqualTo(2);
        assertThat(future.at("/totaal/inUitvoeringVertraging").asInt()).isEqualTo(1);
        assertThat(future.at("/totaal/nogNietGestart").asInt()).isEqualTo(1);
        assertThat(future.at("/nietOpgenomen/0/reden").asString())
                .isEqualTo("gaan pas van start in 2026");
        JsonNode action = story.ask("/acties/22?peildatum=2099-12-31").json();
        assertThat(action.get("status").asString()).isEqualTo("IN_UITVOERING_VERTRAGING");
        assertThat(action.get("statusSinds").asString()).isEqualTo("2024-03-01");
        assertThat(action.get("verwachteAfronding").asString()).isEqualTo("2027-03-01");
        assertThat(
                        story.ask("/acties/22/statusverloop?peildatum=2099-12-31")
                                .json("/perioden/2/totEnMet")
                                .isNull())
                .isTrue();
        JsonNode until = story.ask("/verschillen?van=" + today + "&tot=2099-12-31").json();
        assertThat(until.get("verplaatsingen")).isEmpty();
        assertThat(until.get("toegetreden")).isEmpty();
        assertThat(until.get("uitgetreden")).isEmpty();
        assertThat(
                        story.ask("/verloop?van=2098-12-31&tot=2099-12-31&stap=jaar")
                                .json("/punten/1/totaal"))
                .isEqualTo(future.get("totaal"));
        assertThat(story.ask("/monitoringsoverzicht?peildatum=2099-12-31").json("/totaal"))
                .isEqualTo(future.get("totaal"));
    }

    @Test
    void before_the_first_entry_there_is_nothing_also_where_more_than_one_day_is_asked_about() {
        Story story = planned();
        for (String cut : List.of("bekendTot=0", "bekendOp=2001-01-01T00:00:00Z")) {
            for (String path :
                    List.of("/monitoringsoverzicht?", "/signalen?", "/verloop?", "/rapportages?")) {
                Asked.Answer answer = story.ask(path + cut);
                assertThat(answer.status()).as(path + cut).isEqualTo(200);
                assertThat(answer.json("/bekendTot").asLong(-1)).as(path).isZero();
                assertThat(answer.json().get("bekendOp").isNull()).as(path).isTrue();
            }
            JsonNode points = story.ask("/verloop?" + cut).json("/punten");
            assertThat(points).hasSize(1);
            assertThat(points.at("/0/totaal/acties").asInt(-1)).isZero();
        }
        JsonNode since =
                story.ask("/verschillen?van=2024-06-01&tot=2024-06-01&bekendTotVan=0").json();
        assertThat(since.at("/van/bekendTot").asLong(-1)).isZero();
        assertThat(since.at("/van/bekendOp").isNull()).isTrue();
        assertThat(since.at("/tellingen/0/van").asInt(-1)).isZero();
        assertThat(since.at("/tellingen/0/gecorrigeerd").asInt()).isEqualTo(1);
        assertThat(
                        story.ask("/verschillen?bekendTotVan=0&bekendTotTot=0")
                                .json("/tellingen/0/tot")
                                .asInt(-1))
                .isZero();
    }
}
