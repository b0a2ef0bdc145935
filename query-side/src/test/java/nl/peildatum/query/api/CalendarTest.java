package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CalendarTest {

    @AfterEach
    void the_clock_is_right_again() {
        Asked.CLOCK.ahead(Duration.ZERO);
    }

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
        "2026-03-28, 2026-03-29, 2026-03-30",
        "2025-10-25, 2025-10-26, 2025-10-27",
        "2024-02-28, 2024-02-29, 2024-03-01",
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
                .containsExactly("2024-12-31", "2025-12-31");
        assertThat(years.get(0).at("/totaal/inUitvoering").asInt()).isEqualTo(1);
        assertThat(years.get(1).at("/totaal/afgerond").asInt()).isEqualTo(1);
        JsonNode months =
                story.ask("/verloop?van=2024-01-01&tot=2024-03-31&stap=maand").json("/punten");
        assertThat(months.findValuesAsString("peildatum"))
                .containsExactly("2024-01-31", "2024-02-29", "2024-03-31");
        assertThat(months.get(0).at("/totaal/inUitvoering").asInt()).isZero();
        assertThat(months.get(1).at("/totaal/inUitvoering").asInt()).isEqualTo(1);
    }

    @Test
    void a_day_that_is_not_in_the_calendar_is_refused() {
        Asked.Answer answer = planned().ask("/dashboard?peildatum=2025-02-29");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString()).isEqualTo("peildatum");
    }

    /** At 23:30 UTC it is already the next day in Amsterdam, in winter as well as in summer. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-14T22:59:59Z, 2027-01-14",
        "2027-01-14T23:00:00Z, 2027-01-15",
        "2027-06-30T21:59:59Z, 2027-06-30",
        "2027-06-30T22:00:00Z, 2027-07-01",
        "2026-12-31T23:00:00Z, 2027-01-01",
        "2027-03-27T23:00:00Z, 2027-03-28",
        "2027-03-28T22:00:00Z, 2027-03-29",
    })
    void today_is_the_day_in_amsterdam_with_the_counts_of_that_day_and_without_any_event(
            Instant moment, String today) {
        Story story = planned();
        story.started("22", "2024-02-29");
        Asked.CLOCK.ahead(Duration.between(Clock.systemUTC().instant(), moment.plusMillis(1)));

        JsonNode answer = story.ask("/dashboard").json();

        assertThat(answer.get("peildatum").asString()).isEqualTo(today);
        assertThat(answer.at("/totaal/inUitvoering").asInt()).isEqualTo(1);
        assertThat(answer.get("bekendTot").asLong()).isEqualTo(story.head());
    }

    @Test
    void a_report_date_in_the_future_gives_what_is_planned_and_known() {
        Story story = planned();
        story.started("22", "2024-02-29");

        assertThat(inProgress(story, "2099-12-31")).isEqualTo(1);
        assertThat(story.ask("/acties/22?peildatum=2099-12-31").json("/status").asString())
                .isEqualTo("IN_UITVOERING");
    }
}
