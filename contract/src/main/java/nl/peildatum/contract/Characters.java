package nl.peildatum.contract;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Which characters a text may hold, and how a text is tidied before anyone looks at it. */
public final class Characters {
    private static final int REPLACEMENT = 0xFFFD;

    /** The directional formatting characters of UAX 9 that open something, and what closes it. */
    private static final char LRE = 0x202A;

    private static final char RLE = 0x202B;
    private static final char PDF = 0x202C;
    private static final char LRO = 0x202D;
    private static final char RLO = 0x202E;
    private static final char LRI = 0x2066;
    private static final char FSI = 0x2068;
    private static final char PDI = 0x2069;

    private Characters() {}

    /**
     * Composed (Unicode NFC), line ends as one newline, no white space around; NBSP, zero width
     * space and BOM count as white.
     */
    public static String tidy(String text) {
        String folded = composed(text).replace("\r\n", "\n").replace('\r', '\n');
        int from = 0;
        int to = folded.length();
        while (from < to && white(folded.charAt(from))) {
            from++;
        }
        while (to > from && white(folded.charAt(to - 1))) {
            to--;
        }
        return folded.substring(from, to);
    }

    /** In Unicode NFC, so that what looks the same is the same. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Whether the database, JSON and XML can all hold this text, and it leaves the direction of
     * whatever it is shown in as it was.
     */
    public static boolean storable(String text) {
        return text.codePoints().allMatch(Characters::storable)
                && text.lines().allMatch(Characters::closesDirections);
    }

    /** Whether every embedding, override and isolate (Unicode UAX 9) ends within the line. */
    private static boolean closesDirections(String line) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c >= LRE && c <= RLE) || c == LRO || c == RLO) {
                open.push((int) PDF);
            } else if (c >= LRI && c <= FSI) {
                open.push((int) PDI);
            } else if ((c == PDF || c == PDI) && (open.isEmpty() || open.pop() != c)) {
                return false;
            }
        }
        return open.isEmpty();
    }

    /** Whether a text stands on one line, without tabs. */
    public static boolean oneLine(String text) {
        return text.codePoints()
                .noneMatch(c -> c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029);
    }

    /** The length in characters as people count them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text as it may be shown back, whatever a caller put in it. */
    public static String printable(String text, int atMost) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(atMost)
                .forEach(c -> shown.appendCodePoint(storable(c) ? c : REPLACEMENT));
        if (length(text) > atMost) {
            shown.append('…');
        }
        return shown.toString();
    }

    private static boolean storable(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return true;
        }
        int type = Character.getType(codePoint);
        boolean noncharacter =
                (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return type != Character.CONTROL && type != Character.SURROGATE && !noncharacter;
    }

    private static boolean white(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B;
    }
}
