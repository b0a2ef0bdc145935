package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;
import nl.peildatum.api.FormulaGuard;
import nl.peildatum.api.Problem;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.Edition;
import nl.peildatum.command.edition.EditionReader;
import nl.peildatum.command.importing.Proposal.Row;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.sheet.OdsFiles;
import nl.peildatum.command.sheet.Sheet;
import nl.peildatum.command.sheet.SheetFault;
import nl.peildatum.command.sheet.SheetReader;
import nl.peildatum.command.sheet.SheetReading;
import nl.peildatum.command.sheet.UnreadableSheet;
import nl.peildatum.command.words.Codes;
import nl.peildatum.events.ProgrammeId;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The template of the published overview with cells that somebody edited, in both forms. */
class NothingVanishesTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("programma");
    private static final LocalDate BASELINE = LocalDate.parse("2025-11-30");
    private static final LocalDate REPORT_DATE = LocalDate.parse("2026-03-31");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final Map<String, ActionTimeline> HELD = held();
    private static final List<List<String>> TEMPLATE = template();

    /** As the template writes them. */
    private static final List<String> STATUSES =
            Updating.statuses().keySet().stream().limit(6).toList();

    private static final int ACTION = 0;
    private static final int TITLE = 1;
    private static final int CURRENT_STATUS = 3;
    private static final int SINCE = 4;
    private static final int STATUS = 5;
    private static final int ON = 6;
    private static final int REASON = 7;
    private static final int EXPLANATION = 8;
    private static final int COMPLETION = 9;

    /** What somebody does to a cell. */
    private enum Edit {
        ANOTHER_STATUS(STATUS),
        AN_EARLIER_DATE(ON),
        A_LATER_DATE(ON),
        A_REASON(REASON),
        ANOTHER_EXPLANATION(EXPLANATION),
        NO_EXPLANATION(EXPLANATION),
        OTHER_WHITE_SPACE(EXPLANATION),
        A_COMPLETION(COMPLETION),
        ANOTHER_TITLE(TITLE),
        ANOTHER_CURRENT_STATUS(CURRENT_STATUS),
        ANOTHER_SINCE(SINCE),
        ANOTHER_ACTION(ACTION),
        A_CELL_BESIDE(COMPLETION + 1);

        private final int column;

        Edit(int column) {
            this.column = column;
        }
    }

    private record Edited(Edit edit, int row, String before, String after) {

        String action() {
            return TEMPLATE.get(row).get(ACTION);
        }

        /** As a spreadsheet numbers it. */
        int number() {
            return row + 1;
        }
    }

    @Property(tries = 1_000)
    void every_edited_cell_shows_in_a_row_a_question_a_remark_or_a_fault(@ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<List<String>> cells = new ArrayList<>();
        TEMPLATE.forEach(row -> cells.add(new ArrayList<>(row)));
        List<Edited> edits = new ArrayList<>();
        Set<List<Integer>> touched = new HashSet<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
            int row = 1 + random.nextInt(cells.size() - 1);
            if (!touched.add(List.of(row, edit.column))) {
                continue;
            }
            String before = edit == Edit.A_CELL_BESIDE ? "" : cells.get(row).get(edit.column);
            String after = edited(edit, before, random);
            if (after.equals(before)) {
                continue;
            }
            if (edit == Edit.A_CELL_BESIDE) {
                cells.get(row).add(after);
            } else {
                cells.get(row).set(edit.column, after);
            }
            edits.add(new Edited(edit, row, before, after));
            count(edit);
        }

        SheetReading reading =
                random.nextBoolean()
                        ? SheetReader.readCsv(csv(cells), null, asked())
                        : SheetReader.readOds(ods(cells), asked());

        switch (reading) {
            case UnreadableSheet unreadable -> assertFaulty(edits, unreadable);
            case Sheet sheet -> {
                try {
                    assertShown(edits, propose(sheet));
                } catch (Problem tooLate) {
                    assertThat(tooLate.status()).isEqualTo(422);
                    assertThat(edits).anyMatch(one -> isNamed(tooLate, one));
                }
            }
        }
    }

    private static boolean isNamed(Problem tooLate, Edited one) {
        return one.edit() == Edit.A_LATER_DATE
                && tooLate.faults()
                        .toString()
                        .contains("rij %d, kolom %d".formatted(one.number(), ON + 1));
    }

    private static void count(Edit edit) {
        StatisticsCollector kinds = Statistics.label("edits");
        kinds.collect(edit);
        kinds.coverage(
                coverage ->
                        Stream.of(Edit.values())
                                .forEach(
                                        kind ->
                                                coverage.check(kind)
                                                        .percentage(share -> share >= 5)));
    }

    private static String edited(Edit edit, String before, Random random) {
        return switch (edit) {
            case ANOTHER_STATUS, ANOTHER_CURRENT_STATUS ->
                    STATUSES.get((STATUSES.indexOf(before) + 1 + random.nextInt(5)) % 6);
            case AN_EARLIER_DATE -> BASELINE.plusDays(random.nextInt(121)).toString();
            case A_LATER_DATE -> REPORT_DATE.plusDays(1 + random.nextInt(200)).toString();
            case A_REASON -> "omdat " + random.nextInt();
            case ANOTHER_EXPLANATION -> "=Nieuw\n\n- " + random.nextInt() + "\n- 'b'";
            case NO_EXPLANATION -> "";
            case OTHER_WHITE_SPACE ->
                    before.contains("\n\n")
                            ? before.replace("\n\n", "")
                            : before.replace(" ", "\n");
            case A_COMPLETION -> TODAY.plusDays(random.nextInt(400)).toString();
            case ANOTHER_TITLE -> "Titel " + random.nextInt();
            case ANOTHER_SINCE -> BASELINE.plusDays(1 + random.nextInt(400)).toString();
            case ANOTHER_ACTION -> random.nextBoolean() ? "1000" : "22";
            case A_CELL_BESIDE -> "nog iets";
        };
    }

    /** A fault stands at the cell; what is right besides stays in the file, which is refused. */
    private static void assertFaulty(List<Edited> edits, UnreadableSheet unreadable) {
        Set<Integer> rows = new HashSet<>();
        unreadable.faults().stream().map(SheetFault::row).forEach(rows::add);
        assertThat(rows).isNotEmpty();
        for (Edited one : edits) {
            switch (one.edit()) {
                case ANOTHER_ACTION, A_CELL_BESIDE ->
                        assertThat(unreadable.faults())
                                .as(one + " in " + unreadable)
                                .anyMatch(
                                        fault ->
                                                isAt(fault, one)
                                                        || fault.message().contains(one.after()));
                default -> {}
            }
        }
    }

    private static boolean isAt(SheetFault fault, Edited one) {
        return Objects.equals(fault.row(), one.number())
                && Objects.equals(fault.column(), one.edit().column + 1);
    }

    private static void assertShown(List<Edited> edits, Proposal proposal) {
        for (Edited one : edits) {
            List<Row> rows =
                    proposal.rows().stream()
                            .filter(row -> Objects.equals(row.lineNumber(), one.number()))
                            .toList();
            assertThat(rows).allMatch(row -> one.action().equals(row.action()));
            assertThat(
                            refusesTheRow(rows)
                                    || rows.stream().anyMatch(row -> shows(row, one))
                                    || isAsked(proposal, one)
                                    || isRemarked(proposal, one))
                    .as(one + " in " + rows)
                    .isTrue();
        }
        Set<String> touched = new HashSet<>();
        edits.forEach(one -> touched.add(one.action()));
        assertThat(proposal.rows()).allMatch(row -> touched.contains(String.valueOf(row.action())));
        assertThat(proposal.questions()).allMatch(asked -> touched.contains(asked.action()));
    }

    /** A change that cannot be carried out takes with it what goes with it. */
    private static boolean refusesTheRow(List<Row> rows) {
        return rows.stream()
                .anyMatch(row -> !row.executable() && !row.kind().equals(Updating.NOT_TAKEN_OVER));
    }

    private static boolean shows(Row row, Edited one) {
        return switch (one.edit()) {
            case ANOTHER_STATUS ->
                    !row.commands().isEmpty()
                            && row.proposed() instanceof String code
                            && code.equals(code(one.after()));
            case AN_EARLIER_DATE, A_LATER_DATE ->
                    one.after().equals(String.valueOf(row.effectiveOn()));
            case A_REASON -> one.after().equals(row.reason()) || one.after().equals(row.proposed());
            case ANOTHER_EXPLANATION, OTHER_WHITE_SPACE -> one.after().equals(row.proposed());
            case NO_EXPLANATION ->
                    row.kind().equals("TOELICHTING")
                            && one.before().equals(row.current())
                            && row.proposed() == null;
            case A_COMPLETION -> LocalDate.parse(one.after()).equals(row.proposed());
            case ANOTHER_TITLE, ANOTHER_CURRENT_STATUS, ANOTHER_SINCE ->
                    !row.executable() && one.after().equals(row.proposed());
            case ANOTHER_ACTION, A_CELL_BESIDE -> false;
        };
    }

    private static String code(String label) {
        return Codes.of(Objects.requireNonNull(Updating.statuses().get(label)));
    }

    private static boolean isAsked(Proposal proposal, Edited one) {
        return one.edit().column == EXPLANATION
                && proposal.questions().stream()
                        .anyMatch(
                                asked ->
                                        asked.action().equals(one.action())
                                                && one.after().equals(asked.printed()));
    }

    private static boolean isRemarked(Proposal proposal, Edited one) {
        return one.edit().column == ON
                && proposal.remarks().stream()
                        .anyMatch(remark -> remark.place().equals("rij " + one.number()));
    }

    // --- the published overview, and the template that goes with it

    private static Map<String, ActionTimeline> held() {
        Edition edition = (Edition) EditionReader.read(Overview.november().text());
        Proposal proposal =
                new Publication(
                                PROGRAMME,
                                edition,
                                List.of(),
                                new Taking(BASELINE, TODAY, "subject", "Overzicht", null),
                                Answers.NONE)
                        .propose(ProgrammeState.EMPTY, Map.of());
        Map<String, ActionTimeline> held = new LinkedHashMap<>();
        for (Command command : proposal.commands()) {
            if (command instanceof ActionCommand change) {
                held.merge(
                        change.action().code(),
                        ActionTimeline.EMPTY.with(change.event()),
                        (timeline, _) -> timeline.with(change.event()));
            }
        }
        return held;
    }

    /**
     * As it was given out; the spreadsheet that saved this one lost line ends, which are put back.
     */
    private static List<List<String>> template() {
        List<List<String>> rows = new ArrayList<>();
        String text =
                new String(
                        Overview.bytes("/field/sjabloon-untouched-saved-by-lo.csv"),
                        StandardCharsets.UTF_8);
        try (CSVParser parser =
                CSVParser.parse(text, CSVFormat.RFC4180.builder().setDelimiter(';').get())) {
            parser.forEach(record -> rows.add(new ArrayList<>(record.toList())));
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        for (List<String> row : rows.subList(1, rows.size())) {
            row.set(EXPLANATION, Objects.requireNonNullElse(explanation(row.get(ACTION)), ""));
        }
        return rows;
    }

    private static @Nullable String explanation(String code) {
        return Objects.requireNonNull(HELD.get(code)).on(REPORT_DATE).orElseThrow().explanation();
    }

    private static SheetReader.Asked asked() {
        return new SheetReader.Asked(REPORT_DATE, TODAY, Updating.statuses(), HELD.keySet());
    }

    private static Proposal propose(Sheet sheet) {
        return new Updating(
                        PROGRAMME, sheet, REPORT_DATE, TODAY, "subject", Answers.NONE, null, null)
                .propose(ProgrammeState.EMPTY, HELD);
    }

    private static byte[] csv(List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter csv =
                new CSVPrinter(text, CSVFormat.RFC4180.builder().setDelimiter(';').get())) {
            for (List<String> row : rows) {
                csv.printRecord(row.stream().map(FormulaGuard::guarded));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ods(List<List<String>> rows) {
        StringBuilder all = new StringBuilder();
        for (List<String> row : rows) {
            all.append(
                    OdsFiles.row(
                            row.stream().map(NothingVanishesTest::cell).toArray(String[]::new)));
        }
        return OdsFiles.rows(all.toString());
    }

    private static String cell(String text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "</text:p><text:p>")
                + "</text:p></table:table-cell>";
    }
}
