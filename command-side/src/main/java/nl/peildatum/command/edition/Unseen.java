package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Characters that nobody sees: those that say how a text reads, and those that say nothing. */
public final class Unseen {

    private static final Pattern LEFTOVERS = Pattern.compile("[\\u00AD\\u200B\\uFEFF]");
    private static final Pattern WRITTEN =
            Pattern.compile(LEFTOVERS + "|&(?:shy|#0*(?:173|8203|65279));");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Unseen() {}

    /** A mark of the direction, a joiner, and the like. */
    static boolean isFormat(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }

    /** What programs leave behind in a text: a soft hyphen, a space without width, a BOM. */
    static boolean isLeftover(int codePoint) {
        return codePoint == 0xAD || codePoint == 0x200B || codePoint == 0xFEFF;
    }

    /** The text without what programs left behind in it. */
    public static String without(String text) {
        return LEFTOVERS.matcher(text).replaceAll("");
    }

    /**
     * The numbers of the lines of a document of which a reader takes something unseen away; the
     * mark that a file begins with is none.
     */
    public static List<Integer> lines(String document) {
        String text =
                document.startsWith(BYTE_ORDER_MARK)
                        ? document.substring(BYTE_ORDER_MARK.length())
                        : document;
        List<Integer> found = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            boolean onlyUnseen = !line.isEmpty() && line.codePoints().allMatch(Unseen::isFormat);
            if (onlyUnseen || WRITTEN.matcher(line).find()) {
                found.add(number);
            }
        }
        return found;
    }
}
