package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.Today;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.command.http.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ImportTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final Overview NOVEMBER = Overview.november();
    private static final int LINES = 6;
    private static final int PLANNED = 47;
    private static final int COUNTED = 44;
    private static final int ALL = 1 + LINES + PLANNED + COUNTED;

    private static Answer take(String programme, Overview edition, String query) {
        return send(programme + "/importen?peildatum=2025-11-30" + query, edition.bytes());
    }

    private static Answer next(String programme, Overview edition, String query) {
        return send(programme + "/importen?peildatum=2026-05-31" + query, edition.bytes());
    }

    private static Answer send(String path, byte[] document, String... more) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "text/markdown"));
        headers.addAll(List.of(more));
        return SERVER.send("POST", path, document, headers.toArray(String[]::new));
    }

    /** A programme that holds the edition of November. */
    private static String holding() {
        String programme = SERVER.programme();
        take(programme, NOVEMBER, "").isDone(201);
        return programme;
    }

    private static List<String> rows(Answer answer) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : answer.json().get("regels")) {
            rows.add(
                    "%s %s %s > %s%s"
                            .formatted(
                                    text(
                                            row.get(
                                                    row.get("actie").isNull()
                                                            ? "actielijn"
                                                            : "actie")),
                                    text(row.get("soort")),
                                    text(row.get("huidig")),
                                    text(row.get("voorgesteld")),
                                    row.get("uitvoerbaar").asBoolean() ? "" : " kan niet"));
        }
        return rows;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : node.toString();
    }

    private static String stored(String programme, String name, String member) {
        return String.join(
                " | ",
                SERVER.jdbc()
                        .sql(
                                """
                                SELECT coalesce(convert_from(texts, 'UTF8')::jsonb ->> ?, '-')
                                FROM events.event WHERE programme = ? AND name = ?
                                ORDER BY journal_number""")
                        .params(member, programme.substring(programme.lastIndexOf('/') + 1), name)
                        .query(String.class)
                        .list());
    }

    private static List<String> since(String programme, int number) {
        List<String> recorded = SERVER.recorded(programme);
        return recorded.subList(number, recorded.size());
    }

    // --- what was erased

    @Test
    void an_erased_text_that_is_printed_is_no_new_text() {
        String programme = holding();
        Overview printed =
                NOVEMBER.with(
                        "Er hebben verschillende bijeenkomsten plaatsgevonden met betrokken"
                                + " ketenpartners (JenV, AenM, OM, IND, Politie, NLA, KMAr) en zorg-"
                                + " opvangorganisaties.",
                        "tekst gewist");
        assertThat(rows(next(programme, printed, "&proef=true").isDone(200))).isEmpty();

        String entry =
                SERVER.jdbc()
                        .sql(
                                """
                                SELECT journal_number FROM events.event WHERE aggregate_id = ?
                                AND name = 'action-baselined'""")
                        .param(programme.substring(programme.lastIndexOf('/') + 1) + "/22")
                        .query(String.class)
                        .single();
        SERVER.post(
                        programme + "/journaal/" + entry + "/tekstwissing",
                        "{\"reden\": \"er stond een naam in\"}",
                        CommandSideServer.as("subject-beheer", "beheerder"))
                .isDone(201);

        assertThat(rows(next(programme, printed, "&proef=true").isDone(200))).isEmpty();
        String other = SERVER.programme();
        take(other, printed, "").isDone(201);
        assertThat(stored(other, "action-baselined", "explanation")).doesNotContain("tekst gewist");
    }

    @Test
    void an_edition_can_be_read_after_a_correction() {
        String programme = holding();
        long moved =
                SERVER.post(
                                programme + "/acties/24/statuswijzigingen",
                                """
                                {"soort": "VERTRAGING", "ingangsdatum": "2026-01-15",
                                 "reden": "de pilots liepen uit"}""")
                        .isDone(201)
                        .number();
        SERVER.post(
                        programme + "/journaal/" + moved + "/correcties",
                        """
                        {"reden": "een dag eerder", "als": {"ingangsdatum": "2026-01-14"}}""")
                .isDone(201);

        assertThat(rows(next(programme, NOVEMBER, "&proef=true").isDone(200)))
                .containsExactly("24 HERVATTING IN_UITVOERING_VERTRAGING > IN_UITVOERING");
    }

    // --- labels that part

    @Test
    void an_edition_that_prints_the_actions_of_one_label_apart_proposes_to_relabel_them() {
        String programme = holding();
        String title =
                "Gerichte communicatiestrategie (2024: seksuele, 2025: arbeids- en criminele"
                        + " uitbuiting)";
        String block =
                """

                 In uitvoering  (2024–2027)

                JenV, CoMensha en VNG werken samen met het reclamebureau aan de communicatiestrategie. De\
                 strategie is in ontwikkeling.

                """;
        String first = "### %s. " + title + "\n" + block + "### %s. " + title;
        Overview shared =
                NOVEMBER.with(
                        "### 3/4. " + title,
                        first.formatted("3 (gerapporteerd als 3/4)", "4 (gerapporteerd als 3/4)"));
        assertThat(rows(next(programme, shared, "&proef=true").isDone(200))).isEmpty();

        Overview apart = NOVEMBER.with("### 3/4. " + title, first.formatted("3", "4"));
        assertThat(rows(next(programme, apart, "&proef=true").isDone(200)))
                .containsExactly("3 BENAMING 3/4 > 3", "4 BENAMING 3/4 > 4");
        next(programme, apart, "").isDone(201);
        assertThat(since(programme, ALL)).containsExactly("action-relabelled", "action-relabelled");
        assertThat(rows(next(programme, apart, "&proef=true").isDone(200))).isEmpty();
        assertThat(rows(next(programme, NOVEMBER, "&proef=true").isDone(200)))
                .containsExactly("3 BENAMING 3 > 3/4", "4 BENAMING 4 > 3/4");
    }

    // --- texts that look the same

    @Test
    void an_edition_in_decomposed_characters_changes_nothing() {
        String programme = holding();
        Overview decomposed =
                new Overview(Normalizer.normalize(NOVEMBER.text(), Normalizer.Form.NFD));
        assertThat(decomposed.text()).isNotEqualTo(NOVEMBER.text());

        assertThat(rows(next(programme, decomposed, "&proef=true").isDone(200))).isEmpty();
        assertThat(
                        SERVER.post(
                                        programme + "/acties",
                                        """
                                        {"actie": "90", "titel": "Cree\\u0308ren", "opgenomen": true,
                                         "uitvoeringsjaren": [2025], "ingangsdatum": "2025-11-30"}""")
                                .isDone(201)
                                .number())
                .isEqualTo(ALL + 1);
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT convert_from(facts, 'UTF8')::jsonb ->> 'title'
                                        FROM events.event WHERE aggregate_id = ?""")
                                .param(programme.substring(programme.lastIndexOf('/') + 1) + "/90")
                                .query(String.class)
                                .single())
                .isEqualTo("Creëren");
    }

    /** As a version that did not compose them could have recorded it. */
    @Test
    void what_was_recorded_decomposed_is_held_against_what_is_composed() {
        assertThat(Draft.same("cafe\u0301", "café")).isTrue();
        assertThat(Draft.same("cafe", "café")).isFalse();
        assertThat(
                        Draft.differing(
                                Map.of("doelen", List.of("cafe\u0301", "b"), "titel", "x"),
                                Map.of("doelen", List.of("café", "b"), "titel", "y")))
                .containsOnlyKeys("titel");
    }

    // --- the first edition

    @Test
    void a_trial_shows_everything_and_records_nothing() {
        String programme = SERVER.programme();
        Answer answer = take(programme, NOVEMBER, "&proef=true").isDone(200);
        List<String> rows = rows(answer);
        assertThat(rows).hasSize(LINES + PLANNED + COUNTED).noneMatch(row -> row.contains("kan"));
        assertThat(rows).filteredOn(row -> row.contains("ACTIELIJN_VASTGESTELD")).hasSize(LINES);
        assertThat(rows).filteredOn(row -> row.contains("ACTIE_GEPLAND")).hasSize(PLANNED);
        assertThat(rows).filteredOn(row -> row.contains("OPENINGSSTAND")).hasSize(COUNTED);
        assertThat(rows)
                .contains(
                        "22 OPENINGSSTAND null > IN_UITVOERING_VERTRAGING",
                        "extra-1 OPENINGSSTAND null > IN_UITVOERING",
                        "31 ACTIE_GEPLAND null > {\"opgenomen\":false,\"redenNietOpgenomen\":\"gaan pas"
                                + " van start in 2026\"}");
        JsonNode sums = answer.json().get("aansluiting");
        assertThat(sums.get("gedrukt")).isEqualTo(sums.get("geteld"));
        assertThat(sums.get("straks")).isEqualTo(sums.get("geteld"));
        assertThat(sums.get("verschillen")).isEmpty();
        assertThat(answer.json().get("vragen")).isEmpty();
        assertThat(answer.json().get("opmerkingen")).isEmpty();
        assertThat(sums.get("geteld").get("totaal").toString())
                .isEqualTo(
                        "{\"acties\":44,\"afgerond\":13,\"inUitvoering\":20,\"inUitvoeringVertraging\":5,"
                                + "\"doorlopend\":5,\"nogNietGestart\":1}");
        assertThat(answer.json().get("bekendTot").asInt()).isEqualTo(1);
        assertThat(answer.json().get("voorstel").asString()).matches("[0-9a-f]{64}");
        assertThat(SERVER.recorded(programme)).hasSize(1);
    }

    @Test
    void an_edition_is_taken_over_by_one_append() {
        String programme = SERVER.programme();
        Answer answer = take(programme, NOVEMBER, "").isDone(201);
        assertThat(answer.number()).isEqualTo(ALL);
        assertThat(answer.location()).isEqualTo(programme + "/journaal/" + ALL);
        List<String> recorded = SERVER.recorded(programme);
        assertThat(recorded).hasSize(ALL);
        assertThat(recorded).filteredOn("action-line-defined"::equals).hasSize(LINES);
        assertThat(recorded).filteredOn("action-planned"::equals).hasSize(PLANNED);
        assertThat(recorded).filteredOn("action-baselined"::equals).hasSize(COUNTED);
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT count(DISTINCT xmin::text) FROM events.event
                                        WHERE programme = ? AND journal_number > 1""")
                                .param(programme.substring(programme.lastIndexOf('/') + 1))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT DISTINCT convert_from(facts, 'UTF8')::jsonb -> 'basis' ->> 'source'
                                        FROM events.event WHERE programme = ? AND journal_number > 1""")
                                .param(programme.substring(programme.lastIndexOf('/') + 1))
                                .query(String.class)
                                .list())
                .containsExactly(
                        "Monitoringsoverzicht november 2025; peildatum gesteld op 30 november 2025");
    }

    @Test
    void the_same_edition_again_changes_nothing() {
        String programme = holding();
        assertThat(rows(take(programme, NOVEMBER, "&proef=true").isDone(200))).isEmpty();
        take(programme, NOVEMBER, "").isUnchanged();
        assertThat(rows(next(programme, NOVEMBER, "&proef=true").isDone(200))).isEmpty();
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
    }

    @Test
    void a_proposal_that_was_seen_is_what_is_taken_over() {
        String programme = SERVER.programme();
        String seen =
                take(programme, NOVEMBER, "&proef=true")
                        .isDone(200)
                        .json()
                        .get("voorstel")
                        .asString();
        SERVER.action(programme, "99");
        take(programme, NOVEMBER, "&voorstel=" + seen).isProblem(409);
        assertThat(SERVER.recorded(programme)).hasSize(2);
        String fresh =
                take(programme, NOVEMBER, "&proef=true")
                        .isDone(200)
                        .json()
                        .get("voorstel")
                        .asString();
        take(programme, NOVEMBER.with("CoMensha", "Comensha"), "&voorstel=" + fresh).isProblem(409);
        take(programme, NOVEMBER, "&voorstel=" + fresh).isProblem(409);
        take(programme, NOVEMBER, "&afwijking=aanvaard&voorstel=" + fresh).isDone(201);
        assertThat(SERVER.recorded(programme)).hasSize(ALL + 1);
    }

    // --- the next edition

    @Test
    void a_status_that_moved_one_step_is_one_move() {
        String programme = holding();
        Overview edition = NOVEMBER.moved(3, "24", "In uitvoering", "Afgerond");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .containsExactly("24 AFRONDING IN_UITVOERING > AFGEROND");
        next(programme, edition, "").isDone(201);
        assertThat(since(programme, ALL)).containsExactly("action-completed");
        assertThat(stored(programme, "action-completed", "reason")).isEqualTo("-");
        assertThat(rows(next(programme, edition, "&proef=true"))).isEmpty();
    }

    @Test
    void a_status_that_no_single_move_leads_to_becomes_several_with_a_reason_that_says_so() {
        String programme = holding();
        Overview edition = NOVEMBER.moved(4, "36", "Afgerond", "In uitvoering, vertraging");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .containsExactly(
                        "36 HEROPENING AFGEROND > IN_UITVOERING",
                        "36 VERTRAGING IN_UITVOERING > IN_UITVOERING_VERTRAGING");
        next(programme, edition, "").isDone(201);
        assertThat(since(programme, ALL)).containsExactly("action-reopened", "action-delayed");
        String reason =
                "Overgenomen uit Monitoringsoverzicht november 2025; reden niet gepubliceerd";
        assertThat(stored(programme, "action-reopened", "reason")).isEqualTo(reason);
        assertThat(stored(programme, "action-delayed", "reason")).isEqualTo(reason);
    }

    @Test
    void a_reason_given_with_the_request_is_the_reason() {
        String programme = holding();
        Overview edition = NOVEMBER.moved(4, "36", "Afgerond", "In uitvoering, vertraging");
        next(programme, edition, "&reden=volgens%20de%20brief&bron=Voortgangsbrief").isDone(201);
        assertThat(stored(programme, "action-delayed", "reason")).isEqualTo("volgens de brief");
        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT convert_from(facts, 'UTF8')::jsonb -> 'basis' ->> 'source'
                                        FROM events.event WHERE programme = ?
                                        ORDER BY journal_number DESC LIMIT 1""")
                                .param(programme.substring(programme.lastIndexOf('/') + 1))
                                .query(String.class)
                                .single())
                .isEqualTo("Voortgangsbrief; peildatum gesteld op 31 mei 2026");
    }

    @Test
    void a_new_action_in_the_middle_moves_no_other_action() {
        String programme = holding();
        Overview edition =
                NOVEMBER.added(
                        3,
                        "### 23. ",
                        "### 49. Nieuwe actie\n\nDoorlopend  (2026–2027)\n\nTekst.",
                        "Doorlopend");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .containsExactly(
                        "49 ACTIE_GEPLAND null > {\"gerapporteerdAls\":\"49\",\"titel\":\"Nieuwe"
                                + " actie\",\"actielijn\":3,\"uitvoeringsjaren\":[2026,2027],"
                                + "\"opgenomen\":true,\"volgorde\":22}",
                        "49 OPENINGSSTAND null > DOORLOPEND");
        next(programme, edition, "").isDone(201);
        assertThat(rows(next(programme, edition, "&proef=true"))).isEmpty();
    }

    @Test
    void a_second_extra_action_is_known_by_its_title_and_gets_a_code_of_its_own() {
        String programme = holding();
        Overview edition =
                NOVEMBER.added(
                        4,
                        "#### Extra actie: Pilot",
                        "#### Extra actie: Iets anders\n\nIn uitvoering  (2026)",
                        "In uitvoering");
        List<String> rows = rows(next(programme, edition, "&proef=true"));
        assertThat(rows).filteredOn(row -> row.startsWith("extra-2 ")).hasSize(2);
        assertThat(rows).noneMatch(row -> row.startsWith("extra-1 "));
    }

    @Test
    void extra_actions_with_one_title_are_known_in_their_order() {
        String programme = holding();
        Overview edition =
                NOVEMBER.added(
                        4,
                        "#### Extra actie: Pilot",
                        "#### Extra actie: Pilot preventie ronselen slachtoffers mensenhandel bij"
                                + " beschermd en begeleid wonen\n\nIn uitvoering  (2026)",
                        "In uitvoering");
        next(programme, edition, "").isDone(201);

        assertThat(rows(next(programme, edition, "&proef=true"))).isEmpty();
    }

    @Test
    void an_action_that_is_no_longer_printed_is_told_and_not_withdrawn() {
        String programme = holding();
        Overview edition = NOVEMBER.without(3, "### 24. ", "### 25. ", "In uitvoering");
        Answer proposal = next(programme, edition, "&proef=true").isDone(200);
        assertThat(rows(proposal)).containsExactly("24 NIET_VERMELD IN_UITVOERING > null");
        assertThat(proposal.json().get("regels").get(0).get("melding").asString())
                .contains("Actie 24 staat niet in de publicatie");
        assertThat(next(programme, edition, "").isProblem(409).faulty())
                .containsExactly("afwijking");
        next(programme, edition, "&afwijking=aanvaard").isDone(200);
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
    }

    @Test
    void titles_years_lines_and_texts_that_changed_are_each_a_row() {
        String programme = holding();
        Overview edition =
                NOVEMBER.with("### 24. Innovatietraject", "### 24. Een innovatietraject")
                        .with(
                                "### 30. Beleidsvorming gemeenten conform VNG kader\n\nIn uitvoering"
                                        + "  (2024–2027)",
                                "### 30. Beleidsvorming gemeenten conform VNG kader\n\nIn uitvoering"
                                        + "  (2024–2025)")
                        .with("Media-aandacht waar mogelijk.", "Meer aandacht.")
                        .with(
                                "### Actielijn 5 Informatiedeling en gegevensverwerking",
                                "### Actielijn 5 Informatie delen");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .containsExactly(
                        "5 ACTIELIJN_HERZIEN {\"titel\":\"Informatiedeling en gegevensverwerking\"} >"
                                + " {\"titel\":\"Informatie delen\"}",
                        "8 TOELICHTING Media-aandacht waar mogelijk. > Meer aandacht.",
                        "24 TITEL Innovatietraject passendere opvang > Een innovatietraject passendere"
                                + " opvang",
                        "30 PLANNING [2024,2025,2026,2027] > [2024,2025]");
        next(programme, edition, "").isDone(201);
        assertThat(since(programme, ALL))
                .containsExactly(
                        "action-line-revised",
                        "action-explained",
                        "action-retitled",
                        "action-rescheduled");
        assertThat(rows(next(programme, edition, "&proef=true"))).isEmpty();
        assertThat(rows(take(programme, NOVEMBER, "&proef=true"))).isEmpty();
    }

    @Test
    void an_action_that_was_not_monitored_yet_is_filled_in_when_it_is_printed() {
        String programme = holding();
        Overview edition =
                NOVEMBER.with("Acties 31, 34 en 42 gaan", "Acties 34 en 42 gaan")
                        .added(
                                4,
                                "### 32. ",
                                "### 31. Eindelijk begonnen\n\nIn uitvoering  (2026–2027)\n\nTekst.",
                                "In uitvoering");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .containsExactly(
                        "31 OPNAME false > true",
                        "31 TITEL null > Eindelijk begonnen",
                        "31 ACTIELIJN null > 4",
                        "31 PLANNING [] > [2026,2027]",
                        "31 VOLGORDE null > 30",
                        "31 START NOG_NIET_GESTART > IN_UITVOERING",
                        "31 TOELICHTING null > Tekst.");
        next(programme, edition, "").isDone(201);
        assertThat(rows(next(programme, edition, "&proef=true"))).isEmpty();
    }

    @Test
    void an_action_that_is_no_longer_monitored_is_excluded_with_the_printed_reason() {
        String programme = holding();
        Overview edition =
                NOVEMBER.with("Acties 31, 34 en 42 gaan", "Acties 24, 31, 34 en 42 gaan")
                        .without(3, "### 24. ", "### 25. ", "In uitvoering");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .containsExactly("24 UITSLUITING null > gaan pas van start in 2026");
        next(programme, edition, "").isDone(201);
        assertThat(since(programme, ALL)).containsExactly("action-excluded");
    }

    @Test
    void a_withdrawal_that_is_printed_is_a_withdrawal() {
        String programme = holding();
        Overview edition =
                NOVEMBER.with(
                                "het huidige monitoringoverzicht.",
                                "het huidige monitoringoverzicht.\n\nActie 24 is vervallen: opgegaan"
                                        + " in actie 23.")
                        .without(3, "### 24. ", "### 25. ", "In uitvoering");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .containsExactly("24 INTREKKING IN_UITVOERING > VERVALLEN");
        next(programme, edition, "").isDone(201);
        assertThat(stored(programme, "action-withdrawn", "reason"))
                .contains("opgegaan in actie 23");
        assertThat(rows(next(programme, edition, "&proef=true"))).isEmpty();
        assertThat(rows(next(programme, NOVEMBER, "&proef=true")))
                .containsExactly("24 STATUS VERVALLEN > IN_UITVOERING kan niet");
    }

    @Test
    void what_no_move_leads_to_stands_in_the_way_until_it_is_left_out() {
        String programme = holding();
        Overview edition =
                NOVEMBER.moved(4, "36", "Afgerond", "Nog niet gestart")
                        .moved(3, "24", "In uitvoering", "Afgerond");
        Answer proposal = next(programme, edition, "&proef=true").isDone(200);
        assertThat(rows(proposal))
                .containsExactly(
                        "24 AFRONDING IN_UITVOERING > AFGEROND",
                        "36 STATUS AFGEROND > NOG_NIET_GESTART kan niet");
        String seen = proposal.json().get("voorstel").asString();
        Answer refused = next(programme, edition, "").isProblem(409);
        assertThat(rows(refused)).containsExactly("36 STATUS AFGEROND > NOG_NIET_GESTART kan niet");
        assertThat(refused.detail()).contains("1 regel kan").contains("‘zonder’");
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
        assertThat(next(programme, edition, "&zonder=36,3x").isProblem(400).faulty())
                .containsExactly("zonder");
        assertThat(next(programme, edition, "&zonder=36&voorstel=" + seen).isProblem(409).faulty())
                .containsExactly("afwijking");
        next(programme, edition, "&zonder=36&afwijking=aanvaard&voorstel=" + seen).isDone(201);
        assertThat(since(programme, ALL)).containsExactly("action-completed");
    }

    @Test
    void an_edition_from_before_everything_that_is_held_cannot_be_taken_over() {
        String programme = holding();
        String path = programme + "/importen?peildatum=2025-10-31";
        Answer proposal = send(path + "&proef=true", NOVEMBER.bytes()).isDone(200);
        assertThat(rows(proposal)).isNotEmpty().allMatch(row -> row.endsWith("kan niet"));
        Answer refused = send(path, NOVEMBER.bytes()).isProblem(409);
        assertThat(rows(refused)).isEqualTo(rows(proposal));
        assertThat(refused.body()).contains("corrigeer eerst de openingsstand");
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
    }

    @Test
    void an_edition_from_between_is_refused_where_a_later_entry_would_no_longer_fit() {
        String programme = holding();
        SERVER.post(
                        programme + "/acties/24/statuswijzigingen",
                        """
                        {"soort": "VERTRAGING", "reden": "ziekte", "ingangsdatum": "2026-03-01"}""")
                .isDone(201);
        Overview edition = NOVEMBER.moved(3, "24", "In uitvoering", "Afgerond");
        Answer refused =
                send(programme + "/importen?peildatum=2026-01-31", edition.bytes()).isProblem(409);
        assertThat(rows(refused)).containsExactly("24 AFRONDING IN_UITVOERING > AFGEROND kan niet");
        assertThat(refused.body()).contains("regel " + (ALL + 1) + " van het journaal");
    }

    // --- what cannot be read

    @Test
    void an_unreadable_document_is_the_same_refusal_with_and_without_trial() {
        String programme = SERVER.programme();
        Overview edition =
                NOVEMBER.with("Afgerond\t13", "Afgerond\t14")
                        .with(
                                "### 29. Bestuurlijke aandacht aanpak mensenhandel en rollen"
                                        + " gemeenten\n\nDoorlopend",
                                "### 29. Bestuurlijke aandacht aanpak mensenhandel en rollen"
                                        + " gemeenten\n\nLoopt door");
        Answer trial = take(programme, edition, "&proef=true").isProblem(422);
        Answer real = take(programme, edition, "").isProblem(422);
        assertThat(real.body()).isEqualTo(trial.body());
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : trial.json().get("fouten")) {
            faults.add(fault.get("veld").asString());
            assertThat(fault.get("veld").asString())
                    .isEqualTo("regel " + fault.get("regel").asInt());
            assertThat(fault.get("melding").asString()).isNotBlank();
        }
        assertThat(faults).hasSizeGreaterThan(1);
        JsonNode total = trial.json().get("aansluiting");
        assertThat(total.get("gedrukt").get("totaal").get("afgerond").asInt()).isEqualTo(14);
        assertThat(total.get("geteld").get("totaal").get("afgerond").asInt()).isEqualTo(13);
        assertThat(trial.json().get("fouten").get(0).get("gedrukt").asInt()).isEqualTo(44);
        assertThat(SERVER.recorded(programme)).hasSize(1);
    }

    @Test
    void of_more_than_a_hundred_faults_the_number_is_told() {
        String programme = SERVER.programme();
        StringBuilder sheet = new StringBuilder("actie\n");
        for (int row = 0; row < 1_234; row++) {
            sheet.append("onbekend-").append(row).append('\n');
        }
        JsonNode faults =
                SERVER.send(
                                "POST",
                                programme + "/importen?peildatum=2025-11-30",
                                sheet.toString().getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "text/csv")
                        .isProblem(422)
                        .json()
                        .get("fouten");
        assertThat(faults).hasSize(101);
        assertThat(faults.get(100).get("melding").asString()).contains("1134");
    }

    @Test
    void what_is_no_overview_or_no_text_at_all_is_refused() {
        String path = SERVER.programme() + "/importen?peildatum=2025-11-30";
        send(path, "# Boodschappen\n\n- brood\n".getBytes(StandardCharsets.UTF_8)).isProblem(422);
        send(path, new byte[0]).isProblem(422);
        send(path, NOVEMBER.text().getBytes(StandardCharsets.UTF_16)).isProblem(422);
    }

    @Test
    void a_document_in_another_charset_is_refused_with_every_line_that_shows_it() {
        String path = SERVER.programme() + "/importen?peildatum=2025-11-30";
        String text = NOVEMBER.text().replace('–', '-').replace('●', '-');
        List<Integer> lines = new ArrayList<>();
        List<String> all = text.lines().toList();
        for (int at = 0; at < all.size(); at++) {
            if (!all.get(at).chars().allMatch(c -> c < 128)) {
                lines.add(at + 1);
            }
        }

        Answer answer = send(path, text.getBytes(StandardCharsets.ISO_8859_1)).isProblem(422);

        List<Integer> named = new ArrayList<>();
        for (JsonNode fault : answer.json().get("fouten")) {
            assertThat(fault.get("melding").asString()).contains("UTF-8");
            named.add(fault.get("regel").asInt());
        }
        assertThat(named).isEqualTo(lines).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "text/html", "onzin"})
    void a_type_that_is_not_taken_over_is_not_read(String type) {
        Answer answer =
                SERVER.send(
                                "POST",
                                SERVER.programme() + "/importen?peildatum=2025-11-30",
                                NOVEMBER.bytes(),
                                "Content-Type",
                                type)
                        .isProblem(415);
        assertThat(answer.detail()).isNotBlank();
    }

    @Test
    void a_type_is_markdown_with_its_charset_too() {
        SERVER.send(
                        "POST",
                        SERVER.programme() + "/importen?peildatum=2025-11-30&proef=true",
                        NOVEMBER.bytes(),
                        "Content-Type",
                        "text/markdown; charset=UTF-8")
                .isDone(200);
    }

    @Test
    void a_document_that_says_it_is_not_utf_8_is_not_read() {
        SERVER.send(
                        "POST",
                        SERVER.programme() + "/importen?peildatum=2025-11-30&proef=true",
                        NOVEMBER.bytes(),
                        "Content-Type",
                        "text/markdown; charset=ISO-8859-1")
                .isProblem(415);
    }

    @Test
    void the_report_date_is_given_and_does_not_lie_in_the_future() {
        String path = SERVER.programme() + "/importen";
        LocalDate tomorrow = LocalDate.now(Today.AMSTERDAM).plusDays(1);
        assertThat(send(path, NOVEMBER.bytes()).isProblem(400).faulty())
                .containsExactly("peildatum");
        assertThat(
                        send(path + "?peildatum=30-11-2025&proef=ja&kleur=rood", NOVEMBER.bytes())
                                .isProblem(400)
                                .faulty())
                .containsExactlyInAnyOrder("peildatum", "proef", "kleur");
        assertThat(
                        send(path + "?peildatum=" + tomorrow + "&proef=ja", NOVEMBER.bytes())
                                .isProblem(400)
                                .faulty())
                .containsExactlyInAnyOrder("peildatum", "proef");
        assertThat(send(path + "?peildatum=" + tomorrow, NOVEMBER.bytes()).isProblem(400).detail())
                .contains("De peildatum");
        send("/api/v1/programmas/onbekend/importen", NOVEMBER.bytes()).isProblem(404);
    }

    // --- at once, and once

    @Test
    void two_imports_at_once_record_once() {
        String programme = SERVER.programme();
        List<Answer> answers = Parallel.answers(4, _ -> take(programme, NOVEMBER, ""));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201);
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                assertThat(answer.number()).isEqualTo(ALL);
            } else {
                answer.isUnchanged();
            }
        }
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
    }

    @Test
    void an_import_with_a_key_is_answered_once() {
        String programme = SERVER.programme();
        String path = programme + "/importen?peildatum=2025-11-30";
        String key = CommandSideServer.key();
        List<Answer> answers =
                Parallel.answers(5, _ -> send(path, NOVEMBER.bytes(), "Idempotency-Key", key));
        answers.getFirst().isDone(201);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream().map(Answer::status)).containsOnly(201);
        assertThat(SERVER.recorded(programme)).hasSize(ALL);
        send(path, NOVEMBER.with("CoMensha", "Comensha").bytes(), "Idempotency-Key", key)
                .isProblem(409);
        send(path + "&reden=x", NOVEMBER.bytes(), "Idempotency-Key", key).isProblem(409);
    }

    @Test
    void a_command_between_proposal_and_import_is_not_lost() {
        String programme = holding();
        Overview edition = NOVEMBER.moved(3, "24", "In uitvoering", "Afgerond");
        List<Answer> answers =
                Parallel.answers(
                        6,
                        number ->
                                number == 0
                                        ? next(programme, edition, "")
                                        : SERVER.post(
                                                programme + "/acties/" + number + "/toelichtingen",
                                                "{\"toelichting\": \"nieuw\"}"));
        assertThat(answers).allSatisfy(answer -> answer.isDone(201));
        assertThat(since(programme, ALL)).contains("action-completed");
        assertThat(rows(next(programme, edition, "&proef=true")))
                .allMatch(row -> row.contains("TOELICHTING nieuw"));
    }
}
