package nl.peildatum.api;

/** Which characters a text may hold, and how a text is tidied before anyone looks at it. */
public final class Characters {
    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /**
     * Line ends as one newline, no white space around; NBSP, zero width space and BOM count as
     * white.
     */
    public static String tidy(String text) {
        String folded = text.replace("\r\n", "\n").replace('\r', '\n');
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

    /** Whether the database, JSON and XML can all hold this text. */
    public static boolean storable(String text) {
        return text.codePoints().allMatch(Characters::storable);
    }

    static boolean oneLine(String text) {
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
