package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * Writes an edition as it would be published, in one of many dresses, so that reading it gives the
 * same edition whatever its texts say.
 */
final class PublishedLayout {

    private static final List<String> MONTHS =
            List.of(
                    "Januari",
                    "Februari",
                    "Maart",
                    "April",
                    "Mei",
                    "Juni",
                    "Juli",
                    "Augustus",
                    "September",
                    "Oktober",
                    "November",
                    "December");

    /** Words a line of text may not begin with as they are. */
    private static final List<String> WORDS =
            List.of(
                    "actie",
                    "extra actie",
                    "afgerond",
                    "in uitvoering",
                    "doorlopend",
                    "nog niet",
                    "status",
                    "niet ingedeeld",
                    "legenda",
                    "tijd",
                    "totaal",
                    "aantal",
                    "dashboard",
                    "operatione",
                    "doelen",
                    "beoogd",
                    "effecten",
                    "inleiding",
                    "colofon",
                    "dit ",
                    "deze ",
                    "een ",
                    "uitg",
                    "ministerie",
                    "www.",
                    "http",
                    "hoewel",
                    "ze ",
                    "zij ");

    private final Random random;
    private final boolean varied;
    private final StringBuilder out = new StringBuilder();

    private PublishedLayout(Random random, boolean varied) {
        this.random = random;
        this.varied = varied;
    }

    /** Writes it as the published text is laid out. */
    static String write(Edition edition) {
        return new PublishedLayout(new Random(0), false).document(edition);
    }

    /** Writes it with other headings, rows, dashes, spaces and line ends. */
    static String write(Edition edition, Random random) {
        PublishedLayout layout = new PublishedLayout(random, true);
        String document = layout.document(edition);
        String end = layout.oneOf("\n", "\r\n", "\r");
        return layout.oneOf("", "\uFEFF") + document.replace("\n", end);
    }

    private String document(Edition edition) {
        out.append(
                "Rijksoverheid\n\nMonitoringsoverzicht\n\n# Legenda\n\n- **Afgerond** Klaar.\n\n");
        heading("Dashboard totaaloverzicht");
        heading("Totaal alle actielijnen");
        table(edition.reconciliation().total().counted());
        for (Reconciliation.Row row : edition.reconciliation().lines()) {
            heading(
                    row.actionLine() == null
                            ? "Niet ingedeeld"
                            : "Actielijn "
                                    + row.actionLine()
                                    + " "
                                    + lineStart(title(shortTitle(edition, row))));
            table(row.counted());
        }
        edition.exclusions().forEach(this::exclusion);
        edition.withdrawals().forEach(this::withdrawal);
        for (PrintedLine line : edition.lines()) {
            chapter(line);
            actions(edition, line.number());
        }
        if (edition.actions().stream().anyMatch(action -> action.actionLine() == null)) {
            heading("Niet ingedeeld");
            heading("ACTIES");
            actions(edition, null);
        }
        out.append("Dit is een gezamenlijke uitgave van:\n\n");
        edition.publishers().forEach(name -> out.append(inline(name)).append("  \n"));
        out.append("\n[www.rijksoverheid.nl](http://www.rijksoverheid.nl)\n\n");
        if (edition.month() != null) {
            out.append(MONTHS.get(edition.month().getMonthValue() - 1))
                    .append(' ')
                    .append(edition.month().getYear())
                    .append('\n');
        }
        return out.toString();
    }

    private static String shortTitle(Edition edition, Reconciliation.Row row) {
        return edition.lines().stream()
                .filter(line -> Integer.valueOf(line.number()).equals(row.actionLine()))
                .findFirst()
                .orElseThrow()
                .title();
    }

    // --- the parts ---

    private void heading(String text) {
        boolean plain = !text.contains("*") && !text.contains("_") && !text.contains("<!--");
        int dress = varied && plain ? random.nextInt(4) : 0;
        switch (dress) {
            case 1 -> out.append("**").append(text).append("**\n\n");
            case 2 -> out.append("<h3>").append(text).append("</h3>\n\n");
            case 3 -> out.append(text).append("\n======\n\n");
            default ->
                    out.append("#".repeat(varied ? 1 + random.nextInt(6) : 3))
                            .append(' ')
                            .append(text)
                            .append("\n\n");
        }
    }

    private void table(Totals totals) {
        String row =
                varied
                        ? oneOf(
                                "%s\t%d",
                                "%s: %d", "| %s | %d |", "<b>%s</b>\t<b>%d</b>", "● %s  %d")
                        : "%s\t%d";
        for (Tally tally : Tally.values()) {
            out.append(row.formatted(tally.label(), totals.of(tally))).append('\n');
        }
        out.append('\n');
    }

    private void exclusion(PrintedExclusion exclusion) {
        names(exclusion.codes());
        String reason = exclusion.reason();
        out.append(' ')
                .append(reason == null ? EditionReader.WITHOUT_REASON : sentence(reason))
                .append('.');
        if (exclusion.remark() != null) {
            out.append(' ').append(exclusion.remark());
        }
        comment(exclusion.codes());
        out.append("\n\n");
    }

    private void withdrawal(PrintedWithdrawal withdrawal) {
        names(withdrawal.codes());
        out.append(withdrawal.codes().size() == 1 ? " is vervallen" : " zijn vervallen");
        if (withdrawal.reason() != null) {
            out.append(": ").append(sentence(withdrawal.reason()));
        }
        out.append('.');
        comment(withdrawal.codes());
        out.append("\n\n");
    }

    private void names(List<String> codes) {
        out.append(codes.size() == 1 ? "Actie " : "Acties ");
        out.append(String.join(", ", codes.subList(0, Math.max(1, codes.size() - 1))));
        if (codes.size() > 1) {
            out.append(" en ").append(codes.getLast());
        }
    }

    private void comment(List<String> codes) {
        if (!codes.stream().allMatch(code -> code.matches("[0-9]{1,4}[a-z]?"))) {
            out.append(" <!-- acties: ").append(String.join(", ", codes)).append(" -->");
        }
    }

    /** A sentence whose stops inside end nothing, and whose start continues no list. */
    private static String sentence(String text) {
        String inline = inline(text);
        String open = escapeFirst(inline, first -> true);
        return open.replace(".", hex('.')).replace("!", hex('!')).replace("?", hex('?'));
    }

    private void chapter(PrintedLine line) {
        heading("Actielijn " + line.number());
        heading(lineStart(title(line.longTitle())));
        if (line.introduction() != null) {
            out.append(text(line.introduction(), "")).append("\n\n");
        }
        heading("Operationele doelen");
        list(line.goalsIntroduction(), line.goals());
        heading("Beoogde effecten");
        list(line.effectsIntroduction(), line.effects());
        heading("ACTIES");
    }

    private void list(@Nullable String introduction, List<String> items) {
        if (introduction != null) {
            out.append(text(introduction, "")).append("\n\n");
        }
        String bullet = varied ? oneOf("- ", "* ", "• ") : "- ";
        for (String item : items) {
            out.append(bullet).append(text(item, "  ")).append('\n');
        }
        out.append('\n');
    }

    private void actions(Edition edition, @Nullable Integer number) {
        for (List<PrintedAction> block : edition.blocks()) {
            PrintedAction first = block.getFirst();
            if (Objects.equals(first.actionLine(), number)) {
                block(first, block.stream().map(PrintedAction::code).toList());
            }
        }
    }

    private void block(PrintedAction action, List<String> codes) {
        String title = action.title() == null ? "(zonder titel)" : title(action.title());
        String heading =
                action.extra()
                        ? "Extra actie: " + title
                        : inline(action.reportLabel()).replace(".", hex('.')) + ". " + title;
        boolean told =
                action.extra()
                        || (action.reportLabel().equals(String.join("/", codes))
                                && codes.stream()
                                        .allMatch(code -> code.matches("[0-9]{1,4}[a-z]?")));
        if (!told) {
            heading += " <!-- acties: " + String.join(", ", codes) + " -->";
        }
        String status = status(action);
        String explanation = action.explanation() == null ? "" : text(action.explanation(), "");
        boolean cells = varied && told && !heading.contains("*") && random.nextInt(4) == 0;
        if (cells) {
            out.append("<p><b>").append(heading).append("</b></p> <p> ").append(status);
            out.append("</p>\t<p>").append(explanation).append("</p>\n\n");
            return;
        }
        if (varied && told && random.nextInt(4) == 0) {
            out.append(heading).append("\n\n");
        } else {
            heading(heading);
        }
        out.append(varied ? oneOf("", " ", "● ", "\u00A0") : " ").append(status).append("\n\n");
        out.append(explanation).append(explanation.isEmpty() ? "" : "\n\n");
    }

    private String status(PrintedAction action) {
        String label = Tally.of(action.status()).label();
        label = varied && random.nextInt(5) == 0 ? label.toUpperCase(Locale.ROOT) : label;
        SortedSet<Integer> years = action.executionYears();
        if (years.isEmpty()) {
            return label;
        }
        boolean whole = years.getLast() - years.getFirst() + 1 == years.size() && years.size() > 1;
        String range =
                years.getFirst() + (varied ? oneOf("–", "-", " — ", "‒") : "–") + years.getLast();
        String all = years.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String gap = varied ? oneOf(" ", "  ", "\u00A0") : "  ";
        return label + gap + "(" + (whole ? range : all) + ")";
    }

    private static String title(String title) {
        String inline = inline(title);
        inline = inline.equals("(zonder titel)") ? lineStart(inline) : inline;
        return inline.endsWith("#") || inline.endsWith("*") || inline.endsWith("_")
                ? inline.substring(0, inline.length() - 1) + hex(inline.charAt(inline.length() - 1))
                : inline;
    }

    // --- texts ---

    /** Running text: paragraphs, and lines with hard breaks, each safe at its start. */
    private String text(String text, String indentation) {
        List<String> paragraphs = List.of(text.split("\n\n", -1));
        boolean regular =
                paragraphs.stream()
                        .allMatch(
                                paragraph ->
                                        paragraph.lines().noneMatch(String::isBlank)
                                                && !paragraph.isEmpty()
                                                && !paragraph.startsWith("\n")
                                                && !paragraph.endsWith("\n"));
        if (!regular) {
            return lineStart(inline(text));
        }
        List<String> written = new ArrayList<>();
        for (String paragraph : paragraphs) {
            written.add(
                    List.of(paragraph.split("\n", -1)).stream()
                            .map(line -> wrapped(lineStart(inline(line)), indentation))
                            .collect(Collectors.joining("  \n" + indentation)));
        }
        return String.join("\n\n" + indentation, written);
    }

    private String wrapped(String line, String indentation) {
        int at = line.length() / 2;
        int space = line.indexOf(' ', at);
        boolean wraps =
                varied
                        && space > 0
                        && space + 1 < line.length()
                        && line.charAt(space - 1) != ' '
                        && line.charAt(space - 1) != '\\'
                        && random.nextBoolean()
                        && line.substring(space + 1).equals(lineStart(line.substring(space + 1)));
        return wraps
                ? line.substring(0, space) + "\n" + indentation + line.substring(space + 1)
                : line;
    }

    /** Whatever could be markup, or a space that would be lost, written as itself. */
    private static String inline(String text) {
        StringBuilder written = new StringBuilder();
        int[] codePoints = text.codePoints().toArray();
        for (int at = 0; at < codePoints.length; at++) {
            int c = codePoints[at];
            boolean edge = at == 0 || at == codePoints.length - 1;
            if (c == '&') {
                written.append("&amp;");
            } else if (c == '<') {
                written.append("&lt;");
            } else if ((c == ' ' && edge)
                    || (c != ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c)))
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.CONTROL
                    || c == 0xFFFD
                    || c == '\\'
                    || c == '|') {
                written.append(hex(c));
            } else {
                written.appendCodePoint(c);
            }
        }
        return written.toString();
    }

    private static String lineStart(String line) {
        String plain = line.toLowerCase(Locale.ROOT);
        boolean word =
                WORDS.stream().anyMatch(plain::startsWith)
                        || MONTHS.stream()
                                .anyMatch(m -> plain.startsWith(m.toLowerCase(Locale.ROOT)));
        return escapeFirst(line, first -> word || !Character.isLetter(first));
    }

    private static String escapeFirst(String line, IntPredicate when) {
        if (line.isEmpty() || line.startsWith("&") || !when.test(line.codePointAt(0))) {
            return line;
        }
        int first = line.codePointAt(0);
        return hex(first) + line.substring(Character.charCount(first));
    }

    private static String hex(int codePoint) {
        return "&#x%X;".formatted(codePoint);
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static Totals totals(List<PrintedAction> actions) {
        List<Status> statuses = actions.stream().map(PrintedAction::status).toList();
        return Totals.of(statuses.size(), statuses);
    }
}
