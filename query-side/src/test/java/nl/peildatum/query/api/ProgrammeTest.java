package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.peildatum.contract.Moments;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProgrammeTest {

    @BeforeEach
    void no_programme_of_another_test_is_behind() {
        Story.nothingIsBehind();
    }

    @Test
    void a_programme_says_what_was_adopted() {
        Story story = Story.adopted();
        JsonNode programme = story.ask("").json();
        assertThat(programme.propertyNames())
                .containsExactly(
                        "programma",
                        "naam",
                        "startjaar",
                        "eindjaar",
                        "uitgevers",
                        "status",
                        "versie",
                        "peildatum",
                        "bekendTot",
                        "bekendOp");
        assertThat(programme.get("naam").asString()).isEqualTo("Programma " + story.programme);
        assertThat(programme.get("startjaar").asInt()).isEqualTo(2024);
        assertThat(programme.get("eindjaar").asInt()).isEqualTo(2027);
        assertThat(programme.get("uitgevers").toString()).isEqualTo("[\"JenV\",\"SZW\"]");
        assertThat(programme.get("status").asString()).isEqualTo("VASTGESTELD");
    }

    @Test
    void a_revision_holds_from_its_own_day_and_what_was_adopted_on_every_day_before() {
        Story story = Story.adopted();
        story.tell(
                new ProgrammeRevised(
                        new ProgrammeId(story.programme),
                        "Samen verder",
                        2030,
                        List.of("SZW"),
                        story.basis("2025-06-01"),
                        "verlengd"));
        assertThat(story.ask("").json("/versie").asInt()).isEqualTo(2);
        assertThat(story.ask("?bekendTot=1").json("/versie").asInt()).isEqualTo(1);
        assertThat(story.ask("?bekendTot=0").json("/versie").asInt()).isZero();
        for (String path : List.of("", "/dashboard", "/monitoringsoverzicht", "/verloop")) {
            String cut = path + (path.equals("/verloop") ? "?stap=jaar&tot=" : "?peildatum=");
            assertThat(story.ask(cut + "2025-05-31").json().get("naam").asString())
                    .isEqualTo("Programma " + story.programme);
            assertThat(story.ask(cut + "2025-06-01").json().get("naam").asString())
                    .isEqualTo("Samen verder");
            assertThat(story.ask(cut + "2025-06-01&bekendTot=1").json().get("naam").asString())
                    .isEqualTo("Programma " + story.programme);
        }
        JsonNode before = story.ask("?peildatum=1990-01-01").json();
        assertThat(before.get("eindjaar").asInt()).isEqualTo(2027);
        JsonNode after = story.ask("?peildatum=2025-06-01").json();
        assertThat(after.get("startjaar").asInt()).isEqualTo(2024);
        assertThat(after.get("eindjaar").asInt()).isEqualTo(2030);
        assertThat(after.get("uitgevers").toString()).isEqualTo("[\"SZW\"]");
    }

    @Test
    void programmes_stand_in_order_of_adoption_each_with_its_own_cut() {
        Story second = Story.adopted("z-" + Long.toString(System.nanoTime(), 36));
        Story first = Story.adopted("a-" + Long.toString(System.nanoTime(), 36));
        first.planned("1", null, null, "2024-01-01");
        List<String> listed = codes("");
        assertThat(listed.indexOf(second.programme)).isLessThan(listed.indexOf(first.programme));

        JsonNode row =
                all("").filter(one -> one.get("programma").asString().equals(first.programme))
                        .findFirst()
                        .orElseThrow();
        assertThat(row).isEqualTo(first.ask("").json());
        assertThat(row.get("bekendTot").asLong()).isEqualTo(2);
    }

    @Test
    void a_programme_is_not_listed_before_it_was_known() {
        Story early = Story.adopted();
        Story late = Story.adopted();
        String before = "bekendOp=" + Moments.format(late.recordedAt(1).minusNanos(1000));
        assertThat(codes(before)).contains(early.programme).doesNotContain(late.programme);
        assertThat(codes("bekendOp=" + Moments.format(late.recordedAt(1))))
                .contains(early.programme, late.programme);
        Answer none = Asked.get("?bekendOp=2001-01-01T00:00:00Z");
        assertThat(none.json("/programmas")).isEmpty();
        assertThat(none.json("/totaal").asInt(-1)).isZero();
        assertThat(none.json().get("bekendOp").isNull()).isTrue();
    }

    @Test
    void the_list_is_paged() {
        Story.adopted();
        Story.adopted();
        int total = Asked.get("").json("/totaal").asInt();
        Answer second = Asked.get("?pagina=2&paginagrootte=1");
        assertThat(second.json("/programmas")).hasSize(1);
        assertThat(second.json("/totaal").asInt()).isEqualTo(total);
        assertThat(second.json("/programmas/0")).isEqualTo(Asked.get("").json("/programmas/1"));
        assertThat(Asked.get("?pagina=1000000&paginagrootte=200").json("/programmas")).isEmpty();
    }

    @Test
    void a_new_programme_can_be_waited_for() {
        Story story = Story.adopted();
        assertThat(codes("minstensJournaal=1")).contains(story.programme);
        Story parked = Story.adopted().park(VERSIONS);
        parked.planned("1", null, null, "2024-01-01");
        assertThat(Asked.get("?minstensJournaal=1").status()).isEqualTo(200);
        assertThat(Asked.get("?minstensJournaal=2").status()).isEqualTo(503);
        parked.unpark();
        assertThat(Asked.get("?minstensJournaal=2").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bekendTot=1",
                "bekendOp=9999-01-01T00:00:00Z",
                "pagina=0",
                "paginagrootte=201",
                "paginagrootte=0",
                "pagina=x",
                "zoek=x"
            })
    void what_the_list_does_not_know_is_refused(String query) {
        Answer answer = Asked.get("?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    private static List<String> codes(String query) {
        return all(query).map(one -> one.get("programma").asString()).toList();
    }

    private static Stream<JsonNode> all(String query) {
        return IntStream.iterate(1, page -> page + 1)
                .mapToObj(page -> page(page, query))
                .takeWhile(list -> !list.isEmpty())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false));
    }

    private static JsonNode page(int page, String query) {
        Answer answer = Asked.get("?paginagrootte=200&pagina=" + page + "&" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json("/programmas");
    }
}
