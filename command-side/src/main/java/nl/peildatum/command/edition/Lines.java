package nl.peildatum.command.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a document, and what stands below each of them. */
final class Lines {

    private final List<Line> lines;
    private final int[] nextVisible;

    Lines(List<Line> lines) {
        this.lines = List.copyOf(lines);
        this.nextVisible = new int[lines.size() + 1];
        nextVisible[lines.size()] = lines.size();
        for (int at = lines.size() - 1; at >= 0; at--) {
            nextVisible[at] = lines.get(at) instanceof Line.Blank ? nextVisible[at + 1] : at;
        }
    }

    int size() {
        return lines.size();
    }

    Line get(int at) {
        return lines.get(at);
    }

    /** The first line from here that is not blank; the size where there is none. */
    int visibleFrom(int at) {
        return at >= lines.size() ? lines.size() : nextVisible[at];
    }

    boolean startsParagraph(int at) {
        return at == 0 || !(lines.get(at - 1) instanceof Line.Text);
    }

    /** The status that is the first thing below a line, or null. */
    @Nullable StatusLine statusBelow(int at) {
        int below = visibleFrom(at + 1);
        return below == size() ? null : StatusLine.of(get(below).text());
    }

    /** Whether below a line comes a status with its years, on one line or on two. */
    boolean hasStatusAndYearsBelow(int at) {
        StatusLine status = statusBelow(at);
        return status != null
                && (status.years() != null || yearsBelow(visibleFrom(at + 1)) < size());
    }

    /** Where the years stand on a line of their own below a status, or the size. */
    int yearsBelow(int at) {
        int below = visibleFrom(at + 1);
        boolean years =
                below < size()
                        && get(below) instanceof Line.Text
                        && Years.standAlone(get(below).text());
        return years ? below : size();
    }
}
