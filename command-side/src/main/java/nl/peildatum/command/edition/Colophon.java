package nl.peildatum.command.edition;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The end of a publication: who published it and when. */
final class Colophon {

    private Colophon() {}

    /**
     * Where it starts, the size of the document where there is none: behind everything that is
     * content, at a line that says so, else at the addresses, names and month the document ends
     * with.
     */
    static int start(Lines lines, int contentEnd) {
        for (int at = contentEnd; at < lines.size(); at++) {
            if (opens(lines, at)) {
                return at;
            }
        }
        int start = lines.size();
        for (int at = lines.size() - 1; at >= contentEnd && isFurniture(lines.get(at)); at--) {
            start = lines.get(at) instanceof Line.Blank ? start : at;
        }
        return start;
    }

    /** Whether a line says that it starts here. */
    static boolean opens(Lines lines, int at) {
        Line line = lines.get(at);
        return !(line instanceof Line.Blank)
                && (lines.startsParagraph(at) || line.text().endsWith(":"))
                && (Furniture.isColophonHeading(line.text())
                        || Furniture.namesPublishers(head(lines, at)));
    }

    /** The beginning of a paragraph, on one line even where it is wrapped. */
    private static String head(Lines lines, int at) {
        StringBuilder head = new StringBuilder(lines.get(at).text());
        for (int next = at + 1; next < Math.min(at + 3, lines.size()); next++) {
            if (!(lines.get(next) instanceof Line.Text)) {
                break;
            }
            head.append(' ').append(lines.get(next).text());
        }
        return head.toString();
    }

    private static boolean isFurniture(Line line) {
        return switch (line) {
            case Line.Blank _, Line.Rule _ -> true;
            case Line.Heading _, Line.Text _ ->
                    Furniture.isMonth(line.text())
                            || Furniture.isLink(line.text())
                            || Furniture.isMinistry(line.text());
        };
    }

    /** The names in the paragraph below "een uitgave van", else every line that is a ministry's. */
    static List<String> publishers(List<Line> colophon) {
        List<String> named = new ArrayList<>();
        boolean naming = false;
        for (Line line : colophon) {
            String text = line.text();
            if (line instanceof Line.Blank) {
                naming = naming && named.isEmpty();
            } else if (Furniture.namesPublishers(text)) {
                naming = true;
                int colon = text.indexOf(':');
                String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
                if (!rest.isEmpty()) {
                    named.add(Literal.reveal(rest));
                }
            } else if (naming && !Furniture.isLink(text) && !Furniture.isMonth(text)) {
                named.add(Literal.reveal(Furniture.withoutBullet(text).strip()));
            }
        }
        if (named.isEmpty()) {
            colophon.stream()
                    .map(Line::text)
                    .filter(Furniture::isMinistry)
                    .map(text -> Literal.reveal(Furniture.withoutBullet(text).strip()))
                    .forEach(named::add);
        }
        return named;
    }

    /** The one month the title page and the colophon state, or null. */
    static @Nullable YearMonth month(List<Line> titlePage, List<Line> colophon) {
        Set<YearMonth> months = new LinkedHashSet<>();
        for (List<Line> lines : List.of(titlePage, colophon)) {
            for (Line line : lines) {
                YearMonth month = Furniture.monthAtEnd(line.text());
                if (month != null) {
                    months.add(month);
                }
            }
        }
        return months.size() == 1 ? months.iterator().next() : null;
    }
}
