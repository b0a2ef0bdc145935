package nl.peildatum.command.edition;

import static nl.peildatum.command.edition.Documents.november;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.peildatum.events.Status;
import org.junit.jupiter.api.Test;

class NovemberEditionTest {

    private final Edition edition = Documents.edition(november());

    @Test
    void every_block_reads_as_it_is_printed() {
        List<String> expected =
                Documents.resource("expected-2025-11.tsv")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList();

        assertThat(expected).hasSize(43);
        assertThat(edition.blocks()).hasSize(43);
        for (int at = 0; at < 43; at++) {
            List<String> row = List.of(expected.get(at).split("\t", -1));
            for (PrintedAction action : edition.blocks().get(at)) {
                assertThat(row(action)).isEqualTo(row);
            }
        }
    }

    private static List<String> row(PrintedAction action) {
        return List.of(
                String.valueOf(action.actionLine()),
                action.extra() ? "extra" : action.reportLabel(),
                action.status().name(),
                action.executionYears().getFirst() + "-" + action.executionYears().getLast(),
                String.valueOf(action.lineNumber()),
                String.valueOf(action.title()),
                String.valueOf(action.explanation()).replace("\n", "\\n"));
    }

    @Test
    void forty_four_actions_count_in_the_order_of_the_publication() {
        assertThat(edition.actions()).hasSize(44);
        assertThat(edition.actions().stream().map(PrintedAction::position))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 44).boxed().toList());
        assertThat(edition.actions().get(21).code()).isEqualTo("22");
    }

    @Test
    void the_counted_totals_are_the_printed_ones() {
        Reconciliation.Row total = edition.reconciliation().total();

        assertThat(total.counted()).isEqualTo(new Totals(44, 13, 20, 5, 5, 1));
        assertThat(total.printed()).isEqualTo(total.counted());
        assertThat(edition.reconciliation().lines())
                .extracting(Reconciliation.Row::actionLine, Reconciliation.Row::counted)
                .containsExactly(
                        tuple(1, new Totals(9, 4, 3, 0, 2, 0)),
                        tuple(2, new Totals(12, 7, 4, 0, 0, 1)),
                        tuple(3, new Totals(7, 1, 3, 2, 1, 0)),
                        tuple(4, new Totals(10, 1, 7, 1, 1, 0)),
                        tuple(5, new Totals(2, 0, 1, 1, 0, 0)),
                        tuple(6, new Totals(4, 0, 2, 1, 1, 0)));
        assertThat(edition.reconciliation().lines())
                .allSatisfy(row -> assertThat(row.printed()).isEqualTo(row.counted()));
    }

    @Test
    void three_and_four_are_one_block_and_two_actions() {
        assertThat(edition.actions().subList(2, 4))
                .extracting(
                        PrintedAction::code, PrintedAction::reportLabel, PrintedAction::lineNumber)
                .containsExactly(tuple("3", "3/4", 129), tuple("4", "3/4", 129));
    }

    @Test
    void the_extra_action_has_no_number_and_fewer_years() {
        PrintedAction extra = edition.actions().get(37);

        assertThat(extra.extra()).isTrue();
        assertThat(extra.code()).isEqualTo("extra-1");
        assertThat(extra.actionLine()).isEqualTo(4);
        assertThat(extra.executionYears()).containsExactly(2025, 2026, 2027);
        assertThat(edition.actions()).filteredOn(PrintedAction::extra).hasSize(1);
    }

    @Test
    void three_actions_are_left_out_with_the_reason_word_for_word() {
        assertThat(edition.exclusions())
                .containsExactly(
                        new PrintedExclusion(
                                List.of("31", "34", "42"),
                                "gaan pas van start in 2026",
                                "Hoewel ze onderdeel zijn van het actieplan, zijn ze nog niet"
                                        + " opgenomen in het huidige monitoringoverzicht.",
                                99));
        assertThat(edition.withdrawals()).isEmpty();
    }

    @Test
    void lines_have_a_short_and_a_long_title() {
        assertThat(edition.lines())
                .extracting(
                        PrintedLine::number,
                        PrintedLine::title,
                        PrintedLine::longTitle,
                        PrintedLine::lineNumber)
                .containsExactly(
                        tuple(
                                1,
                                "Creëren van brede bewustwording",
                                "Creëren van brede bewustwording",
                                101),
                        tuple(
                                2,
                                "Vergroten van de meldingsbereidheid",
                                "Vergroten van de meldingsbereidheid",
                                165),
                        tuple(
                                3,
                                "Betere bescherming en vaststelling van slachtofferschap",
                                "Investeren en werken aan een betere vaststelling van"
                                        + " slachtofferschap en bescherming van slachtoffers",
                                239),
                        tuple(
                                4,
                                "Verbeter (bovenregionale en regionale) samenwerking",
                                "Verbeteren van de (bovenregionale en regionale) samenwerking",
                                301),
                        tuple(
                                5,
                                "Informatiedeling en gegevensverwerking",
                                "Verbetering van de informatiedeling en gegevensverwerking",
                                379),
                        tuple(
                                6,
                                "Versterken positie minderjarige slachtoffers",
                                "Versterken van de positie van minderjarige slachtoffers",
                                407));
    }

    @Test
    void goals_and_effects_are_read_with_their_introductions() {
        assertThat(edition.lines())
                .extracting(line -> line.goals().size())
                .containsExactly(2, 4, 4, 4, 1, 4);
        assertThat(edition.lines())
                .extracting(line -> line.effects().size())
                .containsExactly(2, 4, 2, 2, 1, 4);
        assertThat(edition.lines()).extracting(PrintedLine::introduction).containsOnlyNulls();
        assertThat(edition.lines())
                .extracting(line -> line.goalsIntroduction() != null)
                .containsExactly(false, true, false, false, false, true);
        assertThat(edition.lines())
                .extracting(line -> line.effectsIntroduction() != null)
                .containsExactly(false, false, false, false, false, true);
        assertThat(edition.lines().get(0).goals().get(1))
                .isEqualTo(
                        "**Eind 2026** kunnen reclasseringswerkers mensenhandel beter herkennen"
                                + " en sluiten zij met advisering, toezicht en begeleiding beter"
                                + " aan bij de daderaanpak.");
        assertThat(edition.lines().get(1).goalsIntroduction())
                .isEqualTo(
                        "Voor deze Actielijn is het overkoepelende operationele doel dat er in"
                                + " 2026 tenminste 10% meer meldingen van mensenhandel worden"
                                + " gedaan. In 2026 10% meer meldingen van mensenhandel");
        assertThat(edition.lines().get(4).effects())
                .containsExactly(
                        "Informatiedeling tussen ketenpartners die rechtmatig en zorgvuldig is.");
        assertThat(edition.lines().get(5).effectsIntroduction())
                .startsWith("Betere signalering, bescherming en ondersteuning")
                .endsWith("goed getrainde professionals.");
    }

    @Test
    void a_status_counts_however_many_nearly_empty_lines_stand_above_it() {
        assertThat(november().lines().toList().subList(206, 220)).allMatch(String::isBlank);
        assertThat(edition.actions().get(12))
                .extracting(PrintedAction::code, PrintedAction::status)
                .containsExactly("13", Status.IN_PROGRESS);
    }

    @Test
    void the_last_action_has_two_paragraphs_and_no_colophon() {
        PrintedAction last = edition.actions().getLast();

        assertThat(last.code()).isEqualTo("46");
        assertThat(last.status()).isEqualTo(Status.ONGOING);
        assertThat(last.executionYears()).isEqualTo(years(2024, 2027));
        assertThat(last.explanation()).startsWith("De e-learning BUIT").contains("\n\nSinds april");
        assertThat(last.explanation()).endsWith("een van de trainingen.");
    }

    @Test
    void the_colophon_tells_who_published_it_and_when() {
        assertThat(edition.month()).isEqualTo(YearMonth.of(2025, 11));
        assertThat(edition.publishers())
                .containsExactly(
                        "Ministerie van Justitie en Veiligheid",
                        "Ministerie van Sociale Zaken en Werkgelegenheid",
                        "Ministerie van Volksgezondheid, Welzijn en Sport",
                        "Ministerie van Buitenlandse Zaken");
    }

    @Test
    void it_reads_the_same_whatever_its_line_ends_spaces_and_marks() {
        String document = november();

        assertThat(EditionReader.read(document.replace("\n", "\r\n"))).isEqualTo(edition);
        assertThat(EditionReader.read(document.replace("\n", "\r"))).isEqualTo(edition);
        assertThat(EditionReader.read("\uFEFF" + document)).isEqualTo(edition);
        assertThat(EditionReader.read(document.strip() + "\n\n"))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*lineNumber")
                .isEqualTo(edition);
        assertThat(EditionReader.read(document.replace(" van ", "\u00A0van\u202F")))
                .isEqualTo(edition);
        assertThat(EditionReader.read(document.replace("In uitvoering", "In&nbsp;uitvoering")))
                .isEqualTo(edition);
        assertThat(EditionReader.read(document.replace("en", "e\u200Bn\u00AD"))).isEqualTo(edition);
        assertThat(EditionReader.read(document.replace("ë", "&euml;"))).isEqualTo(edition);
        for (String dash : List.of("-", "\u2012", "\u2014", "&ndash;", " \u2013 ", "&#8211;")) {
            assertThat(EditionReader.read(document.replace("\u2013", dash))).isEqualTo(edition);
        }
    }

    @Test
    void it_reads_the_same_in_other_dresses() {
        String document = november();

        assertSame(document.replaceAll("(?m)^#+ ", "###### "));
        assertSame(document.replaceAll("(?m)^#+ (.*)$", "**$1**"));
        assertSame(
                document.replaceAll("(?m)^#+ (\\d)", "$1")
                        .replaceAll("(?m)^\\*\\*(\\d.*)\\*\\*$", "$1"));
        assertSame(document.replace("  (202", "\n\n\n(202"));
        assertSame(document.replaceAll("(?m)^(#+ )", "---\n\n$1"));
        assertSame(
                document.replaceAll("(?m)^<b>Acties totaal</b>\t<b>(\\d+)</b>", "Acties: $1")
                        .replaceAll("(?m)^<span.*?</span> (.*)\t(\\d+)$", "$1: $2"));
        assertSame(document.replace("Dit is een gezamenlijke uitgave van:", "# Colofon"));
        assertSame(document.replace("Dit is een gezamenlijke uitgave van:", ""));
    }

    @Test
    void it_reads_the_same_without_any_markup_and_without_blank_lines() {
        String document = november();
        String plain =
                document.replaceAll("(?m)^#+ ", "")
                        .replaceAll("(?m)^\\*\\*(.*)\\*\\*$", "$1")
                        .replaceAll("</?p>", "\n\n")
                        .replaceAll("</?(b|span)[^>]*>", "");

        assertSame(plain);
        assertSame(withoutBlankLines(document));
        assertSame(withoutBlankLines(plain));
    }

    /** All but the one between two paragraphs of a text. */
    private static String withoutBlankLines(String document) {
        return document.replaceAll("\n\\s*\n", "\n")
                .replace("\nSinds april is,", "\n\nSinds april is,");
    }

    @Test
    void a_table_of_contents_and_a_dashboard_at_the_end_change_nothing() {
        String document = november();
        String contents = "Inhoud\n\nActielijn 1 Een\nActielijn 2 Twee\n\n1. Legenda\n2. Slot\n\n";
        int from = document.indexOf("# Dashboard");
        int to = document.indexOf("# Actielijn 1\n");
        int colophon = document.indexOf("Dit is een gezamenlijke");

        assertSame(contents + document);
        assertSame(document.substring(0, from) + contents + document.substring(from));
        assertSame(
                document.substring(0, from)
                        + document.substring(to, colophon)
                        + document.substring(from, to)
                        + document.substring(colophon));
    }

    @Test
    void wrapped_at_any_width_it_reads_the_same() {
        for (int width : List.of(60, 72, 80, 100)) {
            String wrapped =
                    november()
                            .lines()
                            .map(line -> wrapped(line, width))
                            .collect(Collectors.joining("\n"));
            assertSame(wrapped);
        }
    }

    private static String wrapped(String line, int width) {
        if (line.startsWith("#") || line.startsWith("<") || line.startsWith("**")) {
            return line;
        }
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ", -1)) {
            if (column > 0) {
                boolean wraps = column + word.length() > width;
                wrapped.append(!wraps ? " " : line.startsWith("- ") ? "\n  " : "\n");
                column = wraps ? 0 : column;
            }
            wrapped.append(word);
            column += word.length() + 1;
        }
        return wrapped.toString();
    }

    private void assertSame(String document) {
        assertThat(EditionReader.read(document))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*lineNumber")
                .isEqualTo(edition);
    }

    private static SortedSet<Integer> years(int first, int last) {
        return new TreeSet<>(IntStream.rangeClosed(first, last).boxed().toList());
    }
}
