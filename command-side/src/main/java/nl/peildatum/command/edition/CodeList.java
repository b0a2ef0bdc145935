package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Action numbers in running order: {@code 12}, {@code 3/4}, {@code 3, 4}, {@code 31, 34 en 42},
 * {@code 3 t/m 5}.
 *
 * @param end where in the text the list ends
 */
record CodeList(List<String> codes, int end) {

    private static final int LONGEST_RANGE = 50;

    CodeList {
        codes = List.copyOf(codes);
    }

    /** The codes a comment such as {@code acties: 3, pilot-b} names; none for any other comment. */
    static List<String> ofComment(String comment) {
        String text = comment.strip().toLowerCase(Locale.ROOT);
        int colon = text.indexOf(':');
        if (colon < 0 || !List.of("actie", "acties").contains(text.substring(0, colon).strip())) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (String part : text.substring(colon + 1).split(",", -1)) {
            if (!isCode(part.strip())) {
                return List.of();
            }
            codes.add(part.strip());
        }
        return codes;
    }

    /** Whether this is the key of an action: one to forty of a-z, 0-9 and the hyphen. */
    static boolean isCode(String text) {
        return !text.isEmpty()
                && text.length() <= 40
                && text.chars()
                        .allMatch(
                                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    /** Reads the list that starts here, or null; codes named by a comment are taken as they are. */
    static @Nullable CodeList at(String text, int from, List<String> known) {
        if (known.isEmpty() && digitsEnd(text, from) == from) {
            return null;
        }
        List<String> codes = new ArrayList<>();
        int end = from;
        int at = from;
        while (true) {
            int wordEnd = codeEnd(text, at);
            String word = text.substring(at, wordEnd).toLowerCase(Locale.ROOT);
            if (known.contains(word)) {
                codes.add(word);
            } else {
                wordEnd = numberEnd(text, at);
                if (wordEnd < 0) {
                    break;
                }
                word = text.substring(at, wordEnd).toLowerCase(Locale.ROOT);
                codes.add(word);
                wordEnd = range(text, wordEnd, word, codes);
            }
            end = wordEnd;
            at = afterSeparator(text, end);
            if (at < 0) {
                break;
            }
        }
        return codes.isEmpty() ? null : new CodeList(codes, end);
    }

    private static int codeEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && (isAsciiLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    /** The end of a number such as 12 or 12a that starts here, or -1. */
    private static int numberEnd(String text, int from) {
        int at = digitsEnd(text, from);
        if (at == from || at - from > 4) {
            return -1;
        }
        if (at < text.length() && isAsciiLetter(text.charAt(at))) {
            at++;
        }
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at)) ? -1 : at;
    }

    /** Adds what a range such as {@code 3 t/m 5} adds to its first number. */
    private static int range(String text, int from, String first, List<String> codes) {
        int at = skipSpaces(text, from);
        int to = -1;
        if (text.startsWith("t/m", at)) {
            to = skipSpaces(text, at + 3);
        } else if (at < text.length() && Dash.is(text.charAt(at))) {
            to = skipSpaces(text, at + 1);
        }
        int end = to < 0 ? -1 : numberEnd(text, to);
        if (end < 0 || digitsEnd(text, to) != end || digitsEnd(first, 0) != first.length()) {
            return from;
        }
        int low = Integer.parseInt(first);
        int high = Integer.parseInt(text.substring(to, end));
        if (high <= low || high - low > LONGEST_RANGE) {
            return from;
        }
        for (int code = low + 1; code <= high; code++) {
            codes.add(Integer.toString(code));
        }
        return end;
    }

    /** Where the next number would start, or -1 where the list ends. */
    private static int afterSeparator(String text, int from) {
        int at = skipSpaces(text, from);
        boolean sign = at < text.length() && "/,&+".indexOf(text.charAt(at)) >= 0;
        if (sign) {
            at = skipSpaces(text, at + 1);
        }
        boolean and = (sign || at > from) && text.startsWith("en ", at);
        if (!sign && !and) {
            return -1;
        }
        at = and ? skipSpaces(text, at + 3) : at;
        return text.startsWith("actie ", at) ? skipSpaces(text, at + 6) : at;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAsciiLetterOrDigit(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9');
    }
}
