package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.contract.Characters;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a document together and holds them against each other: every line on the
 * dashboard and in a chapter, every number once, every printed total as counted.
 */
final class Check {

    private final Outline outline;
    private final EditionFaults faults;
    private final Map<Integer, Outline.Section> tables = new LinkedHashMap<>();
    private final Map<Integer, Outline.Section> chapters = new LinkedHashMap<>();

    private Check(Outline outline, EditionFaults faults) {
        this.outline = outline;
        this.faults = faults;
    }

    static EditionReading read(Outline outline, EditionFaults faults) {
        Check check = new Check(outline, faults);
        check.divide();
        check.compareParts();
        List<PrintedLine> lines = check.lines();
        List<PrintedAction> actions = check.actions();
        List<PrintedExclusion> exclusions = new ArrayList<>();
        List<PrintedWithdrawal> withdrawals = new ArrayList<>();
        check.notes(actions, exclusions, withdrawals);
        Reconciliation reconciliation = check.reconcile();
        if (!faults.none()) {
            return new Unreadable(faults.inOrder(), outline.hasDashboard() ? reconciliation : null);
        }
        return new Edition(
                Colophon.month(outline.titlePage, outline.colophon),
                lines,
                actions,
                exclusions,
                withdrawals,
                Colophon.publishers(outline.colophon),
                reconciliation);
    }

    // --- lines ---

    private void divide() {
        Set<Integer> printed = new HashSet<>();
        for (Outline.Section section : outline.sections) {
            if (section.isTable()) {
                printed.add(section.number);
            }
        }
        for (Outline.Section section : outline.sections) {
            boolean chapter = !section.isTable() || hasParts(section);
            if (section.isTable()) {
                once(tables, section, EditionFaultKind.LINE_TWICE_ON_DASHBOARD);
                section.introduction
                        .firstLine()
                        .ifPresent(
                                line ->
                                        faults.add(
                                                line.number(),
                                                EditionFaultKind.TEXT_LOOSE,
                                                line.text()));
            }
            if (chapter && isRepeatedEmpty(section, printed)) {
                // the heading of a table whose rows are missing, not a second chapter
                tables.put(section.number, section);
            } else if (chapter) {
                once(chapters, section, EditionFaultKind.CHAPTER_DUPLICATE);
            }
        }
    }

    private static boolean hasParts(Outline.Section section) {
        return section.goals != null || section.effects != null || section.actions;
    }

    private boolean isRepeatedEmpty(Outline.Section section, Set<Integer> printed) {
        return section.isEmpty()
                && !printed.contains(section.number)
                && outline.sections.stream()
                        .anyMatch(other -> other != section && other.number == section.number)
                && !tables.containsKey(section.number);
    }

    private void once(
            Map<Integer, Outline.Section> into, Outline.Section section, EditionFaultKind fault) {
        Outline.Section first = into.putIfAbsent(section.number, section);
        if (first != null) {
            faults.add(section.lineNumber, fault, name(section.number), first.lineNumber);
        }
    }

    private void compareParts() {
        if (!outline.hasDashboard()) {
            faults.add(firstLine(), EditionFaultKind.DASHBOARD_MISSING);
            return;
        }
        if (outline.total == null || outline.total.counts.isEmpty()) {
            int line =
                    outline.total == null
                            ? tables.values().iterator().next().lineNumber
                            : outline.total.lineNumber;
            faults.add(line, EditionFaultKind.TOTAL_MISSING);
        }
        tables.forEach(
                (number, table) -> {
                    if (!chapters.containsKey(number) && needsChapter(number, table)) {
                        faults.add(
                                table.lineNumber, EditionFaultKind.CHAPTER_MISSING, name(number));
                    }
                });
        chapters.forEach(
                (number, chapter) -> {
                    if (!tables.containsKey(number)) {
                        faults.add(
                                chapter.lineNumber,
                                EditionFaultKind.LINE_NOT_ON_DASHBOARD,
                                name(number));
                    }
                });
    }

    private static boolean needsChapter(int number, Outline.Section table) {
        return number != LineLabel.UNASSIGNED || table.table.value(Tally.ACTIONS) > 0;
    }

    private int firstLine() {
        return outline.sections.isEmpty()
                ? outline.blocks.isEmpty() ? 1 : outline.blocks.getFirst().lineNumber
                : outline.sections.getFirst().lineNumber;
    }

    private List<PrintedLine> lines() {
        for (Map<Integer, Outline.Section> part : List.of(tables, chapters)) {
            for (Outline.Section section : part.values()) {
                if (section.title == null) {
                    faults.add(
                            section.lineNumber,
                            EditionFaultKind.LINE_TITLE_MISSING,
                            name(section.number));
                }
            }
        }
        List<PrintedLine> lines = new ArrayList<>();
        for (Outline.Section chapter : chapters.values()) {
            Bullets goals = bullets(chapter.goals);
            Bullets effects = bullets(chapter.effects);
            Outline.Section table = tables.get(chapter.number);
            if (chapter.number != LineLabel.UNASSIGNED
                    && chapter.title != null
                    && table != null
                    && table.title != null) {
                lines.add(
                        new PrintedLine(
                                chapter.number,
                                taken(table.title, table.lineNumber),
                                taken(chapter.title, chapter.lineNumber),
                                chapter.isTable() ? null : chapter.introduction.text(),
                                goals.introduction(),
                                goals.items(),
                                effects.introduction(),
                                effects.items(),
                                chapter.lineNumber));
            }
        }
        return lines;
    }

    private Bullets bullets(@Nullable List<Line> lines) {
        Bullets bullets = Bullets.of(lines == null ? List.of() : lines);
        for (Line loose : bullets.loose()) {
            faults.add(loose.number(), EditionFaultKind.TEXT_LOOSE, loose.text());
        }
        return bullets;
    }

    // --- actions ---

    private List<PrintedAction> actions() {
        List<PrintedAction> actions = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        for (Outline.Block block : outline.blocks) {
            for (String code : block.label.codes()) {
                Integer first = lineOf.putIfAbsent(code, block.lineNumber);
                if (first != null) {
                    faults.add(block.lineNumber, EditionFaultKind.ACTION_DUPLICATE, code, first);
                }
            }
        }
        int extra = 0;
        for (Outline.Block block : outline.blocks) {
            List<String> codes = block.label.codes();
            if (block.label.isExtra()) {
                do {
                    extra++;
                } while (lineOf.containsKey("extra-" + extra));
                codes = List.of("extra-" + extra);
            }
            Status status = block.status;
            if (status != null) {
                for (String code : codes) {
                    actions.add(action(block, code, status, actions.size() + 1));
                }
            }
        }
        return actions;
    }

    private PrintedAction action(Outline.Block block, String code, Status status, int position) {
        String title = block.label.title();
        Outline.Section section = block.section;
        Integer line =
                section == null || section.number == LineLabel.UNASSIGNED ? null : section.number;
        return new PrintedAction(
                code,
                taken(block.label.printed(), block.lineNumber),
                block.label.isExtra(),
                title.equals(EditionReader.WITHOUT_TITLE) ? null : taken(title, block.lineNumber),
                line,
                status,
                block.years,
                block.explanation.text(),
                position,
                block.lineNumber);
    }

    /** A part of a line, which can begin a direction that only another part of it ends. */
    private String taken(String part, int line) {
        String text = Literal.reveal(part);
        if (!Characters.storable(text) && !faults.has(EditionFaultKind.DIRECTION_OPEN)) {
            faults.add(line, EditionFaultKind.DIRECTION_OPEN);
        }
        return text;
    }

    private void notes(
            List<PrintedAction> actions,
            List<PrintedExclusion> exclusions,
            List<PrintedWithdrawal> withdrawals) {
        Set<String> printed = new HashSet<>();
        actions.forEach(action -> printed.add(action.code()));
        Map<String, Integer> lineOf = new HashMap<>();
        for (Outline.PlacedNote placed : outline.notes) {
            Note note = placed.note();
            int line = placed.lineNumber();
            for (String code : note.codes()) {
                Integer first = lineOf.putIfAbsent(code, line);
                if (first != null) {
                    faults.add(line, EditionFaultKind.EXCLUSION_DUPLICATE, code, first);
                }
                if (printed.contains(code)) {
                    faults.add(line, EditionFaultKind.EXCLUSION_PRINTED, code);
                }
            }
            String reason = taken(note.reason(), line);
            if (note.withdrawal()) {
                String told = reason.isEmpty() ? null : reason;
                withdrawals.add(new PrintedWithdrawal(note.codes(), told, line));
            } else if (reason.isEmpty()) {
                faults.add(
                        line,
                        EditionFaultKind.EXCLUSION_WITHOUT_REASON,
                        String.join(", ", note.codes()));
            } else {
                String remark = note.remark() == null ? null : taken(note.remark(), line);
                String told = note.reason().equals(EditionReader.WITHOUT_REASON) ? null : reason;
                exclusions.add(new PrintedExclusion(note.codes(), told, remark, line));
            }
        }
    }

    // --- totals ---

    private Reconciliation reconcile() {
        Outline.Table total = outline.total;
        Totals counted = counted(outline.blocks);
        List<Reconciliation.Row> rows = new ArrayList<>();
        Set<Integer> numbers = new LinkedHashSet<>(tables.keySet());
        numbers.addAll(chapters.keySet());
        for (int number : numbers) {
            Outline.Section section = tables.get(number);
            List<Outline.Block> blocks =
                    outline.blocks.stream().filter(block -> isIn(block, number)).toList();
            Totals countedInLine = counted(blocks);
            Outline.Table table = section == null ? null : section.table;
            rows.add(
                    new Reconciliation.Row(
                            number == LineLabel.UNASSIGNED ? null : number,
                            table == null ? null : table.totals(),
                            countedInLine));
            if (table != null) {
                compare(table, countedInLine, name(number));
            }
        }
        if (total != null && !total.counts.isEmpty()) {
            compare(total, counted, "het totaal");
            compareWithLines(total);
        }
        return new Reconciliation(
                new Reconciliation.Row(null, total == null ? null : total.totals(), counted), rows);
    }

    private static boolean isIn(Outline.Block block, int number) {
        return block.section != null && block.section.number == number;
    }

    private static Totals counted(List<Outline.Block> blocks) {
        List<Status> statuses = new ArrayList<>();
        int actions = 0;
        for (Outline.Block block : blocks) {
            Status status = block.status;
            actions += block.size();
            if (status != null) {
                statuses.addAll(Collections.nCopies(block.size(), status));
            }
        }
        return Totals.of(actions, statuses);
    }

    private void compare(Outline.Table table, Totals counted, String where) {
        for (Tally tally : Tally.values()) {
            Outline.Count printed = table.counts.get(tally);
            if (printed == null) {
                faults.add(table.lineNumber, EditionFaultKind.COUNT_MISSING, tally.label(), where);
            } else if (printed.value() != counted.of(tally)) {
                faults.addDifference(
                        printed.lineNumber(),
                        EditionFaultKind.COUNT_DIFFERS,
                        printed.value(),
                        counted.of(tally),
                        tally.label(),
                        where,
                        printed.value(),
                        counted.of(tally));
            }
        }
        int sum = Tally.statuses().stream().mapToInt(table::value).sum();
        if (table.totals() != null && sum != table.value(Tally.ACTIONS)) {
            faults.addDifference(
                    table.lineOf(Tally.ACTIONS),
                    EditionFaultKind.SUM_OF_STATUSES,
                    table.value(Tally.ACTIONS),
                    sum,
                    where,
                    table.value(Tally.ACTIONS),
                    sum);
        }
    }

    private void compareWithLines(Outline.Table total) {
        for (Tally tally : Tally.values()) {
            int sum = tables.values().stream().mapToInt(line -> line.table.value(tally)).sum();
            Outline.Count printed = total.counts.get(tally);
            if (printed != null && printed.value() != sum) {
                faults.addDifference(
                        printed.lineNumber(),
                        EditionFaultKind.SUM_OF_LINES,
                        printed.value(),
                        sum,
                        tally.label(),
                        printed.value(),
                        sum);
            }
        }
    }

    private static String name(int number) {
        return number == LineLabel.UNASSIGNED
                ? "‘" + LineLabel.UNASSIGNED_TITLE + "’"
                : "actielijn " + number;
    }
}
