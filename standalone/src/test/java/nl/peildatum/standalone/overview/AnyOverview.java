package nl.peildatum.standalone.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.overview.Overview;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.api.overview.Overview.Member;
import nl.peildatum.query.api.overview.Overview.NotIncluded;
import nl.peildatum.query.api.overview.Overview.Withdrawn;
import org.jspecify.annotations.Nullable;

/** Overviews of every shape, whose texts look like something else. */
final class AnyOverview {

    /** Texts that a reader could take for layout. */
    static final List<String> TRAPS =
            List.of(
                    "### 5. Een kop\n\n Afgerond  (2024–2027)",
                    "12. Titel\n\nAfgerond (2025)",
                    "12. Titel\nKlaar (2025)",
                    "Actie 12: dit\n\nKlaar (2025)",
                    "Actie 17 valt samen met actie 15.",
                    "Acties 3: 5",
                    "Extra actie",
                    "pilot-b. Titel\n\nBijna klaar (2025)",
                    "**12. Titel**\nDoorlopend (2025)",
                    "**pilot-b. Titel** Afgerond (2025)",
                    "**Actie 3** Afgerond (2025)",
                    "**Eind 2026** weet iedereen het",
                    "**Acties** totaal 5",
                    "***schuin en vet***",
                    "__Nog__ niet gestart",
                    "Afgerond",
                    "“Afgerond” 13",
                    "(Totaal 5)",
                    "In  uitvoering , vertraging (2024–2027)",
                    "İn uitvoering",
                    "🟢 Doorlopend (2024)",
                    "(2024–2027)",
                    "( 2025)",
                    "(zie actie 3)",
                    "In uitvoering is de eerste stap.",
                    "Status: afgerond",
                    "Dit is een gezamenlijke uitgave van:\n\nMinisterie van X",
                    "Dit is een\ngezamenlijke\nuitgave van ons",
                    "Een uitgave van Boom",
                    "Uitgegeven door Boom",
                    "Colofon",
                    "November 2025",
                    "[www.x.nl](http://www.x.nl)",
                    "Ministerie van Financiën",
                    "# Actielijn 3",
                    "Actielijn 3\n\nOperationele doelen",
                    "Actielijn 3: titel\n\n## ACTIES",
                    "Beoogde effecten:",
                    "**Operationele doelen**",
                    "Acties 31, 34 en 42 gaan pas van start in 2026.",
                    "Actie 5 is vervallen: samen.",
                    "Acties totaal\t44",
                    "Niet  ingedeeld",
                    "Legenda",
                    "Extra actie: nog een\n\nAfgerond (2025)",
                    "- een\n- twee\n  - drie\n\n- vier",
                    "---",
                    "- - -",
                    "1. een\n2. twee",
                    "2025 is een goed jaar",
                    "* x\n\n+ y\n• z\n– w",
                    "| a | b |\n|---|---|\n| 1 | 2 |",
                    "tekst\n---",
                    "===\n***",
                    "> citaat",
                    "twee  spaties en een\ttab",
                    "vast\u00A0woord, z\u200Bacht\u00AD, \u00E9 q\u0301",
                    "a\n\n\n\nb",
                    "a\n\n\nb\n \nc",
                    "a\nb\nc",
                    "a\\\nb\\",
                    "&euml; &amp; &#65; &#x41; R&D; a&b & c &lt",
                    "&amp;",
                    "<b>vet</b> a<b>c <br> <!-- weg --> <p>x</p> 1 < 2 > 0",
                    "--> <!-- actie: 9 -->",
                    "<script>alert(1)</script>",
                    "**Let op** _dit_ `dat` ~~weg~~",
                    "👩\u200D⚕\uFE0F 🟢 漢字 \u202Eom\u202C",
                    "שלום עולם مرحبا",
                    "(zonder titel)",
                    "(zonder reden)",
                    "Titel #",
                    "Titel **vet**",
                    "Titel _",
                    "12",
                    "12. 13",
                    "5 mei",
                    ". punt",
                    ": dubbel",
                    "– streep",
                    "Zin. Nog een. En een!",
                    "wat? Éen vraag",
                    "en 33 is vervallen",
                    "En zo voort",
                    "t/m 40",
                    "is vervallen: nee",
                    "=1+1",
                    "x",
                    "\uFFFD",
                    "regel\u2028scheiding");

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    private AnyOverview(Random random) {
        this.random = random;
    }

    /** The one that belongs to a number. */
    static Overview of(int seed) {
        return new AnyOverview(new Random(seed)).overview();
    }

    /** One with the text in every place. */
    static Overview with(String trap) {
        String line = trap.replace('\n', ' ').replace('\t', ' ');
        List<Block> blocks =
                List.of(
                        block("1", List.of("1"), line, trap),
                        block("3/4", List.of("3", "4"), line, trap),
                        block("Extra actie", List.of("extra-1"), line, trap),
                        block(line, List.of("pilot-b", "en"), line, null),
                        block("7", List.of("7"), null, null));
        Line whole =
                new Line(
                        1,
                        line,
                        line,
                        trap,
                        trap,
                        List.of(trap, trap),
                        trap,
                        List.of(trap, trap),
                        counts(blocks),
                        blocks);
        Line bare =
                new Line(
                        22,
                        line,
                        line,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        Counts.NONE,
                        List.of());
        List<Block> loose = List.of(block("9", List.of("9"), line, trap));
        Line unassigned =
                new Line(
                        null,
                        "Niet ingedeeld",
                        "Niet ingedeeld",
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        counts(loose),
                        loose);
        return overview(
                line,
                List.of(whole, bare, unassigned),
                List.of(
                        new NotIncluded("90", null, trap),
                        new NotIncluded("91", null, trap),
                        new NotIncluded("92", line, null),
                        new NotIncluded("x", line, line + "!")),
                List.of(
                        new Withdrawn("93", line, trap, LocalDate.parse("2025-11-03")),
                        new Withdrawn("94", null, null, LocalDate.parse("2025-11-03"))));
    }

    private static Block block(
            String label, List<String> codes, @Nullable String title, @Nullable String text) {
        return new Block(
                label,
                false,
                codes.stream().map(code -> new Member(code, null)).toList(),
                title,
                StatusCode.DOORLOPEND,
                text == null ? List.of() : List.of(2024, 2025, 2027),
                text);
    }

    private static Counts counts(List<Block> blocks) {
        return blocks.stream()
                .map(block -> Counts.of(block.status(), block.actions().size()))
                .reduce(Counts.NONE, Counts::plus);
    }

    private static Overview overview(
            String name, List<Line> lines, List<NotIncluded> left, List<Withdrawn> gone) {
        return new Overview(
                new Cut(
                        "p",
                        LocalDate.parse("2025-11-30"),
                        7,
                        Instant.parse("2026-01-02T03:04:05Z")),
                name,
                List.of(name, "Gemeente X"),
                lines.stream().map(Line::counts).reduce(Counts.NONE, Counts::plus),
                lines,
                left,
                gone,
                List.of("99", "zz"));
    }

    private Overview overview() {
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= random.nextInt(5); number++) {
            List<Block> blocks = blocks();
            lines.add(
                    new Line(
                            number * (1 + random.nextInt(2)) + 10 * number,
                            line(),
                            line(),
                            maybe(text()),
                            maybe(text()),
                            texts(),
                            maybe(text()),
                            texts(),
                            counts(blocks),
                            blocks));
        }
        List<Block> loose = random.nextBoolean() ? List.of() : blocks();
        if (!loose.isEmpty()) {
            lines.add(
                    new Line(
                            null,
                            "Niet ingedeeld",
                            "Niet ingedeeld",
                            null,
                            null,
                            List.of(),
                            null,
                            List.of(),
                            counts(loose),
                            loose));
        }
        List<NotIncluded> left = new ArrayList<>();
        List<Withdrawn> gone = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            left.add(new NotIncluded(code(), maybe(line()), maybe(text())));
            gone.add(
                    new Withdrawn(
                            code(), maybe(line()), maybe(text()), LocalDate.parse("2025-11-03")));
        }
        return overview(line(), lines, left, gone);
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            List<Member> members = new ArrayList<>();
            do {
                members.add(new Member(code(), random.nextInt(9)));
            } while (random.nextInt(4) == 0);
            TreeSet<Integer> years = new TreeSet<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                years.add(2024 + random.nextInt(5));
            }
            String label =
                    switch (random.nextInt(6)) {
                        case 0 -> "Extra actie";
                        case 1 -> line();
                        default -> String.join("/", members.stream().map(Member::action).toList());
                    };
            blocks.add(
                    new Block(
                            label,
                            !label.equals("Extra actie") && random.nextInt(3) == 0,
                            members,
                            maybe(line()),
                            StatusCode.legend().get(random.nextInt(5)),
                            List.copyOf(years),
                            maybe(text())));
        }
        return blocks;
    }

    private String code() {
        String code;
        do {
            code =
                    switch (random.nextInt(9)) {
                        case 0 -> "proef-" + random.nextInt(1000);
                        case 1 -> random.nextInt(100) + "-" + random.nextInt(100);
                        case 2 -> random.nextInt(100) + "b";
                        case 3 ->
                                List.of("en", "-", "--", "t", "actie", "extra-1", "12345", "is")
                                        .get(random.nextInt(8));
                        default -> String.valueOf(random.nextInt(1000));
                    };
        } while (!taken.add(code));
        return code;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String line() {
        return text().replace('\n', ' ').replace('\t', ' ');
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        do {
            text.append(text.isEmpty() ? "" : List.of(" ", "\n", "\n\n").get(random.nextInt(3)));
            text.append(
                    random.nextInt(3) == 0
                            ? "De rapportage, (zie actie 3) is in 2025 afgerond met partners."
                            : TRAPS.get(random.nextInt(TRAPS.size())));
        } while (random.nextInt(3) == 0);
        return text.toString();
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
