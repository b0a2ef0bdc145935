package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.eventstore.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ErasedTextTest {

    private static final String DAY = "2026-01-31";
    private static final String MARK = "mevrouw Jansen";

    /** Action 24 delayed with entry 3 and explained with entry 4; a report over both. */
    private static Story reported() {
        Story story = Story.adopted();
        story.planned("24", null, null, "2026-01-01");
        story.started("24", "2026-01-02");
        story.delayed("24", "2026-01-15", MARK + " is ziek", null);
        story.explained("24", "Met " + MARK, "2026-01-20");
        String digest =
                story.ask("/monitoringsoverzicht?peildatum=" + DAY).header("Digest-Overzicht");
        story.tell(
                new ReportFixed(
                        story.action("24").programme(),
                        LocalDate.parse(DAY),
                        story.head(),
                        "overzicht/1",
                        java.util.Objects.requireNonNull(digest),
                        null,
                        null,
                        story.basis("2026-02-01"),
                        null));
        return story;
    }

    private static List<String> answers() {
        return List.of(
                "/acties",
                "/acties/24",
                "/acties/24?bekendTot=5",
                "/acties/24/historie",
                "/acties/24/historie?bekendTot=5",
                "/journaal",
                "/journaal/4",
                "/monitoringsoverzicht?peildatum=" + DAY,
                "/monitoringsoverzicht?bekendTot=5&peildatum=" + DAY,
                "/verschillen?van=2026-01-01&tot=" + DAY,
                "/signalen",
                "/rapportages",
                "/rapportages/" + DAY,
                "/dashboard");
    }

    @Test
    void an_erased_text_reads_as_erased_everywhere_and_a_report_still_reproduces() {
        Story story = reported();
        List<Asked.Answer> before = answers().stream().map(story::ask).toList();
        String oldTag = story.ask("/acties/24?bekendTot=5").header("ETag");
        assertThat(before.get(3).body()).contains(MARK);
        assertThat(story.ask("/rapportages/" + DAY).json("/gewisteTeksten")).isEmpty();

        story.erased(4, "24");
        story.erased(5, "24");

        for (String path : answers()) {
            Asked.Answer answer = story.ask(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain(MARK);
        }
        assertThat(story.ask("/acties/24?bekendTot=5").json("/toelichting").asString())
                .isEqualTo("tekst gewist");
        assertThat(
                        Asked.method(
                                        "GET",
                                        "/" + story.programme + "/acties/24?bekendTot=5",
                                        "If-None-Match",
                                        java.util.Objects.requireNonNull(oldTag))
                                .status())
                .isEqualTo(200);
        JsonNode report = story.ask("/rapportages/" + DAY).json();
        assertThat(report.get("reproduceert").asBoolean()).isTrue();
        assertThat(report.get("gewijzigd").asBoolean()).isFalse();
        assertThat(report.get("gewisteTeksten").toString()).isEqualTo("[4,5]");
        assertThat(story.ask("/rapportages").json("/rapportages/0/gewisteTeksten").toString())
                .isEqualTo("[4,5]");
        assertThat(
                        story.ask("/monitoringsoverzicht/controle?peildatum=" + DAY)
                                .json("/inOrde")
                                .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "application/vnd.oasis.opendocument.spreadsheet"})
    void what_is_kept_of_a_cut_is_given_again_until_a_text_is_erased(String form) {
        Story story = reported();
        String path = "/" + story.programme + "/monitoringsoverzicht?bekendTot=5&peildatum=" + DAY;
        byte[] made = Asked.bytes(path, form);
        List<String> statements =
                Asked.statements(() -> assertThat(Asked.bytes(path, form)).isEqualTo(made));
        assertThat(statements).hasSize(3); // how far it is, which cut that is, how many erasures

        story.park(VERSIONS);
        story.erased(5, "24");
        assertThat(Asked.statements(() -> Asked.bytes(path, form))).hasSizeGreaterThan(5);
        story.unpark();

        byte[] erased = Asked.bytes(path, form);
        assertThat(erased).isNotEqualTo(made);
        assertThat(Asked.bytes(path, form)).isEqualTo(erased);
    }

    @Test
    void an_erasure_stands_in_the_history_of_its_action_and_changes_no_version() {
        Story story = reported();
        int version = story.ask("/acties/24").json("/versie").asInt();

        long erasure = story.erased(4, "24");

        JsonNode last = story.ask("/acties/24/historie").json("/regels").get(4);
        assertThat(last.get("journaalnummer").asLong()).isEqualTo(erasure);
        assertThat(last.get("soort").asString()).isEqualTo("TEKST_GEWIST");
        assertThat(last.get("verwijstNaar").asLong()).isEqualTo(4);
        assertThat(last.get("zin").asString())
                .isEqualTo(
                        "De vrije tekst van regel 4 is gewist op 1 maart 2026. Reden: ‘er stond een naam in’");
        assertThat(story.ask("/journaal/" + erasure).json("/actie").asString()).isEqualTo("24");
        assertThat(story.ask("/acties/24").json("/versie").asInt()).isEqualTo(version);
    }

    @Test
    void a_name_stands_beside_the_subject_for_those_who_may_know_until_it_is_erased() {
        Story story = reported();
        String history = "/acties/24/historie";
        People people = new People(Asked.dataSource());
        assertThat(story.ask(history).json("/regels/0/doorNaam").isNull()).isTrue();
        assertThat(story.ask(history).json("/regels/0").has("doorNaam")).isTrue();
        String tag = story.ask(history).header("ETag");

        people.name("subject-1", "S. de Een");

        assertThat(story.ask(history).header("ETag")).isNotEqualTo(tag);
        assertThat(story.ask(history).json("/regels/0/door").asString()).isEqualTo("subject-1");
        assertThat(story.ask(history).json("/regels/0/doorNaam").asString()).isEqualTo("S. de Een");
        assertThat(story.ask("/journaal/1").json("/doorNaam").asString()).isEqualTo("S. de Een");
        assertThat(Asked.get("lezer", "/" + story.programme + history).body())
                .doesNotContain("S. de Een", "doorNaam", "subject-1");

        people.erase("subject-1");

        assertThat(story.ask(history).json("/regels/0/doorNaam").asString())
                .isEqualTo("persoon gewist");
    }

    @Test
    void who_asks_is_kept_under_the_name_in_the_token() throws InterruptedException {
        Asked.get("beheerder", "");
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        JsonNode people;
        do {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
            people = Asked.people("beheerder").json();
        } while (people.toString().indexOf("Naam van beheerder") < 0);

        assertThat(people.get("pagina").asInt()).isEqualTo(1);
        assertThat(people.get("totaal").asInt()).isEqualTo(people.get("personen").size());
        for (String role : List.of("lezer", "secretariaat", "auditor")) {
            assertThat(Asked.people(role).status()).isEqualTo(403);
        }
    }
}
