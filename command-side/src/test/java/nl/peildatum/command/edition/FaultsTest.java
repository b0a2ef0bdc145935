package nl.peildatum.command.edition;

import static nl.peildatum.command.edition.Documents.chapter;
import static nl.peildatum.command.edition.Documents.dashboard;
import static nl.peildatum.command.edition.Documents.faults;
import static nl.peildatum.command.edition.Documents.lineOf;
import static nl.peildatum.command.edition.Documents.november;
import static nl.peildatum.command.edition.Documents.overview;
import static nl.peildatum.command.edition.Documents.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final String ONE = "### 1. T\n\nAfgerond (2025)\n\nTekst.\n\n";

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\r\n", "\uFEFF", "\u00A0\u200B\n"})
    void an_empty_document_is_one_fault(String document) {
        assertOnly(document, 1, EditionFaultKind.DOCUMENT_EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beste lezer,\n\nDit is een brief.\n\n# Met een kop\n\n- en een lijst",
                "actie;titel;status\n1;T;Afgerond\n",
                "<html><body><p>Hallo</p></body></html>",
                "{\"acties\": []}",
            })
    void another_document_is_one_fault(String document) {
        assertOnly(document, 1, EditionFaultKind.NOT_AN_OVERVIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#x1;", "&#xD;", "&#x85;", "&#xFFFE;", "&#xFDD0;", "&#1;", "&#65534;"})
    void an_entity_of_a_character_that_cannot_be_kept_is_a_fault(String entity) {
        assertOnly(
                overview(ONE + "a" + entity + "b", 1, 0, 0, 0, 0),
                lineOf(overview(ONE + "a" + entity + "b", 1, 0, 0, 0, 0), "a" + entity),
                EditionFaultKind.CHARACTER_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#x202E;", "&#x2066;", "&#x202C;", "&#x202A;om&#x2069;"})
    void an_entity_that_turns_the_direction_and_does_not_end_is_a_fault(String entity) {
        assertOnly(
                overview(ONE + "a" + entity + "b", 1, 0, 0, 0, 0),
                lineOf(overview(ONE + "a" + entity + "b", 1, 0, 0, 0, 0), "a" + entity),
                EditionFaultKind.DIRECTION_OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "### 1. T|### 1. T\u202E",
                "Tekst.|Tekst\u2066.",
                "Tekst.|Te\u202Ckst.",
                "Tekst.|\u202Atekst\u2069",
                "Tekst.|Te&#8238;kst",
                "Tekst.|Te&#x202B;kst \u2069",
                "Tekst.|\u202E",
                "- Doel|- Doel\u202E",
                "- Effect|- <b>Effect\u2067</b>",
                "# Lang|# \u202DLang",
                "Actielijn 1 Kort|Actielijn 1 \u202EKort",
                "### Actielijn 1 Kort|Actie 9 gaat \u202Eniet door. Ook niet\u202C in 2027.\n\n### Actielijn 1 Kort"
            })
    void a_direction_that_does_not_end_is_a_fault_wherever_it_stands(String change) {
        int bar = change.indexOf('|');
        String to = change.substring(bar + 1);
        String document = overview(ONE, 1, 0, 0, 0, 0).replace(change.substring(0, bar), to);

        assertOnly(
                document,
                lineOf(document, to.lines().findFirst().orElseThrow()),
                EditionFaultKind.DIRECTION_OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "### 99. Verdwenen\n\nGeparkeerd (2025)\n\nTekst.",
                "### 99. Verdwenen\n\nGeparkeerd",
                "99. Verdwenen\n\nGeparkeerd (2025)",
                "### Extra actie: Verdwenen\n\nGeparkeerd (2025)",
                "### Verdwenen\n\nAfgerond (2025)",
            })
    void a_block_after_the_colophon_is_not_swallowed(String block) {
        for (String colophon :
                List.of("# Colofon\n\n", "Dit is een uitgave van:\n\nMinisterie van A\n\n")) {
            assertThat(faults(overview(ONE + colophon + block, 1, 0, 0, 0, 0)))
                    .extracting(EditionFault::kind)
                    .containsAnyOf(
                            EditionFaultKind.STATUS_UNKNOWN,
                            EditionFaultKind.ACTION_NUMBER_MISSING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**2500 EH Den Haag**\n\nPostbus 20301",
                "1. Ministerie van A\n2. Ministerie van B",
                "Versie 2 (2025)\n\nTelefoon: 070 1234567"
            })
    void an_address_in_the_colophon_is_no_action(String address) {
        String document = overview(ONE + "# Colofon\n\n" + address, 1, 0, 0, 0, 0);

        assertThat(EditionReader.read(document)).isInstanceOf(Edition.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Colofon\n\nMinisterie van A",
                "Colofon\n\nUitgave van:\nMinisterie A",
                "Dit is een uitgave van:\n\nMinisterie van A\n\nmaart 2026"
            })
    void the_last_action_without_a_status_above_the_colophon_is_one_fault(String colophon) {
        assertThat(faults(overview(ONE + "### 2. U\n\n" + colophon, 1, 0, 0, 0, 0)))
                .extracting(EditionFault::kind)
                // two actions, where one is printed
                .filteredOn(kind -> kind != EditionFaultKind.COUNT_DIFFERS)
                .containsExactly(EditionFaultKind.STATUS_MISSING);
    }

    @Test
    void a_total_that_differs_names_the_printed_and_the_counted_number() {
        String document = november().replace("</span> Afgerond\t13", "</span> Afgerond\t12");

        assertThat(faults(document))
                .extracting(
                        EditionFault::lineNumber,
                        EditionFault::kind,
                        EditionFault::printed,
                        EditionFault::counted)
                .containsExactlyInAnyOrder(
                        tuple(39, EditionFaultKind.COUNT_DIFFERS, 12, 13),
                        tuple(39, EditionFaultKind.SUM_OF_LINES, 12, 13),
                        tuple(38, EditionFaultKind.SUM_OF_STATUSES, 44, 43));
    }

    @Test
    void a_status_that_differs_shows_in_the_total_and_in_its_line() {
        String document = november().replace("\n● Doorlopend\n", "\n● Afgerond\n");

        Unreadable unreadable = (Unreadable) EditionReader.read(document);

        assertThat(unreadable.faults())
                .extracting(EditionFault::lineNumber, EditionFault::printed, EditionFault::counted)
                .containsExactly(
                        tuple(39, 13, 14), tuple(42, 5, 4), tuple(93, 0, 1), tuple(96, 1, 0));
        Reconciliation.Row total = Objects.requireNonNull(unreadable.reconciliation()).total();
        assertThat(total.printed()).isEqualTo(new Totals(44, 13, 20, 5, 5, 1));
        assertThat(total.counted()).isEqualTo(new Totals(44, 14, 20, 5, 4, 1));
    }

    @Test
    void an_action_that_is_missing_shows_in_every_count_it_was_in() {
        String document = november();
        int from = document.indexOf("### 14. ");
        document = document.substring(0, from) + document.substring(document.indexOf("<p><b>15."));

        assertThat(faults(document))
                .extracting(EditionFault::lineNumber, EditionFault::printed, EditionFault::counted)
                .containsExactly(
                        tuple(38, 44, 43), tuple(43, 1, 0), tuple(56, 12, 11), tuple(61, 1, 0));
    }

    @Test
    void all_faults_are_named_at_once_in_the_order_of_the_lines() {
        String document =
                november()
                        .replace("### 1. Inv", "### 2. Inv")
                        .replace("In uitvoering  (2025–2027)", "Onderweg  (2025–2027)")
                        .replace("(2024-2027)", "(2027-2024)");

        assertThat(faults(document))
                .extracting(EditionFault::lineNumber, EditionFault::kind)
                .containsSubsequence(
                        tuple(123, EditionFaultKind.ACTION_DUPLICATE),
                        tuple(375, EditionFaultKind.STATUS_UNKNOWN),
                        tuple(455, EditionFaultKind.YEARS_REVERSED));
    }

    @Test
    void an_unknown_status_names_the_line_and_the_five() {
        for (String heading : List.of("### 1. T", "**1. T**", "1. T")) {
            String document =
                    overview(heading + "\n\nGestopt  (2024–2027)\n\nTekst.\n", 1, 0, 0, 0, 0);

            EditionFault fault = only(document, EditionFaultKind.STATUS_UNKNOWN);

            assertThat(fault.lineNumber()).isEqualTo(lineOf(document, "Gestopt"));
            assertThat(fault.message())
                    .contains(
                            "Gestopt", "actie 1", "In uitvoering, vertraging", "Nog niet gestart");
        }
    }

    @Test
    void a_missing_status_is_named() {
        String document = overview("### 1. T\n\n" + ONE.replace("1.", "2."), 1, 0, 0, 0, 0);

        assertThat(only(document, EditionFaultKind.STATUS_MISSING).lineNumber())
                .isEqualTo(lineOf(document, "1. T"));
    }

    @Test
    void a_status_without_an_action_is_named() {
        assertLine(
                ONE + "Titel\n\nDoorlopend (2025)\n",
                "Doorlopend (2025)",
                EditionFaultKind.STATUS_LOOSE);
        assertLine(
                "Doorlopend (2025)\n\n" + ONE, "Doorlopend (2025)", EditionFaultKind.STATUS_LOOSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(202x)",
                "(24–27)",
                "(2024–)",
                "(20245)",
                "(2024–2025–2026)",
                "(2024 2025)"
            })
    void years_that_cannot_be_read_are_named(String years) {
        assertLine(
                "### 1. T\n\nAfgerond " + years + "\n", years, EditionFaultKind.YEARS_UNREADABLE);
        assertLine(
                "### 1. T\n\nAfgerond\n\n" + years + "\n",
                years,
                EditionFaultKind.YEARS_UNREADABLE);
    }

    @Test
    void years_in_reverse_are_named() {
        assertLine(
                "### 1. T\n\nAfgerond (2027–2024)\n",
                "(2027–2024)",
                EditionFaultKind.YEARS_REVERSED);
    }

    @Test
    void a_number_that_is_used_twice_is_named_with_both_lines() {
        String document = overview(ONE + ONE.replace(" T", " U"), 2, 0, 0, 0, 0);

        EditionFault fault = only(document, EditionFaultKind.ACTION_DUPLICATE);

        assertThat(fault.lineNumber()).isEqualTo(lineOf(document, "1. U"));
        assertThat(fault.message()).contains("regel " + lineOf(document, "1. T"));
    }

    @Test
    void an_action_without_a_number_or_a_title_is_named() {
        assertLine(
                "### Titel\n\nAfgerond (2025)\n",
                "### Titel",
                EditionFaultKind.ACTION_NUMBER_MISSING);
        assertLine(
                "**Titel**\n\nAfgerond (2025)\n",
                "**Titel**",
                EditionFaultKind.ACTION_NUMBER_MISSING);
        assertLine("### 1.\n\nAfgerond (2025)\n", "### 1.", EditionFaultKind.ACTION_TITLE_MISSING);
    }

    @Test
    void an_action_before_any_line_is_named() {
        String before = ONE + dashboard(1, 0, 0, 0, 0) + chapter();
        String between = dashboard(1, 0, 0, 0, 0) + "Acties 31 en 32 volgen.\n\n" + ONE + chapter();

        assertThat(only(before, EditionFaultKind.ACTION_OUTSIDE_LINE).lineNumber()).isEqualTo(1);
        assertThat(only(between, EditionFaultKind.ACTION_OUTSIDE_LINE).lineNumber())
                .isEqualTo(lineOf(between, "1. T"));
    }

    @Test
    void a_dashboard_that_is_missing_is_named() {
        assertThat(only(chapter() + ONE, EditionFaultKind.DASHBOARD_MISSING).lineNumber())
                .isEqualTo(1);
        String withoutTotal =
                "### Actielijn 1 Kort\n\n" + table(1, 0, 0, 0, 0) + "\n" + chapter() + ONE;
        only(withoutTotal, EditionFaultKind.TOTAL_MISSING);
    }

    @Test
    void a_row_that_is_missing_double_or_illegible_is_named() {
        String document = overview(ONE, 1, 0, 0, 0, 0);

        assertThat(
                        only(
                                        document.replaceFirst("Doorlopend\t0\n", ""),
                                        EditionFaultKind.COUNT_MISSING)
                                .message())
                .contains("het totaal", "Doorlopend");
        EditionFault twice =
                only(
                        document.replaceFirst("Doorlopend\t0\n", "Doorlopend\t0\nDoorlopend\t0\n"),
                        EditionFaultKind.COUNT_DUPLICATE);
        assertThat(twice.lineNumber()).isEqualTo(lineOf(document, "Doorlopend\t0") + 1);
        for (String cell :
                List.of("Doorlopend\tgeen", "Doorlopend: x", "Doorlopend\t-1", "Doorlopend\t1,5")) {
            EditionFault fault =
                    only(
                            document.replaceFirst("Doorlopend\t0", cell),
                            EditionFaultKind.COUNT_UNREADABLE);
            assertThat(fault.lineNumber()).isEqualTo(lineOf(document, "Doorlopend\t0"));
        }
        only(
                document.replaceFirst("### Actielijn 1 Kort", "### Lijn 1 Kort"),
                EditionFaultKind.COUNT_LOOSE);
    }

    @Test
    void sums_that_do_not_add_up_are_named() {
        String document = overview(ONE, 1, 0, 0, 0, 0);
        String wrong = document.replace("Nog niet gestart\t0", "Nog niet gestart\t1");

        assertThat(faults(wrong))
                .extracting(EditionFault::kind)
                .containsExactlyInAnyOrder(
                        EditionFaultKind.SUM_OF_STATUSES,
                        EditionFaultKind.SUM_OF_STATUSES,
                        EditionFaultKind.COUNT_DIFFERS,
                        EditionFaultKind.COUNT_DIFFERS);
    }

    @Test
    void a_line_stands_on_the_dashboard_and_in_one_chapter() {
        String document = overview(ONE, 1, 0, 0, 0, 0);
        String another = chapter().replace("lijn 1", "lijn 2");

        assertThat(only(document + another, EditionFaultKind.LINE_NOT_ON_DASHBOARD).lineNumber())
                .isEqualTo(lineOf(document + another, "lijn 2"));
        only(
                document.replace("## Actielijn 1\n", "## Actielijn 2\n"),
                EditionFaultKind.CHAPTER_MISSING);
        only(document + chapter(), EditionFaultKind.CHAPTER_DUPLICATE);
        only(
                document.replace(
                        "## Actielijn 1\n",
                        "### Actielijn 1 Kort\n\n" + table(1, 0, 0, 0, 0) + "\n## Actielijn 1\n"),
                EditionFaultKind.LINE_TWICE_ON_DASHBOARD);
        only(document.replace("# Lang\n\n", ""), EditionFaultKind.LINE_TITLE_MISSING);
        only(document.replace("lijn 1 Kort", "lijn 1"), EditionFaultKind.LINE_TITLE_MISSING);
    }

    @Test
    void a_line_on_the_dashboard_without_its_rows_is_named() {
        String document =
                dashboard(1, 0, 0, 0, 0)
                        + "### Actielijn 2 Leeg\n\n"
                        + chapter()
                        + ONE
                        + "## Actielijn 2\n\n# Leeg\n";

        assertThat(faults(document))
                .extracting(EditionFault::kind)
                .containsOnly(EditionFaultKind.COUNT_MISSING)
                .hasSize(6);
    }

    @Test
    void text_without_a_place_is_named() {
        assertLine("Wat hierna komt.\n\n" + ONE, "Wat hierna", EditionFaultKind.TEXT_LOOSE);
        assertLine("### Bijlage\n\n" + ONE, "### Bijlage", EditionFaultKind.HEADING_UNKNOWN);
        assertLine(ONE + "# Bijlage 2\n\nTekst\n", "# Bijlage 2", EditionFaultKind.HEADING_UNKNOWN);
        String document = overview(ONE, 1, 0, 0, 0, 0);
        for (String place : List.of("## Actielijn 1\n", "### Actielijn 1 Kort\n")) {
            String stray = document.replace(place, "Losse tekst\nop twee regels.\n\n" + place);
            assertThat(only(stray, EditionFaultKind.TEXT_LOOSE).lineNumber())
                    .isEqualTo(lineOf(stray, "Losse tekst"));
        }
        String behind = document.replace("- Doel\n", "- Doel\n\nErachter\nstaat nog iets.\n");
        assertThat(only(behind, EditionFaultKind.TEXT_LOOSE).lineNumber())
                .isEqualTo(lineOf(behind, "Erachter"));
        String above = document.replace("lijn 1 Kort\n", "lijn 1 Kort\n\nErboven.\n");
        assertThat(only(above, EditionFaultKind.TEXT_LOOSE).lineNumber())
                .isEqualTo(lineOf(above, "Erboven"));
    }

    @Test
    void parts_of_a_line_stand_in_a_line_and_once() {
        String document = overview(ONE, 1, 0, 0, 0, 0);

        only(
                document.replace("### Beoogde", "### Operationele doelen\n\n### Beoogde"),
                EditionFaultKind.HEADING_DUPLICATE);
        only(
                document.replace(
                        "## Actielijn 1\n", "Actie 9 volgt.\n\n## ACTIES\n\n## Actielijn 1\n"),
                EditionFaultKind.HEADING_OUTSIDE_LINE);
    }

    @Test
    void notes_that_say_nothing_or_say_it_twice_are_named() {
        String document = overview(ONE, 1, 0, 0, 0, 0);

        only(note(document, "Actie 31."), EditionFaultKind.EXCLUSION_WITHOUT_REASON);
        only(note(document, "Acties 31 en 31 volgen."), EditionFaultKind.EXCLUSION_DUPLICATE);
        only(note(document, "Actie 1 volgt."), EditionFaultKind.EXCLUSION_PRINTED);
    }

    private static String note(String document, String note) {
        return document.replace("## Actielijn 1\n", note + "\n\n## Actielijn 1\n");
    }

    @Test
    void characters_that_cannot_be_read_are_named() {
        for (int codePoint : List.of(0, 7, 0xFFFD, 0xFDD0, 0xFFFF, 0xD800)) {
            String bad = Character.toString(codePoint);
            assertLine(
                    ONE + "Fout" + bad + bad + " teken.\n",
                    "Fout",
                    EditionFaultKind.CHARACTER_UNREADABLE);
        }
    }

    @Test
    void a_comment_without_an_end_is_named() {
        assertLine(
                ONE + "Tekst <!-- geen einde\n\nmeer\n",
                "geen einde",
                EditionFaultKind.COMMENT_UNCLOSED);
        assertThat(EditionReader.read(overview(ONE + "a <!-- b\nc --> d\n", 1, 0, 0, 0, 0)))
                .isInstanceOf(Edition.class);
    }

    @Test
    void megabytes_of_anything_are_read_in_linear_time() {
        int size = 5_000_000;
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder(size);
        String signs = "<b> &#x*_|\t\n(1.–)2024 en/Actielijn ●Afgerond-\r\u00A0";
        while (noise.length() < size) {
            noise.append(signs.charAt(random.nextInt(signs.length())));
        }
        List<String> parts =
                List.of(
                        "<b ",
                        "<",
                        "&",
                        "*",
                        "**",
                        "\t",
                        "|",
                        "1. ",
                        "1, ",
                        "(",
                        "# 1. T\n",
                        "\n",
                        "Afgerond (",
                        "Actielijn 1\n",
                        "- a\n",
                        "a",
                        "<!--",
                        "1. a\n\n",
                        "a\n",
                        "Acties 1, ",
                        "In uitvoering\n",
                        "2024–",
                        "<p>",
                        "</b><b>",
                        "\\|",
                        "A. ",
                        "### 1. T\n\nAfgerond (2025)\n\n",
                        "Actielijn 1 T\n\n");
        warmUp();
        assertInTime(noise.toString());
        for (String part : parts) {
            assertInTime(part.repeat(size / 10 / part.length()));
        }
        assertInTime(overview(ONE + "a b <c ".repeat(size / 7), 1, 0, 0, 0, 0));
    }

    private static void warmUp() {
        for (int i = 0; i < 5; i++) {
            assertThat(EditionReader.read(november())).isInstanceOf(Edition.class);
        }
    }

    // in the thread's own time, since the machine may be busy with other things
    private static void assertInTime(String document) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        EditionReading reading = EditionReader.read(document);
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);

        assertThat(reading).isNotNull();
        assertThat(taken).as(document.substring(0, 20)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void every_fault_has_its_sentence_and_every_sentence_its_fault() {
        ResourceBundle messages =
                ResourceBundle.getBundle(
                        "nl.peildatum.command.edition.edition-messages", Locale.of("nl"));

        assertThat(messages.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EditionFaultKind.values()).map(Enum::name).toList());
        assertThat(messages.keySet())
                .allSatisfy(
                        key ->
                                assertThat(messages.getString(key))
                                        .endsWith(".")
                                        .doesNotContain("'"));
    }

    private static void assertOnly(String document, int line, EditionFaultKind kind) {
        assertThat(faults(document))
                .extracting(EditionFault::lineNumber, EditionFault::kind)
                .containsExactly(tuple(line, kind));
    }

    // these actions have this fault on the line that holds this part
    private static void assertLine(String actions, String part, EditionFaultKind kind) {
        String document = overview(actions, 1, 0, 0, 0, 0);
        assertThat(only(document, kind).lineNumber()).isEqualTo(lineOf(document, part));
    }

    // the one fault of this kind; others that follow from it are totals only
    private static EditionFault only(String document, EditionFaultKind kind) {
        List<EditionFaultKind> totals =
                List.of(
                        EditionFaultKind.COUNT_DIFFERS,
                        EditionFaultKind.COUNT_MISSING,
                        EditionFaultKind.SUM_OF_LINES,
                        EditionFaultKind.SUM_OF_STATUSES,
                        EditionFaultKind.LINE_NOT_ON_DASHBOARD);
        List<EditionFault> faults = faults(document);
        List<EditionFault> own = faults.stream().filter(fault -> fault.kind() == kind).toList();
        assertThat(faults).allMatch(fault -> fault.kind() == kind || totals.contains(fault.kind()));
        assertThat(own).isNotEmpty();
        assertThat(own.stream().map(EditionFault::lineNumber).distinct().toList())
                .hasSizeLessThanOrEqualTo(kind == EditionFaultKind.COUNT_LOOSE ? 6 : 1);
        return own.getFirst();
    }
}
