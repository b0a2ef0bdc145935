package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MomentTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.line(1, "Eén", 1, "2024-02-01"); // 2
        story.planned("1", 1, 1, "2024-03-01"); // 3
        story.started("1", "2025-04-01"); // 4
        fixed("2025-06-30"); // 5
        fixed("2025-12-31"); // 6
        story.tell(
                new ReportProposed(
                        id(),
                        LocalDate.parse("2026-01-31"),
                        6,
                        "overzicht/1",
                        "ab".repeat(32),
                        null,
                        story.basis("2026-02-01"),
                        null)); // 7
        fixed("2025-06-30"); // 8
        story.tell(
                new ProgrammeRevised(
                        id(), "Verder", 2030, List.of(), story.basis("2026-01-01"), null)); // 9
    }

    private static ProgrammeId id() {
        return new ProgrammeId(story.programme);
    }

    private static void fixed(String day) {
        story.tell(
                new ReportFixed(
                        id(),
                        LocalDate.parse(day),
                        4,
                        "overzicht/1",
                        "ab".repeat(32),
                        null,
                        null,
                        story.basis("2026-02-01"),
                        null));
    }

    private static String days(String query, String list) {
        return story.ask("/momenten" + query).json("/" + list).toString();
    }

    @Test
    void the_days_are_those_of_fixed_reports_and_on_which_something_changed() {
        JsonNode moments = story.ask("/momenten").json();
        assertThat(moments.propertyNames())
                .containsExactly(
                        "programma",
                        "naam",
                        "uitgevers",
                        "peildatum",
                        "bekendTot",
                        "bekendOp",
                        "rapportages",
                        "veranderingen",
                        "vaststellingen");
        assertThat(moments.get("rapportages").toString())
                .isEqualTo("[\"2025-06-30\",\"2025-12-31\"]");
        assertThat(moments.get("veranderingen").toString())
                .isEqualTo("[\"2024-02-01\",\"2024-03-01\",\"2025-04-01\",\"2026-01-01\"]");
    }

    @Test
    void they_are_those_of_the_knowledge_asked_about_and_the_report_date_hides_none() {
        assertThat(days("?bekendTot=5", "rapportages")).isEqualTo("[\"2025-06-30\"]");
        assertThat(days("?bekendTot=3", "veranderingen"))
                .isEqualTo("[\"2024-02-01\",\"2024-03-01\"]");
        assertThat(days("?bekendTot=0", "veranderingen")).isEqualTo("[]");
        assertThat(days("?peildatum=2020-01-01", "veranderingen"))
                .isEqualTo(days("", "veranderingen"));
        assertThat(story.ask("/momenten?van=2025-01-01").status()).isEqualTo(400);
    }

    @Test
    void each_day_has_its_newest_fixed_report_and_the_programme_its_name() {
        JsonNode moments = story.ask("/momenten").json();
        assertThat(moments.get("vaststellingen").findValuesAsString("journaalnummer"))
                .containsExactly("8", "6");
        assertThat(moments.at("/vaststellingen/0/peildatum").asString()).isEqualTo("2025-06-30");
        assertThat(moments.at("/vaststellingen/0/bekendTot").asInt()).isEqualTo(4);
        assertThat(moments.get("naam").asString()).isEqualTo("Verder");
        assertThat(moments.get("uitgevers")).isEmpty();

        JsonNode earlier = story.ask("/momenten?bekendTot=7&peildatum=2025-12-31").json();
        assertThat(earlier.get("vaststellingen").findValuesAsString("journaalnummer"))
                .containsExactly("5", "6");
        assertThat(earlier.get("naam").asString()).isNotEqualTo("Verder");
        assertThat(story.ask("/momenten?bekendTot=0").json("/naam").isNull()).isTrue();
    }

    @Test
    void the_dashboard_names_the_nearest_of_them() {
        Answer dashboard = story.ask("/dashboard?peildatum=2025-06-30");
        assertThat(dashboard.json("/buren").toString())
                .isEqualTo(
                        """
                        {"vorigeRapportage":null,"volgendeRapportage":"2025-12-31",\
                        "vorigeVerandering":"2025-04-01","volgendeVerandering":"2026-01-01"}""");
        assertThat(story.ask("/dashboard").json("/buren").toString())
                .isEqualTo(
                        """
                        {"vorigeRapportage":"2025-12-31","volgendeRapportage":null,\
                        "vorigeVerandering":"2026-01-01","volgendeVerandering":null}""");
        assertThat(story.ask("/dashboard?bekendTot=0").json("/buren").toString())
                .isEqualTo(
                        """
                        {"vorigeRapportage":null,"volgendeRapportage":null,\
                        "vorigeVerandering":null,"volgendeVerandering":null}""");
    }
}
