package nl.peildatum.command.edition;

import static nl.peildatum.command.edition.Documents.action;
import static nl.peildatum.command.edition.Documents.chapter;
import static nl.peildatum.command.edition.Documents.dashboard;
import static nl.peildatum.command.edition.Documents.edition;
import static nl.peildatum.command.edition.Documents.overview;
import static nl.peildatum.command.edition.Documents.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.List;
import nl.peildatum.events.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 12. Titel\n\n Afgerond  (2024–2027)\n\nTekst.",
                "###### 12. Titel ######\n Afgerond  (2024–2027)\nTekst.",
                "### 12.Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "### 12 Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "### 12) Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "### Actie 12: Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "### **12. Titel**\n\n**Afgerond** (2024–2027)\n\nTekst.",
                "### **12.** Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "**12. Titel**\n\nAfgerond (2024–2027)\n\nTekst.",
                "__12. Titel__\nAfgerond (2024–2027)\nTekst.",
                "***12. Titel***\n\nAfgerond (2024–2027)\n\nTekst.",
                "**12. Titel** Afgerond (2024–2027)\n\nTekst.",
                "**12.** Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "Actie 12 Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "12. Titel\n\nAfgerond (2024–2027)\n\nTekst.",
                "12\\. Titel\nAfgerond (2024–2027)\nTekst.",
                "12. Titel\n=========\nAfgerond (2024–2027)\nTekst.",
                "12. Titel\n---------\nAfgerond (2024–2027)\nTekst.",
                "12. Titel\tAfgerond (2024–2027)\tTekst.",
                "| 12. Titel | Afgerond (2024–2027) | Tekst. |",
                "| 12.<br>Titel | Afgerond<br>(2024–2027) | Tekst. |",
                "<p><b>12. Titel</b></p> <p> Afgerond  (2024–2027)</p>\t<p>Tekst.</p>",
                "<tr><td><strong>12. Titel</strong></td><td>Afgerond</td><td>(2024–2027)</td>"
                        + "<td>Tekst.</td></tr>",
                "<tr>\n  <td><b> 12. Titel </b></td>\n  <td>Afgerond (2024–2027)</td>\n"
                        + "  <td>\n    Tekst.\n  </td>\n</tr>",
                "<h4>12. Titel</h4><p><span style=\"color: green;\">●</span> Afgerond<br>"
                        + "(2024&ndash;2027)</p><p>Tekst.</p>",
            })
    void an_action_reads_alike_in_every_dress(String block) {
        PrintedAction action = action(overview(block + "\n", 1, 0, 0, 0, 0));

        assertThat(action.code()).isEqualTo("12");
        assertThat(action.title()).isEqualTo("Titel");
        assertThat(action.status()).isEqualTo(Status.COMPLETED);
        assertThat(action.executionYears()).containsExactly(2024, 2025, 2026, 2027);
        assertThat(action.explanation()).isEqualTo("Tekst.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "In uitvoering, vertraging (2025)~DELAYED",
                "in uitvoering,vertraging (2025)~DELAYED",
                "IN UITVOERING , VERTRAGING (2025)~DELAYED",
                "● In   uitvoering (2025)~IN_PROGRESS",
                "• Doorlopend (2025)~ONGOING",
                "🟢 Afgerond (2025)~COMPLETED",
                "- Nog niet gestart (2025)~NOT_STARTED",
                "**In uitvoering** (2025)~IN_PROGRESS",
                "**In uitvoering (2025)**~IN_PROGRESS",
                "Status: Doorlopend (2025)~ONGOING",
                "<span style=\"color: red;\">●</span> Nog niet gestart (2025)~NOT_STARTED",
                "<span class=\"s\">Doorlopend</span>&nbsp;<span>(2025)</span>~ONGOING",
                "Doorlopend 2025~ONGOING",
            })
    void a_status_reads_alike_in_every_dress(String line, Status status) {
        int[] counts = new int[5];
        counts[List.of(Status.values()).indexOf(status)] = 1;

        PrintedAction action = action(overview("### 1. T\n\n" + line + "\n\nTekst.", counts));

        assertThat(action.status()).isEqualTo(status);
        assertThat(action.executionYears()).containsExactly(2025);
        assertThat(action.explanation()).isEqualTo("Tekst.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(2025);2025",
                "(2024, 2026);2024 2026",
                "(2024-2025, 2027);2024 2025 2027",
                "(2024 en 2026);2024 2026",
                "(2024 t/m 2026);2024 2025 2026",
                "( 2024 — 2025 );2024 2025",
                "(2024‒2025);2024 2025",
                "(2026, 2024);2024 2026",
            })
    void years_are_a_set_in_order(String printed, String years) {
        PrintedAction sameLine =
                action(overview("### 1. T\n\nDoorlopend " + printed + "\n", 0, 0, 0, 1, 0));
        PrintedAction below =
                action(
                        overview(
                                "### 1. T\n\n● Doorlopend\n\n \n\n" + printed + "\n\nTekst.",
                                0,
                                0,
                                0,
                                1,
                                0));

        List<Integer> expected =
                List.of(years.split(" ", -1)).stream().map(Integer::valueOf).toList();
        assertThat(sameLine.executionYears()).containsExactlyElementsOf(expected);
        assertThat(sameLine.explanation()).isNull();
        assertThat(below.executionYears()).containsExactlyElementsOf(expected);
        assertThat(below.explanation()).isEqualTo("Tekst.");
    }

    @Test
    void a_status_without_years_leaves_them_empty_and_brackets_in_the_text_alone() {
        PrintedAction action =
                action(overview("### 1. T\n\nAfgerond\n\n(zie ook actie 2)", 1, 0, 0, 0, 0));

        assertThat(action.executionYears()).isEmpty();
        assertThat(action.explanation()).isEqualTo("(zie ook actie 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3/4;3 4;3/4",
                "3 / 4;3 4;3/4",
                "3, 4;3 4;3/4",
                "3 en 4;3 4;3/4",
                "3 & 4;3 4;3/4",
                "3, 4 en 5;3 4 5;3/4/5",
                "3 t/m 5;3 4 5;3/4/5",
                "3–4;3 4;3/4",
                "3 (gerapporteerd als 3/4);3;3/4",
                "3/5 (gerapporteerd als 3/4/5);3 5;3/4/5",
                "12a;12a;12a",
                "12A/12B;12a 12b;12a/12b",
                "101;101;101",
            })
    void a_block_is_as_many_actions_as_it_has_numbers(String number, String codes, String label) {
        List<String> expected = List.of(codes.split(" ", -1));
        for (String heading : List.of("### %s. Titel", "**%s. Titel**", "%s. Titel")) {
            String block = heading.formatted(number) + "\n\nIn uitvoering (2025)\n\nTekst.";

            List<PrintedAction> actions =
                    edition(overview(block, 0, expected.size(), 0, 0, 0)).actions();

            assertThat(actions).extracting(PrintedAction::code).containsExactlyElementsOf(expected);
            assertThat(actions)
                    .allSatisfy(
                            action -> {
                                assertThat(action.reportLabel()).isEqualTo(label);
                                assertThat(action.title()).isEqualTo("Titel");
                                assertThat(action.explanation()).isEqualTo("Tekst.");
                            });
        }
    }

    @Test
    void extra_actions_are_numbered_in_order_around_those_a_comment_names() {
        String blocks =
                """
                #### Extra actie: Een
                Afgerond (2025)

                **Extra actie – Twee** <!-- actie: extra-2 -->
                Afgerond (2025)

                Extra actie: Drie

                Afgerond (2025)

                **Extra actie:** Vier

                Afgerond (2025)
                """
                        .replace("**Extra actie – Twee**", "### Extra actie – Twee");

        assertThat(edition(overview(blocks, 4, 0, 0, 0, 0)).actions())
                .extracting(
                        PrintedAction::code,
                        PrintedAction::extra,
                        PrintedAction::title,
                        PrintedAction::reportLabel)
                .containsExactly(
                        tuple("extra-1", true, "Een", "Extra actie"),
                        tuple("extra-2", false, "Twee", "Extra actie"),
                        tuple("extra-3", true, "Drie", "Extra actie"),
                        tuple("extra-4", true, "Vier", "Extra actie"));
    }

    @Test
    void a_comment_says_which_codes_a_label_stands_for() {
        String blocks =
                """
                ### 3/4. Titel <!-- actie: 3 -->
                Afgerond (2025)

                ### 3/4. Titel <!-- actie: 4 -->
                Doorlopend (2025)

                ### Proef A. Titel <!-- acties: proef-a, proef-b -->
                Doorlopend (2025)

                ### proef-c. Titel
                Doorlopend (2025)
                """;

        assertThat(edition(overview(blocks, 1, 0, 0, 4, 0)).actions())
                .extracting(PrintedAction::code, PrintedAction::reportLabel, PrintedAction::title)
                .containsExactly(
                        tuple("3", "3/4", "Titel"),
                        tuple("4", "3/4", "Titel"),
                        tuple("proef-a", "Proef A", "Titel"),
                        tuple("proef-b", "Proef A", "Titel"),
                        tuple("proef-c", "proef-c", "Titel"));
    }

    @Test
    void an_action_without_a_title_says_so() {
        assertThat(action(overview("### 31. (zonder titel)\nAfgerond\n", 1, 0, 0, 0, 0)).title())
                .isNull();
    }

    @Test
    void status_words_numbers_and_years_in_running_text_are_text() {
        String text =
                """
                In uitvoering is de eerste stap (2025). Afgerond

                Afgerond

                Actie 17 valt samen met actie 15.

                In uitvoering

                1. eerst dit
                2. dan dat: In uitvoering
                3. Afgerond

                In uitvoering

                12. Dit lijkt een titel
                maar er volgt tekst

                - Afgerond (2024–2027)
                - In uitvoering

                Actielijn 4 gaat verder in november 2025.

                **Let op**

                **Acties totaal** 44

                Acties 31, 34 en 42 gaan pas van start in 2026.

                Operationele doelen

                Dit is een gezamenlijke uitgave van:
                """;
        String document =
                overview(
                        "### 1. T (2023: x)\n\nDoorlopend (2025)\n\n"
                                + text
                                + "\n### 2. U\n\nDoorlopend (2025)",
                        0,
                        0,
                        0,
                        2,
                        0);

        PrintedAction action = edition(document).actions().getFirst();

        assertThat(action.title()).isEqualTo("T (2023: x)");
        assertThat(action.explanation())
                .isEqualTo(
                        text.strip()
                                .replace("12. Dit lijkt een titel\n", "12. Dit lijkt een titel "));
    }

    @Test
    void wrapped_lines_are_joined_and_hard_breaks_stay() {
        String text =
                "Een zin die\n  doorloopt.\n\n\nTwee  \ndrie\\\nvier<br>vijf\n- a\n  - b\n    c\n\n"
                        + "| x | y |\n|---|---|\n| 1 | 2 |\n\n---\n";

        assertThat(explanation(text))
                .isEqualTo(
                        "Een zin die doorloopt.\n\nTwee\ndrie\nvier\nvijf\n- a\n  - b c\n\n"
                                + "| x | y |\n|---|---|\n| 1 | 2 |");
    }

    @Test
    void cells_with_lists_and_breaks_read_as_text() {
        assertThat(
                        action(
                                        overview(
                                                "<p><b>1. T</b></p><p>Afgerond (2025)</p>\t<p>Een"
                                                        + " &amp; twee<br/>drie <b>vet</b>"
                                                        + " a&lt;b&gt;c</p><ul><li>x</li><li>y</li></ul><p>slot"
                                                        + " <i>cursief</i> <sup>2</sup></p>",
                                                1,
                                                0,
                                                0,
                                                0,
                                                0))
                                .explanation())
                .isEqualTo(
                        "Een & twee\ndrie **vet** a<b>c\n\n- x\n- y\n\n"
                                + "slot *cursief* <sup>2</sup>");
    }

    @Test
    void a_break_in_a_cell_of_a_table_is_a_line_of_that_cell() {
        PrintedAction action =
                action(
                        overview(
                                "| 1. T | Afgerond (2025) | Een<br>twee | Drie |\n",
                                1,
                                0,
                                0,
                                0,
                                0));

        assertThat(action.explanation()).isEqualTo("Een\ntwee\n\nDrie");
    }

    @Test
    void what_a_hexadecimal_entity_writes_is_never_layout() {
        assertThat(
                        explanation(
                                "&#x23; kop\n\n&#x41;fgerond (2025)\n\n&#x20;&#xA0;a&#xA;b"
                                        + " &amp;euml; &#x26;euml; a\u00A0b&#x20;"))
                .isEqualTo("# kop\n\nAfgerond (2025)\n\n \u00A0a\nb &euml; &euml; a b ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cafe&#769; a",
                "cafe&#x301; a",
                "caf&#x65;&#769; a",
                "cafe\u0301 a",
                "caf&eacute; a"
            })
    void a_text_is_composed_once_its_entities_are_characters(String written) {
        assertThat(explanation(written)).isEqualTo("caf\u00E9 a");
        String document =
                overview("### 1. " + written + "\n\nAfgerond (2025)\n\nTekst.", 1, 0, 0, 0, 0);
        assertThat(action(document).title()).isEqualTo("caf\u00E9 a");
    }

    @Test
    void a_direction_that_is_closed_on_its_line_is_a_text_like_any_other() {
        assertThat(explanation("a &#x202E;om&#x202C; b")).isEqualTo("a \u202Eom\u202C b");
    }

    @Test
    void brackets_that_are_no_layout_belong_to_the_label() {
        PrintedAction action =
                action(
                        overview(
                                "### 3 &#x28;gerapporteerd als 3/4). T <!-- actie: 4 -->\n\nAfgerond",
                                1,
                                0,
                                0,
                                0,
                                0));
        assertThat(action.code()).isEqualTo("4");
        assertThat(action.reportLabel()).isEqualTo("3 (gerapporteerd als 3/4)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200F\u05E9\u05DC\u05D5\u05DD 2025",
                "a \u05E9\u05DC\u05D5\u05DD\u200E (1)",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "a \u2067\u05E9\u05DC\u05D5\u05DD\u2069 b",
                "a \u202Bom\u202C b",
                "a\u2060b \u061C\u0662",
                "\uD83D\uDC69\u200D\u2695\uFE0F"
            })
    void marks_that_say_how_a_text_reads_stay(String text) {
        assertThat(explanation(text)).isEqualTo(text);
        String document =
                overview("### 1. " + text + "\n\nAfgerond (2025)\n\nTekst.", 1, 0, 0, 0, 0);
        assertThat(action(document).title()).isEqualTo(text);
        assertThat(edition(document.replace("- Doel", "- " + text)).lines().getFirst().goals())
                .containsExactly(text);
    }

    @Test
    void a_line_of_which_nothing_is_seen_is_an_empty_line() {
        assertThat(explanation("a\n\u200E\nb")).isEqualTo("a\n\nb");
        assertThat(action(overview("### 1. T\n\u200F\n\u200EAfgerond", 1, 0, 0, 0, 0)).title())
                .isEqualTo("T");
    }

    private static String explanation(String text) {
        String document = overview("### 1. T\n\nAfgerond (2025)\n\n" + text, 1, 0, 0, 0, 0);
        return String.valueOf(action(document).explanation());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dit is een gezamenlijke uitgave van:\n\nMinisterie A\nMinisterie B\n\nMaart 2026",
                "**Dit is een uitgave van:**\n\n- Ministerie A\n- Ministerie B\n\nmaart 2026",
                "# Colofon\n\n"
                        + "Een uitgave van:\n\n"
                        + "Ministerie A  \n"
                        + "Ministerie B\n\n"
                        + "Den Haag, maart 2026",
                "Colofon\n\nUitgave van:\nMinisterie A\nMinisterie B\n\n© Rijk | maart 2026",
                "Ministerie van A\n\nMinisterie van B\n\n[www.x.nl](http://www.x.nl)\n\nMAART 2026",
            })
    void the_colophon_is_no_part_of_the_last_action(String colophon) {
        Edition edition =
                edition(
                        overview(
                                "### 1. T\n\nAfgerond (2025)\n\nTekst.\n\n" + colophon,
                                1,
                                0,
                                0,
                                0,
                                0));

        assertThat(edition.actions().getFirst().explanation()).isEqualTo("Tekst.");
        assertThat(edition.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(edition.publishers()).hasSize(2).allMatch(name -> name.startsWith("Ministerie"));
    }

    @Test
    void the_month_may_stand_on_the_title_page_but_two_months_are_none() {
        String document = overview("", 0, 0, 0, 0, 0);

        assertThat(edition("Monitoringsoverzicht juni 2026\n\n" + document).month())
                .isEqualTo(YearMonth.of(2026, 6));
        assertThat(edition("Monitoringsoverzicht juni 2026\n\n" + document + "\nJuli 2026").month())
                .isNull();
        assertThat(edition(document).month()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>%s</b>\t<b>%d</b>",
                "<span style=\"color: green;\">●</span> %s\t%d",
                "%s: %d",
                "%s %d",
                "%s: **%d**",
                "**%s:** %d",
                "| %s | %d |",
                "| **%s** | **%d** |",
                "- %s: %d",
                "<tr><td>%s</td><td>%d</td></tr>",
                "<tr>\n<td>%s</td>\n<td>%d</td>\n</tr>",
                "%s\n\n%d",
            })
    void the_dashboard_reads_alike_in_every_dress(String row) {
        String table =
                List.of(
                                row.formatted("Acties totaal", 1),
                                row.formatted("Afgerond", 1),
                                row.formatted("In uitvoering", 0),
                                row.formatted("In uitvoering, vertraging", 0),
                                row.formatted("Doorlopend", 0),
                                row.formatted("Nog niet gestart", 0))
                        .stream()
                        .reduce("", (a, b) -> a + b + "\n");
        String document =
                "## Totaal alle actielijnen\n\n"
                        + table
                        + "\n**Actielijn 1: Kort**\n\n"
                        + table
                        + "\n"
                        + chapter()
                        + "### 1. T\n\nAfgerond (2025)\n";

        assertThat(edition(document).reconciliation().total().printed())
                .isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void a_table_of_the_dashboard_may_have_a_head() {
        String table =
                "| Status | Aantal |\n|---|---:|\n| Acties totaal | 0 |\n| Afgerond | 0 |\n"
                        + "| In uitvoering | 0 |\n| In uitvoering, vertraging | 0 |\n"
                        + "| Doorlopend | 0 |\n| Nog niet gestart | 0 |\n\n";

        assertThat(
                        edition(
                                        "# Dashboard\n\n"
                                                + table
                                                + "### Actielijn 1 Kort\n\n"
                                                + table
                                                + chapter())
                                .lines())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Actielijn 1\n\n## Lange titel",
                "## Actielijn 1\n\n# Lange titel",
                "**Actielijn 1**\n\n**Lange titel**",
                "### Actielijn 1 Lange titel",
                "### ACTIELIJN 1: Lange titel",
                "### Actielijn 1 – Lange titel",
                "Actielijn 1\n===========\n\nLange titel\n===========",
                "Actielijn 1\nLange titel",
                "Actielijn 1 Lange titel",
                "<h2>Actielijn 1</h2><h1>Lange titel</h1>",
            })
    void a_chapter_reads_alike_in_every_dress(String heading) {
        String document =
                dashboard(0, 0, 0, 0, 0)
                        + heading
                        + "\n\n### Operationele doelen\n\n**Beoogde effecten**\n\nActies\n";

        PrintedLine line = edition(document).lines().getFirst();

        assertThat(line.title()).isEqualTo("Kort");
        assertThat(line.longTitle()).isEqualTo("Lange titel");
        assertThat(line.introduction()).isNull();
        assertThat(line.goals()).isEmpty();
    }

    @Test
    void a_title_in_plain_text_stands_above_the_introduction() {
        String chapter =
                "Actielijn 1\n\nLange titel\n\nEen inleiding\nop twee regels.\n\nOperationele doelen\n";

        PrintedLine line = edition(dashboard(0, 0, 0, 0, 0) + chapter).lines().getFirst();

        assertThat(line.longTitle()).isEqualTo("Lange titel");
        assertThat(line.introduction()).isEqualTo("Een inleiding op twee regels.");
    }

    @Test
    void goals_and_effects_read_with_every_bullet() {
        String document =
                dashboard(0, 0, 0, 0, 0)
                        + """
                        ## Actielijn 1

                        # Lang

                        Een inleiding
                        op twee regels.

                        ### Operationele doelen

                        Vooraf **dit**.

                        En dit.

                        * Eerste doel
                          loopt door
                        * **Tweede** doel

                          met een alinea
                          - en een deel
                        * Derde

                        Beoogde effecten:

                        • Een
                        • Twee
                        – Drie
                        1. Vier
                        """;

        PrintedLine line = edition(document).lines().getFirst();

        assertThat(line.introduction()).isEqualTo("Een inleiding op twee regels.");
        assertThat(line.goalsIntroduction()).isEqualTo("Vooraf **dit**.\n\nEn dit.");
        assertThat(line.goals())
                .containsExactly(
                        "Eerste doel loopt door",
                        "**Tweede** doel\n\nmet een alinea\n- en een deel",
                        "Derde");
        assertThat(line.effectsIntroduction()).isNull();
        assertThat(line.effects()).containsExactly("Een", "Twee", "Drie", "Vier");
    }

    @Test
    void notes_name_what_is_left_out_and_what_is_withdrawn() {
        String notes =
                """
                Actie 31 gaat pas van start in 2026.

                De acties 32 en 33 wachten op geld. Dat volgt.

                - Acties 40 t/m 42: later

                **Acties 43 en 44** volgen.

                **Actie 45 en actie 46 volgen.**

                - Acties proef-b en 7a volgen. <!-- acties: proef-b -->

                Actie 5 is vervallen: samengevoegd. Acties 6 en 8 zijn vervallen.

                Hoewel ze onderdeel zijn van het plan, zijn ze niet opgenomen.

                """;

        Edition edition = edition(dashboard(0, 0, 0, 0, 0) + notes + chapter());

        assertThat(edition.exclusions())
                .extracting(
                        PrintedExclusion::codes, PrintedExclusion::reason, PrintedExclusion::remark)
                .containsExactly(
                        tuple(List.of("31"), "gaat pas van start in 2026", null),
                        tuple(List.of("32", "33"), "wachten op geld", "Dat volgt."),
                        tuple(List.of("40", "41", "42"), "later", null),
                        tuple(List.of("43", "44"), "volgen", null),
                        tuple(List.of("45", "46"), "volgen", null),
                        tuple(List.of("proef-b", "7a"), "volgen", null));
        assertThat(edition.withdrawals())
                .extracting(PrintedWithdrawal::codes, PrintedWithdrawal::reason)
                .containsExactly(
                        tuple(List.of("5"), "samengevoegd"), tuple(List.of("6", "8"), null));
    }

    @Test
    void actions_without_a_line_have_a_table_and_a_chapter_of_their_own() {
        String document =
                "# Dashboard\n\n"
                        + table(2, 0, 0, 0, 0)
                        + "\n### Actielijn 1 Kort\n\n"
                        + table(1, 0, 0, 0, 0)
                        + "\n### Niet ingedeeld\n\n"
                        + table(1, 0, 0, 0, 0)
                        + "\n"
                        + chapter()
                        + "### 1. T\n\nAfgerond (2025)\n\n"
                        + "## Niet ingedeeld\n\n## ACTIES\n\n### 2. U\n\nAfgerond (2025)\n";

        Edition edition = edition(document);

        assertThat(edition.lines()).hasSize(1);
        assertThat(edition.actions())
                .extracting(PrintedAction::actionLine)
                .containsExactly(1, null);
        assertThat(edition.reconciliation().lines()).hasSize(2);
    }

    @Test
    void lines_keep_the_order_of_their_chapters() {
        String document =
                "# Dashboard\n\n"
                        + table(0, 0, 0, 0, 0)
                        + "\n### Actielijn 1 Een\n\n"
                        + table(0, 0, 0, 0, 0)
                        + "\n### Actielijn 12 Twaalf\n\n"
                        + table(0, 0, 0, 0, 0)
                        + "\n## Actielijn 12\n\n# T\n\n## ACTIES\n\n## Actielijn 1\n\n# E\n";

        assertThat(edition(document).lines())
                .extracting(PrintedLine::number)
                .containsExactly(12, 1);
    }
}
