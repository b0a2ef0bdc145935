package nl.peildatum.command.edition;

/** The sign before an item of a list. */
final class Bullet {

    private static final String SIGNS = "-*+\u2022\u2023\u25AA\u25CF\u25E6\u00B7\u2043\uF0B7";
    private static final String DASHES = "\u2013\u2014";

    private Bullet() {}

    static int indentation(String raw) {
        int columns = 0;
        for (int at = 0; at < raw.length() && Character.isWhitespace(raw.charAt(at)); at++) {
            columns = raw.charAt(at) == '\t' ? columns + 4 - columns % 4 : columns + 1;
        }
        return columns;
    }

    /** Where the text of the item starts, or -1 when this is no item of a list in running text. */
    static int endInText(String raw) {
        int at = CodeList.skipSpaces(raw, 0);
        if (at < raw.length() && DASHES.indexOf(raw.charAt(at)) >= 0) {
            return -1;
        }
        return end(raw);
    }

    /** Where the text of the item starts, or -1 when this is no item of a list. */
    static int end(String raw) {
        int at = CodeList.skipSpaces(raw, 0);
        boolean sign =
                at < raw.length()
                        && (SIGNS.indexOf(raw.charAt(at)) >= 0
                                || DASHES.indexOf(raw.charAt(at)) >= 0);
        if (!sign || (at + 1 < raw.length() && !Character.isWhitespace(raw.charAt(at + 1)))) {
            return -1;
        }
        return CodeList.skipSpaces(raw, at + 1);
    }

    /** The number before an item such as {@code 1. eerst}, or -1. */
    static int number(String raw) {
        int from = CodeList.skipSpaces(raw, 0);
        int to = from;
        while (to < raw.length() && raw.charAt(to) >= '0' && raw.charAt(to) <= '9') {
            to++;
        }
        boolean item =
                to > from
                        && to - from <= 3
                        && to + 1 < raw.length()
                        && ".)".indexOf(raw.charAt(to)) >= 0
                        && Character.isWhitespace(raw.charAt(to + 1));
        return item ? Integer.parseInt(raw.substring(from, to)) : -1;
    }
}
