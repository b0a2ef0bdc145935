package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list with what introduces it.
 *
 * @param loose the lines on which text stands behind the list that belongs to no item
 */
record Bullets(@Nullable String introduction, List<String> items, List<Line> loose) {

    private static final int MARKER = 2;

    Bullets {
        items = List.copyOf(items);
        loose = List.copyOf(loose);
    }

    static Bullets of(List<Line> lines) {
        Prose introduction = new Prose();
        List<Prose> items = new ArrayList<>();
        List<Line> loose = new ArrayList<>();
        int indentation = 0;
        boolean paragraph = false;
        boolean outside = false;
        for (Line line : lines) {
            int own = Bullet.indentation(line.raw());
            int text = itemText(line);
            if (line instanceof Line.Blank) {
                (items.isEmpty() ? introduction : items.getLast()).add(line);
                paragraph = true;
                continue;
            }
            if (line instanceof Line.Rule) {
                continue;
            }
            if (text >= 0 && (items.isEmpty() || own < indentation + MARKER)) {
                indentation = own;
                outside = false;
                items.add(new Prose());
                items.getLast().add(with(line, line.raw().substring(text)));
            } else if (items.isEmpty()) {
                introduction.add(line);
            } else if (own < indentation + MARKER && (paragraph || outside)) {
                if (!outside) {
                    loose.add(line);
                }
                outside = true;
            } else {
                int cut = Math.min(CodeList.skipSpaces(line.raw(), 0), indentation + MARKER);
                items.getLast().add(with(line, line.raw().substring(cut)));
            }
            paragraph = false;
        }
        List<String> texts = new ArrayList<>();
        for (Prose item : items) {
            String text = item.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return new Bullets(introduction.text(), texts, loose);
    }

    private static int itemText(Line line) {
        if (!(line instanceof Line.Text)) {
            return -1;
        }
        int sign = Bullet.end(line.raw());
        if (sign >= 0 || Bullet.number(line.raw()) < 0) {
            return sign;
        }
        String raw = line.raw();
        int at = CodeList.skipSpaces(raw, 0);
        while (raw.charAt(at) != ' ' && raw.charAt(at) != '\t') {
            at++;
        }
        return CodeList.skipSpaces(raw, at);
    }

    private static Line with(Line line, String raw) {
        return new Line.Text(line.number(), raw, List.of());
    }
}
