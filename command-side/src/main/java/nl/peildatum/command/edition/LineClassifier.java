package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells headings, rules and text apart, and puts the cells of a row below one another. */
final class LineClassifier {

    private LineClassifier() {}

    static List<Line> classify(List<SourceLine> source) {
        List<Line> lines = new ArrayList<>(source.size());
        for (SourceLine line : source) {
            List<String> cells = actionCells(line.text());
            if (cells.isEmpty()) {
                parts(line.text()).forEach(part -> add(line.number(), part, line.codes(), lines));
            } else {
                String heading = cells.getFirst().replace(SourceLine.BREAK, ' ');
                lines.add(
                        new Line.Heading(
                                line.number(), heading, undressed(heading), false, line.codes()));
                for (String cell : cells.subList(1, cells.size())) {
                    lines.add(new Line.Blank(line.number()));
                    parts(cell)
                            .forEach(
                                    part ->
                                            lines.add(
                                                    new Line.Text(line.number(), part, List.of())));
                }
                lines.add(new Line.Blank(line.number()));
            }
        }
        return lines;
    }

    private static List<String> parts(String text) {
        return List.of(text.split(String.valueOf(SourceLine.BREAK), -1));
    }

    private static void add(int number, String raw, List<String> codes, List<Line> lines) {
        String text = raw.strip();
        if (text.isEmpty()) {
            lines.add(new Line.Blank(number));
        } else if (isUnderline(text) && underlines(text, lines)) {
            Line above = lines.removeLast();
            lines.add(
                    new Line.Heading(
                            above.number(), above.raw(), above.text(), true, above.codes()));
            lines.add(new Line.Blank(number));
        } else if (isRule(text)) {
            lines.add(new Line.Rule(number, raw));
        } else {
            String marked = afterHashes(raw);
            String bold = withoutBold(text);
            if (marked != null) {
                lines.add(new Line.Heading(number, raw, undressed(marked), true, codes));
            } else if (bold != null) {
                lines.add(new Line.Heading(number, raw, bold, false, codes));
            } else {
                lines.add(new Line.Text(number, raw, codes));
            }
        }
    }

    /** The text behind one to six hashes and a space, or null. */
    private static @Nullable String afterHashes(String raw) {
        int from = CodeList.skipSpaces(raw, 0);
        int at = from;
        while (at < raw.length() && raw.charAt(at) == '#') {
            at++;
        }
        boolean heading =
                at > from
                        && at - from <= 6
                        && Bullet.indentation(raw) <= 3
                        && at < raw.length()
                        && Character.isWhitespace(raw.charAt(at));
        if (!heading) {
            return null;
        }
        String text = raw.substring(at).strip();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '#') {
            end--;
        }
        boolean closed = end < text.length() && end > 0 && text.charAt(end - 1) == ' ';
        text = closed ? text.substring(0, end).strip() : text;
        return text.isEmpty() ? null : text;
    }

    private static String undressed(String text) {
        String bold = withoutBold(text.strip());
        return bold == null ? text.strip() : bold;
    }

    /** The text of a line that is bold from end to end, or null. */
    private static @Nullable String withoutBold(String text) {
        for (String sign : List.of("**", "__")) {
            boolean whole =
                    text.length() > 4
                            && text.startsWith(sign)
                            && text.indexOf(sign, 2) == text.length() - 2;
            boolean italic =
                    text.length() > 6
                            && text.startsWith("***")
                            && text.endsWith("***")
                            && text.indexOf("**", 3) == text.length() - 3;
            if (italic) {
                return text.substring(3, text.length() - 3).strip();
            }
            if (whole) {
                return text.substring(2, text.length() - 2).strip();
            }
        }
        return null;
    }

    private static boolean isUnderline(String text) {
        char sign = text.charAt(0);
        return text.length() >= 3
                && (sign == '=' || sign == '-')
                && text.chars().allMatch(c -> c == sign);
    }

    /** Whether the paragraph of one line above it is a heading, by its underline or its words. */
    private static boolean underlines(String text, List<Line> lines) {
        boolean alone =
                !lines.isEmpty()
                        && lines.getLast() instanceof Line.Text
                        && (lines.size() == 1 || lines.get(lines.size() - 2) instanceof Line.Blank);
        if (!alone) {
            return false;
        }
        Line above = lines.getLast();
        return text.charAt(0) == '='
                || LineLabel.of(above.text()) != null
                || Named.of(above.text()) != null
                || ActionLabel.ofText(above.text(), above.codes()) != null;
    }

    private static boolean isRule(String text) {
        char sign = text.charAt(0);
        return "-*_=".indexOf(sign) >= 0
                && text.chars().allMatch(c -> c == sign || c == ' ')
                && text.chars().filter(c -> c == sign).count() >= 3;
    }

    /** The cells of a row that holds a heading, a status and what follows; else none. */
    private static List<String> actionCells(String raw) {
        String text = raw.strip();
        List<String> cells = cells(text);
        if (cells.size() < 2
                || ActionLabel.ofHeading(undressed(cells.getFirst()), List.of()) == null
                || StatusLine.of(cells.get(1)) == null) {
            return List.of();
        }
        return cells;
    }

    private static List<String> cells(String text) {
        if (text.startsWith("|")) {
            return cells(text, '|');
        }
        if (text.indexOf('\t') >= 0) {
            return cells(text, '\t');
        }
        int close = text.startsWith("**") ? text.indexOf("**", 2) : -1;
        return close < 0
                ? List.of()
                : List.of(text.substring(0, close + 2), text.substring(close + 2).strip());
    }

    private static List<String> cells(String text, char border) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int at = 0; at <= text.length(); at++) {
            if (at < text.length() - 1 && text.charAt(at) == '\\' && text.charAt(at + 1) == '|') {
                cell.append('|');
                at++;
            } else if (at == text.length() || text.charAt(at) == border) {
                if (!cell.toString().isBlank()) {
                    cells.add(cell.toString().strip());
                }
                cell.setLength(0);
            } else {
                cell.append(text.charAt(at));
            }
        }
        return cells;
    }
}
