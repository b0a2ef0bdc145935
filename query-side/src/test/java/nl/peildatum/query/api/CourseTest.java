package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CourseTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.line(1, "Eerste", 1, "2024-01-01");
        story.planned("1", 1, 1, "2025-11-30");
        story.planned("2", 2, 2, "2025-12-10");
        story.line(2, "Tweede", 2, "2026-01-15"); // 5
        story.baselined("1", Status.IN_PROGRESS, "2025-11-30");
        story.delayed("1", "2026-02-28", "het zat tegen", null);
        story.withdrawn("2", "2026-03-31", "toch niet"); // 8
        story.completed("1", "2026-01-31"); // 9: recorded late
    }

    private static List<String> days(String query) {
        Answer answer = story.ask("/verloop?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json("/punten").findValues("peildatum").stream()
                .map(JsonNode::asString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    van=2025-11-30&tot=2026-02-10              | 2025-11-30 2025-12-31 2026-01-31 2026-02-10
                    van=2025-12-01&tot=2026-02-28&stap=maand   | 2025-12-01 2025-12-31 2026-01-31 2026-02-28
                    van=2024-02-01&tot=2024-03-01              | 2024-02-01 2024-02-29 2024-03-01
                    van=2025-11-30&tot=2026-09-30&stap=kwartaal| 2025-11-30 2025-12-31 2026-03-31 2026-06-30 2026-09-30
                    van=2025-12-31&tot=2027-01-01&stap=jaar    | 2025-12-31 2026-12-31 2027-01-01
                    van=2026-01-15&tot=2026-01-15              | 2026-01-15
                    van=9999-11-01&tot=9999-12-31              | 9999-11-01 9999-11-30 9999-12-31
                    tot=2026-01-15                             | 2025-11-30 2025-12-31 2026-01-15
                    tot=2025-01-15                             | 2025-01-15
                    tot=2026-01-15&bekendTot=2                 | 2026-01-15
                    tot=2026-01-15&bekendTot=0                 | 2026-01-15
                    """)
    void the_points_are_the_first_day_the_ends_of_the_periods_and_the_last_day(
            String query, String expected) {
        assertThat(days(query)).containsExactly(expected.split(" "));
    }

    @Test
    void it_goes_to_today_unless_asked_otherwise() {
        JsonNode course = story.ask("/verloop").json();
        String today = story.ask("/dashboard").json("/peildatum").asString();
        assertThat(course.get("tot").asString()).isEqualTo(today);
        assertThat(course.get("van").asString()).isEqualTo("2025-11-30");
        assertThat(course.get("stap").asString()).isEqualTo("maand");
        assertThat(days("").getLast()).isEqualTo(today);
    }

    @Test
    void every_point_is_the_dashboard_of_its_day() {
        for (String known : List.of("", "&bekendTot=8", "&bekendTot=4")) {
            JsonNode course = story.ask("/verloop?van=2025-10-31&tot=2026-04-15" + known).json();
            assertThat(course.propertyNames())
                    .containsExactly(
                            "programma",
                            "naam",
                            "van",
                            "tot",
                            "stap",
                            "bekendTot",
                            "bekendOp",
                            "punten");
            assertThat(course.get("punten")).hasSize(7);
            for (JsonNode point : course.get("punten")) {
                JsonNode dashboard =
                        story.ask(
                                        "/dashboard?peildatum="
                                                + point.get("peildatum").asString()
                                                + known)
                                .json();
                for (String name : point.propertyNames()) {
                    assertThat(point.get(name)).as(name).isEqualTo(dashboard.get(name));
                }
                assertThat(course.get("bekendTot")).isEqualTo(dashboard.get("bekendTot"));
                assertThat(course.get("bekendOp")).isEqualTo(dashboard.get("bekendOp"));
            }
        }
    }

    @Test
    void the_course_is_that_of_the_knowledge_asked_about() {
        assertThat(story.ask("/verloop?tot=2026-01-31").json("/punten/2/totaal/afgerond").asInt())
                .isEqualTo(1);
        assertThat(
                        story.ask("/verloop?tot=2026-01-31&bekendTot=8")
                                .json("/punten/2/totaal/afgerond")
                                .asInt())
                .isZero();
    }

    @Test
    void there_is_an_end_to_the_number_of_points() {
        assertThat(days("van=2010-01-01&tot=2026-07-31")).hasSize(200);
        Answer answer = story.ask("/verloop?van=2010-01-01&tot=2026-08-01");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString()).isEqualTo("stap");
        assertThat(answer.json("/fouten/0/melding").asString())
                .isEqualTo(
                        "Van 2010-01-01 tot en met 2026-08-01 zijn het 201 punten, en er passen er"
                                + " 200 in een antwoord. Kies een grotere stap of een kortere"
                                + " periode.");
        assertThat(days("van=2010-01-01&tot=2026-09-01&stap=kwartaal")).hasSize(68);
        assertThat(story.ask("/verloop?van=0001-01-01&tot=9999-12-31").status()).isEqualTo(400);
    }

    @Test
    void without_a_first_day_it_begins_at_the_first_from_which_the_points_fit() {
        String fits = "tot=2042-05-31";
        assertThat(days(fits)).hasSize(199).startsWith("2025-11-30", "2025-12-31");
        assertThat(story.ask("/verloop?" + fits).json().has("ingekort")).isFalse();

        JsonNode course = story.ask("/verloop?tot=2042-08-15").json();
        assertThat(course.get("ingekort").asBoolean()).isTrue();
        assertThat(course.get("van").asString()).isEqualTo("2026-01-31");
        assertThat(course.get("punten")).hasSize(200);
        assertThat(course.at("/punten/0/peildatum").asString()).isEqualTo("2026-01-31");
        assertThat(course.at("/punten/199/peildatum").asString()).isEqualTo("2042-08-15");
        assertThat(story.ask("/verloop?van=2026-01-30&tot=2042-08-15").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    van=2026-02-01&tot=2026-01-31 | van
                    stap=week                     | stap
                    stap=Maand                    | stap
                    stap=                         | stap
                    van=x&tot=y&stap=z            | van tot stap
                    peildatum=2026-01-31          | peildatum
                    bekendTot=10                  | bekendTot
                    bekendOp=2999-01-01T00:00:00Z | bekendOp
                    """)
    void a_question_that_cannot_be_is_refused_with_all_its_faults(String query, String fields) {
        Answer answer = story.ask("/verloop?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten").findValues("veld").stream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void where_processing_stopped_nothing_later_is_told() {
        Story parked = Story.adopted();
        parked.planned("1", null, 1, "2026-01-01");
        parked.park(VERSIONS).withdrawn("1", "2026-02-01", "weg");
        JsonNode course = parked.ask("/verloop?tot=2026-02-28").json();
        assertThat(course.get("bekendTot").asInt()).isEqualTo(2);
        assertThat(course.at("/punten/1/totaal/acties").asInt()).isEqualTo(1);
        assertThat(parked.ask("/verloop?bekendTot=3").status()).isEqualTo(503);
        parked.unpark();
        assertThat(Asked.get("/bestaat-niet/verloop").status()).isEqualTo(404);
    }
}
