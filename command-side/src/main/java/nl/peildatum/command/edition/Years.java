package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Execution years as a status line writes them: {@code (2024–2027)}, {@code (2025)}, {@code
 * (2024-2025, 2027)}.
 */
final class Years {

    private static final int LONGEST_RANGE = 100;

    private Years() {}

    /** What years can turn out to be. */
    sealed interface Read {
        /** Years in order. */
        record Known(SortedSet<Integer> years) implements Read {}

        /** A range whose last year comes before its first. */
        record Reversed() implements Read {}

        /** Something between brackets that is no year. */
        record Illegible() implements Read {}
    }

    /** Whether the text is brackets with a digit in them, or a bare year. */
    static boolean isWritten(String text) {
        String plain = Literal.reveal(text).strip();
        if (plain.startsWith("(")) {
            return plain.indexOf(')') == plain.length() - 1
                    && plain.chars().anyMatch(c -> c >= '0' && c <= '9');
        }
        return !(read(plain) instanceof Read.Illegible);
    }

    /** Whether a line is years between brackets only, as where they follow their status later. */
    static boolean standAlone(String text) {
        String plain = text.replace("**", "").strip();
        return plain.startsWith("(")
                && plain.indexOf(')') == plain.length() - 1
                && plain.length() > 1
                && Character.isDigit(plain.substring(1).stripLeading().charAt(0));
    }

    static boolean isReadable(String text) {
        return isWritten(text) && !(read(text) instanceof Read.Illegible);
    }

    static Read read(String text) {
        String plain = Literal.reveal(text).strip();
        if (plain.startsWith("(") && plain.endsWith(")")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        SortedSet<Integer> years = new TreeSet<>();
        boolean reversed = false;
        for (String part : parts(plain)) {
            List<Integer> ends = ends(part);
            if (ends == null || ends.getLast() - ends.getFirst() > LONGEST_RANGE) {
                return new Read.Illegible();
            }
            reversed |= ends.getLast() < ends.getFirst();
            for (int year = ends.getFirst(); year <= ends.getLast(); year++) {
                years.add(year);
            }
        }
        return reversed ? new Read.Reversed() : new Read.Known(years);
    }

    private static List<String> parts(String text) {
        String divided = text.replace(" en ", ",").replace("&", ",").replace("+", ",");
        divided = divided.replace(';', ',').replace("t/m", "-").replace("tot en met", "-");
        return List.of(divided.replace('/', ',').split(",", -1));
    }

    /** The first and the last year of one part, the same one where it is a single year. */
    private static @Nullable List<Integer> ends(String part) {
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= part.length(); at++) {
            if (at == part.length() || Dash.is(part.charAt(at))) {
                Integer year = year(part.substring(from, at).strip());
                if (year == null || ends.size() == 2) {
                    return null;
                }
                ends.add(year);
                from = at + 1;
            }
        }
        return ends;
    }

    private static @Nullable Integer year(String text) {
        boolean legible =
                text.length() == 4
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                        && (text.startsWith("19") || text.startsWith("2"));
        return legible ? Integer.valueOf(text) : null;
    }
}
