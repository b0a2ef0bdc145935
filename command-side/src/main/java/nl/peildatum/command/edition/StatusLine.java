package nl.peildatum.command.edition;

import java.util.List;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * A line that is a status and nothing else, with or without the years behind it.
 *
 * @param years the text of the years, null where the line has none
 */
record StatusLine(Status status, @Nullable String years) {

    /** A status as the legend words it; the longer of two that begin alike comes first. */
    private record Wording(Status status, String text) {}

    private static final List<Wording> WORDINGS =
            List.of(
                    new Wording(Status.COMPLETED, "Afgerond"),
                    new Wording(Status.DELAYED, "In uitvoering, vertraging"),
                    new Wording(Status.IN_PROGRESS, "In uitvoering"),
                    new Wording(Status.ONGOING, "Doorlopend"),
                    new Wording(Status.NOT_STARTED, "Nog niet gestart"));

    /** What a text begins with: the status, and where the words for it end. */
    record Start(Status status, int end) {}

    static @Nullable StatusLine of(String text) {
        String line = withoutSign(text);
        Start start = start(line);
        if (start == null) {
            return null;
        }
        String rest = line.substring(start.end()).strip();
        if (rest.isEmpty()) {
            return new StatusLine(start.status(), null);
        }
        return Years.isWritten(rest) ? new StatusLine(start.status(), rest) : null;
    }

    /**
     * Whether a line has the shape of a status with years, whatever its words: a few of them, then
     * years between brackets.
     */
    static boolean hasShape(String text) {
        int open = text.lastIndexOf('(');
        if (open <= 0 || text.length() > 60 || !Years.isReadable(text.substring(open))) {
            return false;
        }
        String words = withoutSign(text.substring(0, open)).strip();
        return !words.isEmpty()
                && words.split("\\s+", -1).length <= 5
                && words.chars().noneMatch(c -> ".!?:;0123456789".indexOf(c) >= 0);
    }

    /** Takes away bold, the coloured bullet and a leading "Status:". */
    private static String withoutSign(String text) {
        String plain = text.replace("**", "").replace("__", "").strip();
        int at = 0;
        while (at < plain.length() && isSign(plain.codePointAt(at))) {
            at += Character.charCount(plain.codePointAt(at));
        }
        plain = plain.substring(at);
        return plain.regionMatches(true, 0, "Status:", 0, 7) ? plain.substring(7).strip() : plain;
    }

    private static boolean isSign(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.OTHER_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.DASH_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK ->
                    true;
            default -> "*\u2022\u2023\u00B7\u2219\u25E6".indexOf(codePoint) >= 0;
        };
    }

    static @Nullable Start start(String text) {
        for (Wording wording : WORDINGS) {
            int end = match(text, wording.text());
            if (end >= 0
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return new Start(wording.status(), end);
            }
        }
        return null;
    }

    /** Matches words whatever their case and the width of the spaces between them. */
    static int match(String text, String words) {
        int at = 0;
        for (int i = 0; i < words.length(); i++) {
            char wanted = words.charAt(i);
            if (wanted == ' ') {
                int next = CodeList.skipSpaces(text, at);
                if (next == at && words.charAt(i - 1) != ',') {
                    return -1;
                }
                at = next;
            } else {
                if (wanted == ',') {
                    at = CodeList.skipSpaces(text, at);
                }
                if (at == text.length()
                        || Character.toLowerCase(text.charAt(at))
                                != Character.toLowerCase(wanted)) {
                    return -1;
                }
                at++;
            }
        }
        return at;
    }
}
