package nl.peildatum.command.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.events.Status;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private static final RecursiveComparisonConfiguration BUT_FOR_ITS_LINES =
            RecursiveComparisonConfiguration.builder()
                    .withIgnoredFieldsMatchingRegexes(".*lineNumber")
                    .build();

    /** Texts that look like something else. */
    private static final List<String> TRAPS =
            List.of(
                    "### 5. Een kop\n\n Afgerond  (2024–2027)",
                    "12. Titel\n\nAfgerond (2025)",
                    "**12. Titel**\nDoorlopend (2025)",
                    "Afgerond",
                    "In uitvoering, vertraging (2024–2027)",
                    "(2024–2027)",
                    "In uitvoering is de eerste stap.",
                    "Dit is een gezamenlijke uitgave van:\n\nMinisterie van X",
                    "Een uitgave van Boom",
                    "Colofon",
                    "November 2025",
                    "[www.x.nl](http://www.x.nl)",
                    "Ministerie van Financiën",
                    "# Actielijn 3",
                    "Actielijn 3\n\nOperationele doelen",
                    "## ACTIES",
                    "Beoogde effecten:",
                    "**Operationele doelen**",
                    "Acties 31, 34 en 42 gaan pas van start in 2026.",
                    "Actie 5 is vervallen: samen.",
                    "Acties totaal\t44",
                    "Niet ingedeeld",
                    "Legenda",
                    "Extra actie: nog een\n\nAfgerond (2025)",
                    "- een\n- twee\n  - drie\n\n- vier",
                    "1. een\n2. twee",
                    "* x\n\n+ y\n• z\n– w",
                    "| a | b |\n|---|---|\n| 1 | 2 |",
                    "tekst\n---",
                    "===\n***",
                    "> citaat",
                    " voor en achter ",
                    "twee  spaties en een\ttab",
                    "vast\u00A0woord, z\u200Bacht\u00AD, \u00E9 q\u0301",
                    "\nleeg\n\n\nveel leeg\n",
                    "a\nb\nc",
                    "a\\\nb\\",
                    "&euml; &amp; &#65; &#x41; R&D; a&b",
                    "<b>vet</b> a<b>c <br> <!-- weg --> <p>x</p> 1 < 2 > 0",
                    "**Let op** _dit_ `dat` ~~weg~~",
                    "👩\u200D⚕\uFE0F 🟢 漢字 \u202Eom\u202C",
                    "(zonder titel)",
                    "(zonder reden)",
                    "Titel #",
                    "Titel **vet**",
                    "12",
                    ". punt",
                    ": dubbel",
                    "– streep",
                    "Zin. Nog een. En een!",
                    "en 33 is vervallen",
                    "is vervallen: nee");

    static List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        for (int seed = 1; seed <= 150; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_edition_reads_back_from_every_layout(int seed) {
        Random random = new Random(seed);
        Edition edition = edition(random);

        assertReadsBack(PublishedLayout.write(edition), edition);
        assertReadsBack(PublishedLayout.write(edition, random), edition);
    }

    @Test
    void the_real_edition_reads_back_from_every_layout() {
        Edition edition = Documents.edition(Documents.november());

        assertReadsBack(PublishedLayout.write(edition), edition);
        for (int seed = 0; seed < 20; seed++) {
            assertReadsBack(PublishedLayout.write(edition, new Random(seed)), edition);
        }
    }

    @Test
    void every_trap_reads_back_wherever_it_stands() {
        for (String trap : TRAPS) {
            Edition edition = trapped(trap);
            assertReadsBack(PublishedLayout.write(edition), edition);
            for (int seed = 0; seed < 4; seed++) {
                assertReadsBack(PublishedLayout.write(edition, new Random(seed)), edition);
            }
        }
    }

    private static void assertReadsBack(String document, Edition edition) {
        EditionReading reading = EditionReader.read(document);
        assertThat(reading)
                .as(document)
                .usingRecursiveComparison(BUT_FOR_ITS_LINES)
                .isEqualTo(edition);
    }

    private static Edition trapped(String trap) {
        List<PrintedAction> actions = new ArrayList<>();
        for (int code = 1; code <= 2; code++) {
            actions.add(
                    new PrintedAction(
                            "" + code,
                            "" + code,
                            false,
                            trap,
                            1,
                            Status.ONGOING,
                            new TreeSet<>(List.of(2025)),
                            trap,
                            code,
                            code));
        }
        actions.add(
                new PrintedAction(
                        "extra-1",
                        "Extra actie",
                        true,
                        trap,
                        1,
                        Status.ONGOING,
                        new TreeSet<>(),
                        trap,
                        3,
                        3));
        PrintedLine line =
                new PrintedLine(
                        1, trap, trap, trap, trap, List.of(trap, trap), trap, List.of(trap), 1);
        return edition(
                YearMonth.of(2026, 2),
                List.of(line),
                actions,
                List.of(new PrintedExclusion(List.of("90", "91"), trap, null, 1)),
                List.of(new PrintedWithdrawal(List.of("92"), trap, 1)));
    }

    private static Edition edition(
            @Nullable YearMonth month,
            List<PrintedLine> lines,
            List<PrintedAction> actions,
            List<PrintedExclusion> exclusions,
            List<PrintedWithdrawal> withdrawals) {
        List<Reconciliation.Row> rows = new ArrayList<>();
        for (PrintedLine line : lines) {
            Totals totals =
                    PublishedLayout.totals(
                            actions.stream()
                                    .filter(
                                            a ->
                                                    Integer.valueOf(line.number())
                                                            .equals(a.actionLine()))
                                    .toList());
            rows.add(new Reconciliation.Row(line.number(), totals, totals));
        }
        List<PrintedAction> loose = actions.stream().filter(a -> a.actionLine() == null).toList();
        if (!loose.isEmpty()) {
            Totals totals = PublishedLayout.totals(loose);
            rows.add(new Reconciliation.Row(null, totals, totals));
        }
        Totals totals = PublishedLayout.totals(actions);
        return new Edition(
                month,
                lines,
                actions,
                exclusions,
                withdrawals,
                List.of("Ministerie van Buitenlandse Zaken", "Gemeente X"),
                new Reconciliation(new Reconciliation.Row(null, totals, totals), rows));
    }

    private static Edition edition(Random random) {
        List<PrintedLine> lines = new ArrayList<>();
        for (int number = 1; number <= random.nextInt(5); number++) {
            lines.add(
                    new PrintedLine(
                            number * (1 + random.nextInt(2)) + 10 * number,
                            text(random, true),
                            text(random, true),
                            maybe(random, text(random, false)),
                            maybe(random, text(random, false)),
                            texts(random),
                            maybe(random, text(random, false)),
                            texts(random),
                            0));
        }
        List<PrintedAction> actions = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        int extras = 0;
        List<@Nullable Integer> places = new ArrayList<>();
        lines.forEach(line -> places.add(line.number()));
        if (random.nextBoolean()) {
            places.add(null);
        }
        int block = 0;
        for (Integer line : places) {
            for (int i = random.nextInt(6); i > 0; i--) {
                boolean extra = random.nextInt(8) == 0;
                List<String> own = extra ? List.of("extra-" + ++extras) : codes(random, codes);
                actions.addAll(block(random, line, own, extra, actions.size(), ++block));
            }
        }
        List<PrintedExclusion> exclusions = new ArrayList<>();
        List<PrintedWithdrawal> withdrawals = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            exclusions.add(
                    new PrintedExclusion(
                            codes(random, codes), maybe(random, text(random, true)), null, 0));
            withdrawals.add(
                    new PrintedWithdrawal(
                            codes(random, codes), maybe(random, text(random, true)), 0));
        }
        YearMonth month = YearMonth.of(2024 + random.nextInt(5), 1 + random.nextInt(12));
        return edition(maybe(random, month), lines, actions, exclusions, withdrawals);
    }

    private static List<PrintedAction> block(
            Random random,
            @Nullable Integer line,
            List<String> codes,
            boolean extra,
            int before,
            int number) {
        String title = random.nextInt(20) == 0 && !extra ? null : text(random, true);
        String label = random.nextInt(6) == 0 ? "Proef " + number + ". a" : String.join("/", codes);
        Status status = List.of(Status.values()).get(random.nextInt(5));
        String explanation = maybe(random, text(random, false));
        SortedSet<Integer> years = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            years.add(2024 + random.nextInt(5));
        }
        List<PrintedAction> actions = new ArrayList<>();
        for (String code : codes) {
            actions.add(
                    new PrintedAction(
                            code,
                            extra ? "Extra actie" : label,
                            extra,
                            title,
                            line,
                            status,
                            years,
                            explanation,
                            before + actions.size() + 1,
                            number));
        }
        return actions;
    }

    private static List<String> codes(Random random, Set<String> taken) {
        List<String> codes = new ArrayList<>();
        do {
            String code =
                    switch (random.nextInt(8)) {
                        case 0 -> "proef-" + random.nextInt(1000);
                        case 1 -> random.nextInt(100) + "-" + random.nextInt(100);
                        case 2 -> random.nextInt(100) + "b";
                        default -> String.valueOf(random.nextInt(1000));
                    };
            if (taken.add(code)) {
                codes.add(code);
            }
        } while (codes.isEmpty() || random.nextInt(4) == 0);
        return codes;
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text(random, false));
        }
        return texts;
    }

    private static String text(Random random, boolean single) {
        StringBuilder text = new StringBuilder();
        do {
            String part =
                    random.nextInt(3) == 0
                            ? TRAPS.get(random.nextInt(TRAPS.size()))
                            : "De rapportage, (zie actie 3) is in 2025 afgerond met partners.";
            text.append(text.isEmpty() ? "" : List.of(" ", "\n", "\n\n").get(random.nextInt(3)));
            text.append(part);
        } while (random.nextInt(single ? 4 : 2) == 0);
        return text.toString();
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
