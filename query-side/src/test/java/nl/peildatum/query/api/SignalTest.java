package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Event;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.TestCorrections;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SignalTest {
    private static final String DAY = "2025-11-30";
    private static final Correction NOTHING_ELSE = TestCorrections.of();

    private static List<JsonNode> signals(Story story, String query) {
        Answer answer = story.ask("/signalen?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json("/signalen").spliterator(), false).toList();
    }

    private static List<String> keys(Story story, String query) {
        return signals(story, query).stream()
                .map(signal -> signal.get("signaal").asString())
                .toList();
    }

    /** The key of the only signal. */
    private static String key(Story story, String query) {
        List<String> keys = keys(story, query);
        assertThat(keys).hasSize(1);
        return keys.getFirst();
    }

    private static String reason(Story story, String query) {
        List<JsonNode> signals = signals(story, query);
        assertThat(signals).hasSize(1);
        return signals.getFirst().get("reden").asString();
    }

    private static String on(String day) {
        return "peildatum=" + day;
    }

    private static ActionPlanned planned(
            ActionId action, String label, String title, int lastYear, String explanation) {
        return new ActionPlanned(
                action,
                label,
                title,
                null,
                new TreeSet<>(Set.of(2024, lastYear)),
                true,
                null,
                null,
                new Basis(LocalDate.parse(DAY), "subject-1", null),
                null,
                explanation);
    }

    /** Action {@code 1}, in progress since the day, with an explanation. */
    private static Story inProgress(String explanation) {
        Story story = Story.adopted();
        story.tell(planned(story.action("1"), "1", "Eerste", 2027, explanation));
        story.started("1", DAY);
        return story;
    }

    // --- the real overview

    private static List<Event> overview(ProgrammeId programme) {
        List<Event> history = new ArrayList<>();
        history.add(RecordedEvents.adopted(programme));
        try (Stream<String> lines =
                Files.lines(
                        Path.of("..", "command-side", "src", "test", "resources", "edition")
                                .resolve("expected-2025-11.tsv"))) {
            lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> block(programme, cells, history));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return history;
    }

    private static void block(ProgrammeId programme, String[] cells, List<Event> history) {
        for (String code : cells[1].toLowerCase(Locale.ROOT).replace(' ', '-').split("/", -1)) {
            ActionId action = new ActionId(programme, code);
            history.add(planned(action, cells[1], cells[5], 2027, cells[6]));
            history.add(
                    new ActionBaselined(
                            action,
                            Status.valueOf(cells[2]),
                            new Basis(LocalDate.parse(DAY), "subject-1", "Overzicht"),
                            null,
                            null));
        }
    }

    @Test
    void of_the_real_overview_23_and_37_are_signalled_and_nothing_else() {
        Story story = Story.of(SignalTest::overview);
        List<JsonNode> signals = signals(story, on(DAY));
        assertThat(signals)
                .extracting(signal -> signal.get("soort").asString())
                .containsExactly("AFRONDING_TEGENGESPROKEN", "VERTRAGING_NIET_IN_STATUS");
        assertThat(signals)
                .extracting(signal -> signal.get("reden").asString())
                .containsExactly(
                        "Actie 23 (‘Landelijk overzicht opvang/hulp’) staat op 30 november 2025 op"
                                + " ‘Afgerond’, maar de toelichting spreekt dat tegen: ‘De"
                                + " rapportage wordt nu afgestemd met de achterban van de"
                                + " actiehouders.’",
                        "Actie 37 (‘Doorontwikkeling barrièremodellen per uitbuitingsvorm’) staat"
                                + " op 30 november 2025 op ‘In uitvoering’, maar de toelichting"
                                + " spreekt van vertraging: ‘Er is sprake van een lichte vertraging"
                                + " in oplevering.’");
        assertThat(signals.getLast().get("acties").toString()).isEqualTo("[\"37\"]");
        assertThat(signals(story, on("2025-11-29"))).isEmpty();
        assertThat(signals(story, "bekendTot=0")).isEmpty();
    }

    // --- what a signal is

    @Test
    void a_signal_is_named_after_its_actions_and_the_entries_it_rests_on() {
        Story story = inProgress("Er is vertraging.");
        JsonNode answer = story.ask("/signalen?" + on(DAY)).json();
        assertThat(answer.propertyNames())
                .containsExactly(
                        "programma",
                        "peildatum",
                        "bekendTot",
                        "bekendOp",
                        "signalen",
                        "totaal",
                        "pagina",
                        "paginagrootte");
        assertThat(answer.at("/signalen/0").propertyNames())
                .containsExactly(
                        "signaal", "soort", "acties", "reden", "journaalnummers", "beoordeling");
        assertThat(answer.at("/signalen/0/signaal").asString()).isEqualTo("vertraging-1-op-2-3");
        assertThat(answer.at("/signalen/0/journaalnummers").toString()).isEqualTo("[2,3]");
        assertThat(answer.at("/signalen/0/beoordeling").isNull()).isTrue();
    }

    @Test
    void new_facts_make_a_new_signal_and_the_old_facts_make_the_old_one() {
        Story story = inProgress("Er is vertraging.");
        String first = key(story, on(DAY));
        long explained = story.explained("1", "Er is nog steeds vertraging.", "2026-01-10");
        assertThat(key(story, on("2026-01-10"))).isEqualTo("vertraging-1-op-3-" + explained);
        assertThat(key(story, on("2026-01-09"))).isEqualTo(first);
        long corrected =
                story.tell(
                        new ActionEntryCorrected(
                                story.action("1"),
                                explained,
                                NOTHING_ELSE,
                                story.basis("2026-02-01"),
                                "typefout",
                                null,
                                "Er is toch vertraging.",
                                null));
        assertThat(key(story, on("2026-01-10")))
                .isEqualTo("vertraging-1-op-3-" + explained + "-" + corrected);
        assertThat(key(story, on("2026-01-10") + "&bekendTot=" + explained))
                .isEqualTo("vertraging-1-op-3-" + explained);
        story.tell(
                new ActionEntryRetracted(
                        story.action("1"), explained, story.basis("2026-02-01"), "hoort elders"));
        assertThat(key(story, on("2026-01-10"))).isEqualTo(first);
        story.moved("1", null, "2026-01-11");
        assertThat(key(story, on("2026-01-11"))).isEqualTo(first);
    }

    @Test
    void the_last_judgement_holds_for_the_signal_it_is_about() {
        Story story = inProgress("Er is vertraging.");
        String key = key(story, on(DAY));
        ProgrammeId programme = new ProgrammeId(story.programme);
        long accepted =
                story.tell(
                        new SignalAccepted(
                                programme, key, story.basis("2026-03-01"), "het valt mee"));
        JsonNode judged = signals(story, on(DAY)).getFirst().get("beoordeling");
        assertThat(judged.toString())
                .isEqualTo(
                        "{\"oordeel\":\"GEACCEPTEERD\",\"reden\":\"het valt mee\","
                                + "\"door\":\"subject-1\",\"geregistreerdOp\":\""
                                + story.ask("/journaal/" + accepted)
                                        .json("/geregistreerdOp")
                                        .asString()
                                + "\",\"journaalnummer\":"
                                + accepted
                                + "}");
        story.tell(new SignalDismissed(programme, key, story.basis("2026-03-01"), "klopt niet"));
        assertThat(signals(story, on(DAY)).getFirst().at("/beoordeling/oordeel").asString())
                .isEqualTo("AFGEWEZEN");
        assertThat(
                        signals(story, on(DAY) + "&bekendTot=" + accepted)
                                .getFirst()
                                .at("/beoordeling/oordeel")
                                .asString())
                .isEqualTo("GEACCEPTEERD");
        assertThat(
                        signals(story, on(DAY) + "&bekendTot=" + (accepted - 1))
                                .getFirst()
                                .get("beoordeling")
                                .isNull())
                .isTrue();
        story.explained("1", "Er is grote vertraging.", "2026-01-10");
        assertThat(signals(story, on("2026-01-10")).getFirst().get("beoordeling").isNull())
                .isTrue();
    }

    @Test
    void only_what_counts_is_signalled() {
        Story story = inProgress("Er is vertraging.");
        story.withdrawn("1", "2026-01-10", "gestopt");
        assertThat(signals(story, on("2026-01-10"))).isEmpty();
        assertThat(signals(story, on("2026-01-09"))).hasSize(1);
    }

    @Test
    void a_delay_that_the_status_tells_is_none() {
        Story story = inProgress("Er is vertraging.");
        story.delayed("1", "2026-01-10", "ziekte", null);
        assertThat(signals(story, on("2026-01-10"))).isEmpty();
        story.resumed("1", "2026-01-11");
        assertThat(signals(story, on("2026-01-11"))).hasSize(1);
    }

    // --- links

    private static Story linked(LinkKind kind) {
        Story story = Story.adopted();
        story.tell(planned(story.action("15"), "15", "Vijftien", 2027, "Loopt."));
        story.tell(planned(story.action("17"), "17", "Zeventien", 2027, "Loopt."));
        story.linked("17", new Link(kind, "15"), DAY); // 4
        return story;
    }

    @ParameterizedTest
    @CsvSource({"COINCIDES_WITH, valt samen met", "TOGETHER_WITH, gaat samen met"})
    void actions_that_go_together_have_one_status(LinkKind kind, String words) {
        Story story = linked(kind);
        assertThat(signals(story, on(DAY))).isEmpty();
        long started = story.started("17", "2026-01-10");
        assertThat(reason(story, on("2026-01-10")))
                .isEqualTo(
                        "Actie 17 (‘Zeventien’) "
                                + words
                                + " actie 15 (‘Vijftien’), maar op 10 januari 2026 staat actie 17"
                                + " op ‘In uitvoering’ en actie 15 op ‘Nog niet gestart’.");
        assertThat(key(story, on("2026-01-10"))).isEqualTo("verband-15-17-op-2-4-" + started);
        story.linked("15", new Link(kind, "17"), "2026-01-11");
        assertThat(key(story, on("2026-01-11")))
                .isEqualTo("verband-15-17-op-2-4-" + started + "-" + (started + 1));
        story.started("15", "2026-01-12");
        assertThat(signals(story, on("2026-01-12"))).isEmpty();
    }

    @Test
    void what_follows_starts_when_what_it_follows_is_completed() {
        Story story = linked(LinkKind.FOLLOWS);
        story.started("15", "2026-01-10");
        assertThat(signals(story, on("2026-01-10"))).isEmpty();
        story.started("17", "2026-01-11");
        assertThat(reason(story, on("2026-01-11")))
                .isEqualTo(
                        "Actie 17 (‘Zeventien’) volgt op actie 15 (‘Vijftien’), maar op 11 januari"
                                + " 2026 staat actie 17 al op ‘In uitvoering’ en actie 15 nog op"
                                + " ‘In uitvoering’.");
        story.completed("15", "2026-01-12");
        assertThat(signals(story, on("2026-01-12"))).isEmpty();
    }

    @Test
    void a_link_to_what_has_no_state_or_is_only_coupled_says_nothing() {
        Story coupled = linked(LinkKind.COUPLED_TO);
        coupled.started("17", "2026-01-10");
        assertThat(signals(coupled, on("2026-01-10"))).isEmpty();
        Story story = Story.adopted();
        story.tell(planned(story.action("17"), "17", "Zeventien", 2027, "Loopt."));
        story.planned("15", null, null, "2026-06-01");
        story.linked("17", new Link(LinkKind.COINCIDES_WITH, "15"), DAY);
        story.started("17", DAY);
        assertThat(signals(story, on(DAY))).isEmpty();
    }

    // --- blocks

    @Test
    void what_prints_as_one_block_agrees() {
        Story story = Story.adopted();
        story.tell(planned(story.action("3"), "3/4", "Strategie", 2027, "Loopt."));
        story.tell(planned(story.action("4"), "3/4", "Strategie", 2027, "Loopt."));
        assertThat(signals(story, on(DAY))).isEmpty();
        long started = story.started("4", "2026-01-10");
        story.explained("4", "Loopt goed.", "2026-01-10");
        assertThat(reason(story, on("2026-01-10")))
                .isEqualTo(
                        "De acties 3 (‘Strategie’) en 4 (‘Strategie’) staan in de publicatie samen"
                                + " als 3/4, maar verschillen op 10 januari 2026 in status en"
                                + " toelichting.");
        assertThat(key(story, on("2026-01-10")))
                .isEqualTo("nummer-3-4-op-2-3-" + started + "-" + (started + 1));
        story.withdrawn("4", "2026-01-11", "gestopt");
        assertThat(key(story, on("2026-01-11"))).startsWith("nummer-3-4-op-");
        story.withdrawn("3", "2026-01-12", "gestopt");
        assertThat(signals(story, on("2026-01-12"))).isEmpty();
    }

    @Test
    void extra_actions_share_no_number() {
        Story story = Story.adopted();
        story.tell(planned(story.action("extra-1"), "Extra actie", "Een", 2027, "Loopt."));
        story.tell(planned(story.action("extra-2"), "Extra actie", "Twee", 2026, "Loopt goed."));
        assertThat(signals(story, on(DAY))).isEmpty();
    }

    @Test
    void a_key_never_gets_too_long_and_still_changes_with_the_facts() {
        Story story = Story.adopted();
        for (char code = 'a'; code < 'f'; code++) {
            String long40 = String.valueOf(code).repeat(40);
            story.tell(planned(story.action(long40), "samen", "Titel " + code, 2027, "Loopt."));
        }
        String key = key(story, on(DAY));
        assertThat(key)
                .matches("nummer-a{40}-op-x[0-9a-f]{16}|nummer-a{40}-b{40}-op-x[0-9a-f]{16}")
                .hasSizeLessThanOrEqualTo(120);
        assertThat(signals(story, on(DAY)).getFirst().get("acties")).hasSize(5);
        story.started("e".repeat(40), "2026-01-10");
        assertThat(key(story, on("2026-01-10"))).isNotEqualTo(key);
        assertThat(key(story, on(DAY))).isEqualTo(key);
    }

    // --- since the last report

    private static long fixed(Story story, String reportDate, long knownUpTo) {
        return story.tell(
                new ReportFixed(
                        new ProgrammeId(story.programme),
                        LocalDate.parse(reportDate),
                        knownUpTo,
                        "overzicht/1",
                        "ab".repeat(32),
                        null,
                        null,
                        story.basis("2026-02-01"),
                        null));
    }

    @Test
    void what_did_not_change_since_the_last_report_is_signalled() {
        Story story = inProgress("Loopt.");
        assertThat(signals(story, on("2026-03-31"))).isEmpty();
        long report = fixed(story, "2025-12-31", 3);
        assertThat(signals(story, on("2025-12-31"))).isEmpty();
        assertThat(reason(story, on("2026-03-31")))
                .isEqualTo(
                        "Actie 1 (‘Eerste’) staat op 31 maart 2026 op ‘In uitvoering’, en er is"
                                + " niets aan veranderd sinds de rapportage over 31 december"
                                + " 2025.");
        assertThat(key(story, on("2026-03-31"))).isEqualTo("ongewijzigd-1-op-2-3-" + report);
        assertThat(signals(story, on("2026-03-31") + "&bekendTot=" + (report - 1))).isEmpty();
        story.explained("1", "Loopt goed.", "2026-02-10");
        assertThat(signals(story, on("2026-03-31"))).isEmpty();
        long again = fixed(story, "2025-12-31", report + 1);
        assertThat(signals(story, on("2026-03-31"))).isEmpty();
        long later = fixed(story, "2026-03-31", again);
        assertThat(key(story, on("2026-06-30")))
                .isEqualTo("ongewijzigd-1-op-3-" + (report + 1) + "-" + later);
    }

    @Test
    void what_became_known_after_the_report_is_a_change_until_it_is_reported() {
        Story story = inProgress("Loopt.");
        fixed(story, "2025-12-31", 3);
        long late = story.explained("1", "Loopt goed.", "2025-12-15");
        assertThat(signals(story, on("2026-03-31"))).isEmpty();
        long again = fixed(story, "2025-12-31", late);
        assertThat(key(story, on("2026-03-31")))
                .isEqualTo("ongewijzigd-1-op-3-" + late + "-" + again);
    }

    @Test
    void a_completed_action_need_not_change() {
        Story story = inProgress("Klaar.");
        story.completed("1", "2025-12-01");
        fixed(story, "2025-12-31", 4);
        assertThat(signals(story, on("2026-03-31"))).isEmpty();
    }

    // --- time

    @Test
    void execution_years_that_are_over_are_signalled() {
        Story story = Story.adopted();
        story.tell(planned(story.action("1"), "1", "Eerste", 2025, "Loopt."));
        assertThat(signals(story, on("2025-12-31"))).isEmpty();
        assertThat(reason(story, on("2026-01-01")))
                .isEqualTo(
                        "Actie 1 (‘Eerste’) heeft 2025 als laatste uitvoeringsjaar, maar staat op"
                                + " 1 januari 2026 nog op ‘Nog niet gestart’.");
        story.tell(
                new ActionRescheduled(
                        story.action("1"),
                        new TreeSet<>(Set.of(2025, 2026)),
                        story.basis("2026-01-02"),
                        null));
        assertThat(key(story, on("2026-01-01"))).isEqualTo("jaren-1-op-2");
        assertThat(signals(story, on("2026-01-02"))).isEmpty();
        assertThat(key(story, on("2027-01-01"))).isEqualTo("jaren-1-op-2-3");
        story.started("1", "2026-02-01");
        story.completed("1", "2026-03-01");
        assertThat(signals(story, on("2027-01-01"))).isEmpty();
    }

    @Test
    void an_expected_completion_that_is_over_is_signalled() {
        Story story = inProgress("Loopt.");
        long delayed = story.delayed("1", "2025-12-01", "ziekte", "2026-03-01");
        assertThat(signals(story, on("2026-03-01"))).isEmpty();
        assertThat(reason(story, on("2026-03-02")))
                .isEqualTo(
                        "Actie 1 (‘Eerste’) zou naar verwachting op 1 maart 2026 klaar zijn, maar"
                                + " staat op 2 maart 2026 nog op ‘In uitvoering, vertraging’.");
        assertThat(key(story, on("2026-03-02"))).isEqualTo("verwachting-1-op-" + delayed);
        story.resumed("1", "2026-03-03");
        assertThat(signals(story, on("2026-03-03"))).isEmpty();
    }

    // --- how it is asked

    @Test
    void signals_come_in_the_order_of_the_publication_and_in_pages() {
        Story story = Story.adopted();
        story.line(1, "Eerste", 2, "2024-01-01");
        story.line(2, "Tweede", 1, "2024-01-01");
        story.planned("1", 1, 2, DAY);
        story.planned("2", 1, 1, DAY);
        story.planned("3", 2, 1, DAY);
        assertThat(keys(story, on("2026-01-01")))
                .containsExactly("jaren-3-op-6", "jaren-2-op-5", "jaren-1-op-4");
        Answer page = story.ask("/signalen?paginagrootte=2&pagina=2&" + on("2026-01-01"));
        assertThat(page.json("/signalen")).hasSize(1);
        assertThat(page.json("/totaal").asInt()).isEqualTo(3);
        assertThat(page.header("Link")).contains("rel=\"prev\"");
    }

    @ParameterizedTest
    @CsvSource({
        "peildatum=x, peildatum",
        "bekendTot=99, bekendTot",
        "pagina=0, pagina",
        "soort=x, soort"
    })
    void a_question_that_cannot_be_is_refused(String query, String field) {
        Story story = inProgress("Loopt.");
        Answer answer = story.ask("/signalen?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString()).isEqualTo(field);
        assertThat(Asked.get("/bestaat-niet/signalen").status()).isEqualTo(404);
    }

    @Test
    void where_processing_stopped_nothing_later_is_told() {
        Story story = inProgress("Loopt.").park(VERSIONS);
        story.explained("1", "Er is vertraging.", "2026-01-10");
        JsonNode answer = story.ask("/signalen?" + on("2026-01-10")).json();
        assertThat(answer.get("bekendTot").asInt()).isEqualTo(3);
        assertThat(answer.get("signalen")).isEmpty();
        assertThat(story.ask("/signalen?bekendTot=4").status()).isEqualTo(503);
        story.unpark();
        assertThat(signals(story, on("2026-01-10"))).hasSize(1);
    }
}
