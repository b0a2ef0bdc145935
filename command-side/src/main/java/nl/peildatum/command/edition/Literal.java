package nl.peildatum.command.edition;

import nl.peildatum.contract.Characters;

/**
 * A character that stands for itself only: written <code>&amp;#x2E;</code>, it is text and never
 * layout.
 *
 * <p>Until the text is taken over it is kept as six noncharacters, which no document may hold and
 * no rule of the layout knows.
 */
final class Literal {

    private static final char FIRST = '\uFDD0';
    private static final int DIGITS = 6;

    private Literal() {}

    static void hide(int codePoint, StringBuilder into) {
        for (int shift = 4 * (DIGITS - 1); shift >= 0; shift -= 4) {
            into.append((char) (FIRST + ((codePoint >> shift) & 0xF)));
        }
    }

    /** The text as it is taken over: composed (Unicode NFC), entities included. */
    static String reveal(String text) {
        return Characters.composed(plain(text));
    }

    private static String plain(String text) {
        int at = next(text, 0);
        if (at == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at < text.length()) {
            plain.append(text, from, at);
            int codePoint = 0;
            for (int i = 0; i < DIGITS; i++) {
                codePoint = codePoint << 4 | (text.charAt(at + i) - FIRST);
            }
            plain.appendCodePoint(codePoint);
            from = at + DIGITS;
            at = next(text, from);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !isPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c) {
        return c >= FIRST && c <= FIRST + 0xF;
    }
}
