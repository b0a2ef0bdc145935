package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Running text as it is published: lines of one paragraph joined, paragraphs divided by one empty
 * line, lists and hard breaks left on their own lines.
 */
final class Prose {

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
        lines.add(line);
    }

    boolean isEmpty() {
        return lines.stream().allMatch(Line.Blank.class::isInstance);
    }

    Optional<Line> firstLine() {
        return lines.stream().filter(Prose::isText).findFirst();
    }

    /** The text, or null where there is none. */
    @Nullable String text() {
        String text = Literal.reveal(layout());
        return text.isEmpty() ? null : text;
    }

    /** The text with its literal characters still hidden, so that it can be read further. */
    String layout() {
        int end = lines.size();
        while (end > 0 && !isText(lines.get(end - 1))) {
            end--;
        }
        StringBuilder text = new StringBuilder();
        String before = "";
        boolean numbering = false;
        boolean paragraph = true;
        for (Line line : lines.subList(0, end)) {
            if (line instanceof Line.Blank) {
                paragraph = true;
                continue;
            }
            String raw = line.raw().stripTrailing();
            int number = Bullet.number(raw);
            boolean item =
                    Bullet.endInText(raw) >= 0
                            || number == 1
                            || (number >= 0 && (numbering || paragraph));
            if (!text.isEmpty()) {
                boolean ownLine = item || isRow(raw) || line instanceof Line.Rule;
                boolean broken = !paragraph && isBroken(before);
                if (broken && before.endsWith("\\")) {
                    text.setLength(text.length() - 1);
                }
                text.append(paragraph ? "\n\n" : ownLine || broken ? "\n" : " ");
            }
            numbering = number >= 0 ? item : numbering && !paragraph;
            text.append(item ? raw : raw.stripLeading());
            before = line.raw();
            paragraph = false;
        }
        return text.toString().strip();
    }

    private static boolean isText(Line line) {
        return line instanceof Line.Text || line instanceof Line.Heading;
    }

    private static boolean isRow(String raw) {
        String text = raw.stripLeading();
        return text.startsWith("|") || text.startsWith("> ");
    }

    /** Whether the line ends with a hard break: two spaces, or a backslash. */
    static boolean isBroken(String raw) {
        return raw.endsWith("  ") || (raw.endsWith("\\") && !raw.endsWith("\\\\"));
    }
}
