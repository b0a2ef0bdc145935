package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action's heading says: its number or numbers as printed, and its title.
 *
 * @param codes empty for an extra action
 * @param title empty where the heading has none
 * @param numbered whether it begins with a number or with "Extra actie", so that it can be nothing
 *     else but an action
 */
record ActionLabel(List<String> codes, String printed, String title, boolean numbered) {

    static final String EXTRA = "Extra actie";

    /** Behind its own number: the label that an action shares with others that differ from it. */
    private static final String SHARED = " (gerapporteerd als ";

    ActionLabel {
        codes = List.copyOf(codes);
    }

    boolean isExtra() {
        return codes.isEmpty();
    }

    /** Reads the heading of a line that is dressed as one ({@code #}, bold). */
    static @Nullable ActionLabel ofHeading(String text, List<String> known) {
        if (!known.isEmpty()) {
            return withKnownCodes(text, known);
        }
        String plain = withoutBoldNumber(text);
        ActionLabel extra = extra(plain);
        if (extra != null) {
            return extra;
        }
        ActionLabel numbered = numbered(plain, true);
        return numbered != null ? numbered : worded(plain);
    }

    /**
     * Reads a line of plain text as a heading: a number with a stop behind it, or "Actie 12" with
     * words that are no sentence.
     */
    static @Nullable ActionLabel ofText(String text, List<String> known) {
        if (!known.isEmpty()) {
            return withKnownCodes(text, known);
        }
        String plain = withoutBoldNumber(text);
        ActionLabel extra = extra(plain);
        return extra != null ? extra : numbered(plain, false);
    }

    private static @Nullable ActionLabel numbered(String text, boolean spaceWillDo) {
        int from = StatusLine.match(text, "Actie ");
        boolean named = from >= 0;
        CodeList list = CodeList.at(text, Math.max(from, 0), List.of());
        if (list == null) {
            return null;
        }
        boolean sentence = text.endsWith(".");
        int end = text.startsWith(SHARED, list.end()) ? text.indexOf(')', list.end()) + 1 : 0;
        int title = afterStop(text, Math.max(end, list.end()), spaceWillDo || (named && !sentence));
        if (title < 0) {
            return null;
        }
        String printed =
                end == 0
                        ? String.join("/", list.codes())
                        : text.substring(list.end() + SHARED.length(), end - 1);
        return new ActionLabel(list.codes(), printed, text.substring(title).strip(), true);
    }

    /** Where the title starts behind the stop after a number, or -1. */
    private static int afterStop(String text, int end, boolean spaceWillDo) {
        int at = text.startsWith("\\", end) ? end + 1 : end;
        if (at < text.length() && ".):".indexOf(text.charAt(at)) >= 0) {
            boolean decimal = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            return decimal ? -1 : at + 1;
        }
        int word = CodeList.skipSpaces(text, end);
        if (spaceWillDo && word < text.length() && Dash.is(text.charAt(word))) {
            return word + 1;
        }
        return spaceWillDo && (word > end || word == text.length()) ? word : -1;
    }

    private static @Nullable ActionLabel extra(String text) {
        int end = StatusLine.match(text, EXTRA);
        if (end < 0) {
            return null;
        }
        int stop = CodeList.skipSpaces(text, end);
        boolean stopped =
                stop < text.length()
                        && (":.".indexOf(text.charAt(stop)) >= 0 || Dash.is(text.charAt(stop)));
        return stopped
                ? new ActionLabel(List.of(), EXTRA, text.substring(stop + 1).strip(), true)
                : null;
    }

    /** A code that is a word, such as {@code pilot-b. Titel}. */
    private static @Nullable ActionLabel worded(String text) {
        int stop = text.indexOf(". ");
        if (stop < 0 || stop > 200) {
            return null;
        }
        List<String> codes = new ArrayList<>();
        for (String part : text.substring(0, stop).split("/", -1)) {
            if (!CodeList.isCode(part.strip())) {
                return null;
            }
            codes.add(part.strip());
        }
        String printed = String.join("/", codes);
        return new ActionLabel(codes, printed, text.substring(stop + 2).strip(), false);
    }

    /** The comment says which codes these are; what is printed before the stop is the label. */
    private static ActionLabel withKnownCodes(String text, List<String> known) {
        ActionLabel extra = extra(text);
        if (extra != null) {
            return new ActionLabel(known, EXTRA, extra.title(), true);
        }
        int stop = text.indexOf(". ");
        String printed = stop < 0 ? withoutStop(text) : text.substring(0, stop);
        String title = stop < 0 ? "" : text.substring(stop + 2);
        return new ActionLabel(known, label(printed.strip()), title.strip(), true);
    }

    /** What actions are reported as, where they say their own numbers before it. */
    private static String label(String printed) {
        int shared = printed.indexOf(SHARED);
        return shared > 0 && printed.endsWith(")")
                ? printed.substring(shared + SHARED.length(), printed.length() - 1)
                : printed;
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** {@code **12.** Titel} says what {@code 12. Titel} says, and so does an extra action. */
    private static String withoutBoldNumber(String text) {
        if (!text.startsWith("**")) {
            return text;
        }
        int close = text.indexOf("**", 2);
        if (close < 0 || close > 40) {
            return text;
        }
        String bold = text.substring(2, close);
        boolean label = extra(bold) != null || numbered(bold, true) != null;
        return label ? bold + text.substring(close + 2) : text;
    }
}
