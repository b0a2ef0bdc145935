package nl.peildatum.query.api;

import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.TestCorrections;
import nl.peildatum.query.api.report.NightlyCheck;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final Story story = Story.adopted();
    private final ProgrammeId id = new ProgrammeId(story.programme);

    private String digest(long knownUpTo) {
        return Digests.of(
                PlainFold.overview(
                        id,
                        new Journal(Asked.dataSource()).between(id, 1, knownUpTo),
                        DAY,
                        knownUpTo));
    }

    private ReportFixed fixed(long knownUpTo, String digest, @Nullable String reason) {
        return new ReportFixed(
                id,
                DAY,
                knownUpTo,
                OverviewV1.NAME,
                digest,
                "Eerste kwartaal",
                null,
                story.basis("2026-04-10"),
                reason);
    }

    private JsonNode report() {
        return story.ask("/rapportages/" + DAY).json();
    }

    private void quarter() {
        story.line(1, "Lijn", 1, "2024-01-01");
        story.planned("24", 1, 1, "2025-11-30");
        story.tell(
                new ActionStarted(story.action("24"), story.basis("2025-12-01"), null, null),
                new ActionDelayed(
                        story.action("24"), null, story.basis("2026-03-15"), "ziekte", null));
    }

    private void corrected() {
        story.tell(
                new ActionEntryCorrected(
                        story.action("24"),
                        5,
                        TestCorrections.of("effectiveOn", LocalDate.of(2026, 1, 15)),
                        story.basis("2026-05-04"),
                        "de brief was ouder",
                        null,
                        null,
                        null));
    }

    @Test
    void a_fixed_report_reproduces_and_says_what_is_known_otherwise_since() {
        quarter();
        story.tell(fixed(5, digest(5), null));

        JsonNode before = report();
        assertThat(before.get("status").asString()).isEqualTo("VASTGESTELD");
        assertThat(before.get("reproduceert").asBoolean()).isTrue();
        assertThat(before.get("gewijzigd").asBoolean()).isFalse();

        corrected();
        JsonNode after = report();
        assertThat(after.get("digest").asString()).isEqualTo(digest(5));
        assertThat(after.get("reproduceert").asBoolean()).isTrue();
        assertThat(after.get("gewijzigd").asBoolean()).isTrue();
        JsonNode change = after.get("gewijzigdSindsVaststelling").get(0);
        assertThat(change.get("actie").asString()).isEqualTo("24");
        assertThat(change.get("wat").get(0).asString()).isEqualTo("statusSinds");
        assertThat(change.get("zin").asString())
                .isEqualTo(
                        "Over actie 24 is nu anders bekend dan bij het vaststellen: sinds wanneer de"
                                + " status geldt.");
        assertThat(change.get("journaalnummers").get(0).asLong()).isEqualTo(7);
    }

    private JsonNode changed() {
        return report().get("gewijzigdSindsVaststelling");
    }

    private ActionExplained explained(String day, String text) {
        return new ActionExplained(story.action("24"), story.basis(day), null, text);
    }

    @Test
    void what_changed_after_the_report_date_is_no_cause() {
        quarter();
        story.completed("24", "2026-03-20");
        story.tell(fixed(6, digest(6), null));
        story.tell(new ActionReopened(story.action("24"), story.basis("2026-04-02"), "toch", null));
        story.tell(explained("2026-04-03", "na de peildatum"));
        story.tell(explained("2026-03-21", "vergeten"));

        assertThat(changed()).hasSize(1);
        assertThat(changed().at("/0/wat").toString()).isEqualTo("[\"toelichting\"]");
        assertThat(changed().at("/0/journaalnummers").toString()).isEqualTo("[10]");
    }

    /** The frozen form names them, and so its digest is another. */
    @Test
    void an_action_without_a_state_on_the_report_date_is_a_change_too() {
        quarter();
        story.tell(fixed(5, digest(5), null));
        String before = digest(6);
        story.tell(planned(story.action("91"), null, "2026-06-01"));

        assertThat(digest(7)).isNotEqualTo(before);
        assertThat(report().get("gewijzigd").asBoolean()).isTrue();
        assertThat(changed()).hasSize(1);
        assertThat(changed().at("/0/actie").asString()).isEqualTo("91");
        assertThat(changed().at("/0/wat").toString()).isEqualTo("[\"nietVastgelegd\"]");
        assertThat(changed().at("/0/zin").asString())
                .isEqualTo(
                        "Over actie 91 is nu anders bekend dan bij het vaststellen: of op die dag"
                                + " iets van de actie is vastgelegd.");
        assertThat(changed().at("/0/journaalnummers").toString()).isEqualTo("[7]");
    }

    @Test
    void what_was_undone_before_the_report_date_is_no_cause() {
        quarter();
        story.tell(fixed(5, digest(5), null));
        story.moved("24", 2, "2026-03-20");
        story.moved("24", 1, "2026-03-21");
        story.tell(explained("2026-03-21", "vergissing"));
        story.tell(
                new ActionEntryRetracted(story.action("24"), 9, story.basis("2026-04-11"), "fout"));
        story.completed("24", "2026-03-23");

        assertThat(changed().at("/0/wat").toString())
                .isEqualTo("[\"reden\",\"status\",\"statusSinds\"]");
        assertThat(changed().at("/0/journaalnummers").toString()).isEqualTo("[11]");
    }

    @Test
    void a_line_that_reads_otherwise_names_the_entry_by_which_it_does() {
        quarter();
        story.tell(fixed(5, digest(5), null));
        story.line(2, "Andere lijn", 2, "2026-04-02");
        story.tell(
                new ActionLineRevised(
                        id,
                        1,
                        new LineContent(
                                "Lijn",
                                "Lang Lijn",
                                "Een inleiding",
                                null,
                                List.of(),
                                null,
                                List.of(),
                                1),
                        story.basis("2026-03-01"),
                        null));

        assertThat(changed()).hasSize(1);
        assertThat(changed().at("/0/actielijn").asInt()).isEqualTo(1);
        assertThat(changed().at("/0/journaalnummers").toString()).isEqualTo("[8]");
    }

    @Test
    void a_programme_that_reads_otherwise_is_a_change_too() {
        quarter();
        story.tell(fixed(5, digest(5), null));
        story.tell(
                new ProgrammeEntryCorrected(
                        id,
                        1,
                        TestCorrections.of("name", "Een andere naam"),
                        story.basis("2026-05-04"),
                        "verschreven",
                        null));

        assertThat(changed()).hasSize(1);
        assertThat(changed().at("/0/wat").toString()).isEqualTo("[\"naam\"]");
        assertThat(changed().at("/0/actie").isNull()).isTrue();
        assertThat(changed().at("/0/zin").asString())
                .isEqualTo("Over het programma is nu anders bekend dan bij het vaststellen: naam.");
        assertThat(changed().at("/0/journaalnummers").toString()).isEqualTo("[7]");
    }

    @Test
    void a_report_whose_digest_is_not_that_of_the_events_says_so() {
        quarter();
        story.tell(fixed(5, "ab".repeat(32), null));

        assertThat(report().get("reproduceert").asBoolean()).isFalse();
    }

    @Test
    void a_later_report_supersedes_and_the_earlier_one_stays() {
        quarter();
        story.tell(fixed(5, digest(5), null));
        corrected();
        story.tell(fixed(7, digest(7), "brief gevonden"));

        JsonNode report = report();
        assertThat(report.get("journaalnummer").asLong()).isEqualTo(8);
        assertThat(report.get("reden").asString()).isEqualTo("brief gevonden");
        assertThat(report.get("gewijzigd").asBoolean()).isFalse();
        assertThat(report.get("eerdere")).hasSize(1);
        assertThat(report.get("eerdere").get(0).get("journaalnummer").asLong()).isEqualTo(6);

        JsonNode list = Asked.get("lezer", "/" + story.programme + "/rapportages").json();
        assertThat(list.get("totaal").asInt()).isEqualTo(1);
        assertThat(list.get("rapportages").get(0).get("journaalnummer").asLong()).isEqualTo(8);
        assertThat(list.get("rapportages").get(0).has("door")).isFalse();
    }

    @Test
    void a_proposal_waits_until_somebody_else_confirms_it() {
        quarter();
        story.tell(
                new ReportProposed(
                        id,
                        DAY,
                        5,
                        OverviewV1.NAME,
                        digest(5),
                        null,
                        story.basis("2026-04-10"),
                        null));

        JsonNode report = report();
        assertThat(report.get("status").asString()).isEqualTo("VOORGESTELD");
        assertThat(report.get("reproduceert").isNull()).isTrue();
        assertThat(report.get("voorstel").get("journaalnummer").asLong()).isEqualTo(6);
    }

    @Test
    void a_date_without_a_report_is_not_found() {
        assertThat(story.ask("/rapportages/" + DAY).status()).isEqualTo(404);
        assertThat(story.ask("/rapportages/gisteren").status()).isEqualTo(404);
    }

    @Test
    void the_overview_names_its_digest_and_gives_the_frozen_form_it_covers() throws Exception {
        quarter();
        String path = "/" + story.programme + "/monitoringsoverzicht?peildatum=" + DAY;

        Asked.Answer json = Asked.get(path);
        Asked.Answer form =
                Asked.method("GET", path, "Accept", "application/vnd.peildatum.overzicht.v1+json");

        assertThat(json.header("Digest-Overzicht")).isEqualTo(digest(5));
        assertThat(form.header("Digest-Overzicht")).isEqualTo(digest(5));
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(
                                                        form.body()
                                                                .getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(digest(5));
    }

    @Test
    void the_nightly_check_names_what_cannot_be_made_again_and_nothing_else() {
        quarter();
        story.tell(fixed(5, digest(5), null));
        assertThat(deviations()).isEmpty();

        JdbcClient jdbc = JdbcClient.create(Asked.dataSource());
        jdbc.sql("UPDATE report_entry SET digest = ? WHERE programme = ?")
                .params("ab".repeat(32), story.programme)
                .update();
        jdbc.sql("UPDATE action_version SET title = 'anders' WHERE programme = ?")
                .param(story.programme)
                .update();

        assertThat(deviations())
                .satisfiesExactly(
                        report ->
                                assertThat(report)
                                        .contains("niet te herleiden")
                                        .contains("(journaalnummer 6)"),
                        today -> assertThat(today).contains("wijken af"),
                        day -> assertThat(day).contains("wijken af"));
        assertThat(Asked.nightlyCheck().health().getStatus()).isEqualTo(NightlyCheck.DEVIATION);
    }

    /** Other programmes in this database are spoilt on purpose by other tests. */
    private List<String> deviations() {
        return Asked.nightlyCheck().check().deviations().stream()
                .filter(deviation -> deviation.contains("‘" + story.programme + "’"))
                .toList();
    }

    @Test
    void both_ways_say_the_same_and_a_row_that_was_changed_shows() {
        quarter();
        JsonNode control = story.ask("/monitoringsoverzicht/controle?peildatum=2026-03-31").json();
        assertThat(control.get("inOrde").asBoolean()).isTrue();
        assertThat(control.get("digestProjectie").asString()).isEqualTo(digest(5));
        assertThat(control.get("afwijkingen")).isEmpty();

        JdbcClient.create(Asked.dataSource())
                .sql(
                        "UPDATE action_version SET status = 'COMPLETED' WHERE programme = ? AND"
                                + " status = 'DELAYED'")
                .param(story.programme)
                .update();
        JsonNode changed = story.ask("/monitoringsoverzicht/controle?peildatum=2026-03-31").json();
        assertThat(changed.get("inOrde").asBoolean()).isFalse();
        assertThat(changed.get("afwijkingen").get(0).get("onderdeel").asString())
                .isEqualTo("actie 24");
    }
}
