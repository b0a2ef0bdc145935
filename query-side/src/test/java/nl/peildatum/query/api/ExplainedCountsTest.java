package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.Status;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExplainedCountsTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.line(1, "Eerste", 1, "2024-01-01");
        story.line(2, "Tweede", 2, "2026-01-15");
        story.planned("1", 1, 1, "2024-01-01");
        story.planned("2", 2, 1, "2024-01-01");
        story.planned("3", null, 1, "2024-01-01");
        story.planned("4", 1, 2, "2024-01-01");
        story.planned("5", 2, 2, "2024-01-01");
        story.outside("6", "later", "2024-01-01");
        story.planned("7", 1, 3, "2026-02-01");
        story.baselined("1", Status.DELAYED, "2025-11-30");
        story.baselined("2", Status.IN_PROGRESS, "2025-11-30");
        story.withdrawn("4", "2026-01-10", "dubbel");
        story.tell(new ActionExcluded(story.action("5"), story.basis("2026-01-20"), "toch niet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-12-31",
                "2025-11-29",
                "2025-11-30",
                "2026-01-10",
                "2026-01-15",
                "2026-01-20",
                "2026-02-01",
                "2030-01-01"
            })
    void every_count_of_the_dashboard_leads_to_exactly_the_actions_behind_it(String day) {
        for (String known : List.of("", "&bekendTot=9")) {
            JsonNode dashboard = story.ask("/dashboard?peildatum=" + day + known).json();
            List<String> everywhere = new ArrayList<>();
            for (JsonNode line : dashboard.get("actielijnen")) {
                JsonNode number = line.get("nummer");
                String parameter = "&actielijn=" + (number.isNull() ? "geen" : number.asString());
                assertExplained(dashboard, line.get("aantallen"), parameter);
                everywhere.addAll(behind(dashboard, "&telling=acties" + parameter));
            }
            assertExplained(dashboard, dashboard.get("totaal"), "");
            assertThat(behind(dashboard, "&telling=acties"))
                    .containsExactlyInAnyOrderElementsOf(everywhere);
        }
    }

    private static void assertExplained(JsonNode dashboard, JsonNode counts, String parameter) {
        for (String name : counts.propertyNames()) {
            assertThat(behind(dashboard, "&telling=" + name + parameter))
                    .as(name + parameter)
                    .hasSize(counts.get(name).asInt());
        }
    }

    private static List<String> behind(JsonNode dashboard, String chosen) {
        String address =
                dashboard.get("adresActies").asString().replace("{&telling,actielijn}", chosen);
        Answer answer = Asked.get(address.substring("/api/v1/programmas".length()));
        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(answer.json("/totaal").asInt()).isEqualTo(answer.json("/acties").size());
        return answer.json("/acties").findValues("actie").stream().map(JsonNode::asString).toList();
    }

    @Test
    void what_is_not_counted_is_behind_no_count() {
        assertThat(codes("telling=acties")).containsExactly("1", "7", "2", "3");
        assertThat(codes("telling=inUitvoeringVertraging")).containsExactly("1");
        assertThat(codes("telling=acties&actielijn=1&status=VERVALLEN")).isEmpty();
        assertThat(codes("telling=acties&zoek=Titel+van+2")).containsExactly("2");
    }

    @Test
    void what_belongs_to_no_line_of_the_day_is_found_whether_it_counts_or_not() {
        assertThat(codes("actielijn=geen")).containsExactly("3", "6");
        assertThat(codes("actielijn=geen&peildatum=2026-01-14"))
                .containsExactly("2", "3", "5", "6");
        assertThat(codes("actielijn=geen&peildatum=2023-12-31")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telling=",
                "telling=alle",
                "telling=ACTIES",
                "actielijn=",
                "actielijn=Geen"
            })
    void a_count_that_does_not_exist_is_refused(String query) {
        Answer answer = story.ask("/acties?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    private static List<String> codes(String query) {
        return story.ask("/acties?" + query).json("/acties").findValues("actie").stream()
                .map(JsonNode::asString)
                .toList();
    }
}
