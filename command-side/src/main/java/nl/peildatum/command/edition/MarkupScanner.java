package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.peildatum.contract.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Turns the characters of a document into lines of text: line ends of any kind, HTML cells and
 * breaks, entities, spaces of every width and the marks that a converter leaves.
 *
 * <p>Tags that only divide or dress text are taken away, bold becomes {@code **}; every other tag
 * stays as the text it is. One pass, every character looked at once.
 */
final class MarkupScanner {

    private static final Set<String> DIVIDING =
            Set.of(
                    "p", "div", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
                    "ul", "ol", "section", "article", "header", "footer", "main", "body", "html");
    private static final Set<String> DRESSING =
            Set.of("span", "font", "u", "small", "mark", "center", "colgroup", "col");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final EditionFaults faults;
    private final List<SourceLine> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private List<String> codes = new ArrayList<>();
    private int number;
    private int commentSince;
    private boolean row;
    private boolean bold;
    private boolean boldWritten;
    private boolean emitted;
    private boolean faulty;
    private boolean directed;
    private String prefix = "";

    private MarkupScanner(EditionFaults faults) {
        this.faults = faults;
    }

    static List<SourceLine> scan(String text, EditionFaults faults) {
        MarkupScanner scanner = new MarkupScanner(faults);
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                scanner.line(text.substring(start, at));
                if (text.startsWith("\r\n", at)) {
                    at++;
                }
                start = at + 1;
            }
        }
        if (scanner.commentSince > 0) {
            faults.add(scanner.commentSince, EditionFaultKind.COMMENT_UNCLOSED);
        }
        return scanner.lines;
    }

    private void line(String line) {
        number++;
        row = line.stripLeading().startsWith("|");
        emitted = false;
        faulty = false;
        int at = 0;
        int close = -1;
        while (at < line.length()) {
            if (commentSince > 0) {
                at = comment(line, at);
                continue;
            }
            char c = line.charAt(at);
            if (c == '<') {
                if (line.startsWith("<!--", at)) {
                    commentSince = number;
                    at += 4;
                    continue;
                }
                if (close < at) {
                    int found = line.indexOf('>', at);
                    close = found < 0 ? Integer.MAX_VALUE : found;
                }
                at = tag(line, at, close);
            } else if (c == '&') {
                at = entity(line, at);
            } else {
                int codePoint = line.codePointAt(at);
                put(codePoint);
                at += Character.charCount(codePoint);
            }
        }
        if (isVisible()) {
            emit();
        } else if (!emitted) {
            lines.add(SourceLine.blank(number));
        }
        refuseOpenDirection();
        current.setLength(0);
        codes = new ArrayList<>();
        bold = false;
        boldWritten = false;
        prefix = "";
    }

    private int comment(String line, int at) {
        int end = line.indexOf("-->", at);
        if (end < 0) {
            return line.length();
        }
        if (commentSince == number) {
            comment.append(line, at, end);
        }
        codes.addAll(CodeList.ofComment(comment.toString()));
        comment.setLength(0);
        commentSince = 0;
        return end + 3;
    }

    /** Handles the tag that starts here, or takes the bracket for the text it is. */
    private int tag(String line, int at, int close) {
        int from = at + 1;
        boolean closing = line.startsWith("/", from);
        if (closing) {
            from++;
        }
        int to = from;
        while (to < line.length()
                && CodeList.isAsciiLetterOrDigit(line.charAt(to))
                && to - from < 12) {
            to++;
        }
        String name = line.substring(from, to).toLowerCase(Locale.ROOT);
        boolean complete =
                close < line.length()
                        && close >= to
                        && " \t/>".indexOf(line.charAt(to)) >= 0
                        && line.substring(to, close).indexOf('<') < 0;
        if (!complete || !apply(name, closing)) {
            put('<');
            return at + 1;
        }
        return close + 1;
    }

    private boolean apply(String name, boolean closing) {
        switch (name) {
            case "b", "strong" -> bold(!closing);
            case "i", "em" -> mark("*");
            case "br" -> {
                current.append("  ");
                if (row) {
                    current.append(SourceLine.BREAK);
                } else {
                    emit();
                }
            }
            case "li" -> {
                if (isVisible()) {
                    emit();
                }
                prefix = closing ? "" : "- ";
            }
            default -> {
                if (HEADINGS.contains(name)) {
                    divide();
                    prefix = closing ? "" : "# ";
                } else if (DIVIDING.contains(name)) {
                    divide();
                } else {
                    return DRESSING.contains(name);
                }
            }
        }
        return true;
    }

    private void bold(boolean on) {
        if (boldWritten) {
            closeBold();
        }
        bold = on;
    }

    private void closeBold() {
        int end = current.length();
        while (end > 0 && Character.isWhitespace(current.charAt(end - 1))) {
            end--;
        }
        current.insert(end, "**");
        boldWritten = false;
    }

    private void mark(String sign) {
        open();
        current.append(sign);
    }

    /** Writes what has to stand before the first visible character. */
    private void open() {
        if (!prefix.isEmpty()) {
            current.setLength(0);
            current.append(prefix);
            prefix = "";
        }
        if (bold && !boldWritten) {
            current.append("**");
            boldWritten = true;
        }
    }

    private void emit() {
        if (boldWritten) {
            closeBold();
        }
        refuseOpenDirection();
        lines.add(new SourceLine(number, current.toString(), List.copyOf(codes)));
        current.setLength(0);
        codes = new ArrayList<>();
        emitted = true;
    }

    private void refuseOpenDirection() {
        if (directed && !Characters.storable(Literal.reveal(current.toString()))) {
            faults.add(number, EditionFaultKind.DIRECTION_OPEN);
        }
        directed = false;
    }

    private boolean isVisible() {
        return !current.chars().allMatch(c -> Character.isWhitespace(c) || Unseen.isFormat(c));
    }

    private void divide() {
        if (isVisible()) {
            emit();
        }
        refuseOpenDirection();
        current.setLength(0);
        prefix = "";
        if (!lines.isEmpty() && !lines.getLast().isBlank()) {
            lines.add(SourceLine.blank(number));
        }
        emitted = true;
    }

    private int entity(String line, int at) {
        int end = at + 1;
        int limit = Math.min(line.length(), at + 2 + Entities.LONGEST);
        while (end < limit && line.charAt(end) != ';') {
            end++;
        }
        if (end < limit && character(line.substring(at + 1, end))) {
            return end + 1;
        }
        put('&');
        return at + 1;
    }

    private boolean character(String name) {
        if (name.startsWith("#x") || name.startsWith("#X")) {
            Integer codePoint = codePoint(name.substring(2), 16);
            if (codePoint != null) {
                literal(codePoint);
            }
            return codePoint != null;
        }
        Integer codePoint =
                name.startsWith("#") ? codePoint(name.substring(1), 10) : Entities.named(name);
        if (codePoint != null) {
            put(codePoint);
        }
        return codePoint != null;
    }

    /** A direction can be storable with what closes it, which the whole line tells. */
    private void literal(int codePoint) {
        boolean directs = Unseen.isFormat(codePoint);
        if (!directs && !Characters.storable(Character.toString(codePoint))) {
            unreadable(codePoint);
            return;
        }
        open();
        Literal.hide(codePoint, current);
        directed |= directs;
    }

    private void unreadable(int codePoint) {
        if (!faulty) {
            faults.add(
                    number, EditionFaultKind.CHARACTER_UNREADABLE, "U+%04X".formatted(codePoint));
        }
        faulty = true;
    }

    private static @Nullable Integer codePoint(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > 7) {
            return null;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return null;
            }
            value = value * radix + digit;
        }
        boolean scalar = value > 0 && Character.isValidCodePoint(value);
        return scalar && !(value >= 0xD800 && value <= 0xDFFF) ? value : null;
    }

    private void put(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            open();
            current.append((char) codePoint);
        } else if (codePoint == '\t') {
            current.append('\t');
        } else if (isSpace(codePoint)) {
            current.append(' ');
        } else if (isUnreadable(codePoint)) {
            unreadable(codePoint);
        } else if (!Unseen.isLeftover(codePoint)) {
            open();
            current.appendCodePoint(codePoint);
            directed |= Unseen.isFormat(codePoint);
        }
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint)
                || codePoint == '\f'
                || codePoint == 0x0B
                || codePoint == 0x85;
    }

    private static boolean isUnreadable(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint == 0xFFFD
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF)
                || (codePoint & 0xFFFE) == 0xFFFE
                || (codePoint >= 0xD800 && codePoint <= 0xDFFF);
    }
}
