package nl.peildatum.query.api.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes texts so that a reader of publications takes them over as they are: what could be taken
 * for layout is written as a hexadecimal entity, which always stands for its character only.
 */
final class MarkdownText {

    /** What begins a status, a count, a heading or a note, where a line of text begins with it. */
    private static final List<String> LAYOUT =
            List.of(
                    "afgerond",
                    "in uitvoering",
                    "doorlopend",
                    "nog niet gestart",
                    "status:",
                    "statusweergave",
                    "acties",
                    "aantal acties",
                    "actielijn",
                    "niet ingedeeld",
                    "totaal",
                    "dashboard",
                    "legenda",
                    "tijdslijn",
                    "tijdlijn",
                    "inleiding",
                    "operatione",
                    "doelen",
                    "beoogd",
                    "effecten",
                    "colofon",
                    "uitgegeven door");

    /** What begins the heading of an action, where a status could be read below it. */
    private static final Pattern LABEL = Pattern.compile("(extra )?actie\\b.*|\\d.*");

    private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}[.)]( .*)?");
    private static final Pattern ENTITY = Pattern.compile("#?[0-9A-Za-z]{1,12};.*", Pattern.DOTALL);
    private static final Pattern BOLD_START = Pattern.compile("\\*\\*\\p{L}[^*]*\\*\\* (\\p{L}.*)");
    private static final Pattern YEARS_AT_END = Pattern.compile(".*\\([^()]*\\d[^()]*\\)\\W*");
    private static final Set<String> CONTINUES =
            Set.of("en ", "t/m", "tot en met", "is vervallen", "zijn vervallen");
    private static final String OPENING = "\"'“”‘’„«(€§";
    private static final int HEAD = 200;

    private MarkdownText() {}

    /** One line, with nothing in it that could be markup or a space that would be lost. */
    static String inline(String text) {
        StringBuilder written = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (c == '<') {
                written.append("&lt;");
            } else if (c == '&' && ENTITY.matcher(text).region(next, text.length()).matches()) {
                written.append("&amp;");
            } else if ((c == ' ' && (at == 0 || next == text.length())) || isLost(c)) {
                written.append(hex(c));
            } else {
                written.appendCodePoint(c);
            }
            at = next;
        }
        return written.toString();
    }

    private static boolean isLost(int c) {
        return (c != ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c)))
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || c == 0xFFFD
                || c == '\\'
                || c == '|';
    }

    /** A title behind the label of its heading; {@code withoutTitle} is what no title reads as. */
    static String title(String title, String withoutTitle) {
        String inline = inline(title);
        return inline.equals(withoutTitle) ? firstAsHex(inline) : lastOfHeading(inline);
    }

    /** A title in a heading of its own. */
    static String heading(String title) {
        return lastOfHeading(lineStart(inline(title), title, true));
    }

    /** Signs at the end of a heading close it. */
    private static String lastOfHeading(String inline) {
        int last = inline.length() - 1;
        return last >= 0 && "#*_".indexOf(inline.charAt(last)) >= 0
                ? inline.substring(0, last) + hex(inline.charAt(last))
                : inline;
    }

    /** A name that stands on a line of its own. */
    static String name(String name) {
        return lineStart(inline(name), name, true);
    }

    /**
     * What an action's heading begins with; the first stop in the heading ends it, and what stands
     * between brackets would be what others are reported as.
     */
    static String label(String label) {
        String inline = inline(label).replace(".", hex('.')).replace("(", hex('('));
        boolean plain =
                Character.isLetterOrDigit(label.codePointAt(0))
                        && !lower(label).startsWith("extra");
        return plain ? inline : firstAsHex(inline);
    }

    /**
     * Running text: paragraphs, and lines with hard breaks.
     *
     * @param indentation what every line but the first begins with
     * @param isLast whether nothing can come below it that could be taken for a status
     */
    static String prose(String text, String indentation, boolean isLast) {
        List<String> paragraphs = List.of(text.split("\n\n", -1));
        if (!paragraphs.stream().allMatch(MarkdownText::isRegular)) {
            return lineStart(inline(text), text, true);
        }
        List<String> written = new ArrayList<>();
        for (int at = 0; at < paragraphs.size(); at++) {
            boolean end = isLast && at == paragraphs.size() - 1;
            written.add(paragraph(paragraphs.get(at), indentation, end));
        }
        return String.join("\n\n" + indentation, written);
    }

    private static boolean isRegular(String paragraph) {
        return !paragraph.isEmpty()
                && !paragraph.startsWith("\n")
                && !paragraph.endsWith("\n")
                && paragraph.lines().noneMatch(String::isBlank);
    }

    private static String paragraph(String paragraph, String indentation, boolean isLast) {
        List<String> lines = List.of(paragraph.split("\n", -1));
        List<String> written = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String inline = inline(line);
            boolean end = isLast && at == lines.size() - 1;
            boolean publisher = namesPublishers(lines.subList(at, lines.size()));
            written.add(publisher ? firstAsHex(inline) : lineStart(inline, line, !end));
        }
        return String.join("  \n" + indentation, written);
    }

    private static boolean namesPublishers(List<String> lines) {
        String text = String.join(" ", lines);
        return words(text.substring(0, Math.min(text.length(), HEAD))).contains("uitgave van");
    }

    /** The line, with its first character as an entity where it could be taken for layout. */
    private static String lineStart(String inline, String line, boolean goesOn) {
        return isLayout(line, goesOn) ? firstAsHex(inline) : inline;
    }

    private static boolean isLayout(String line, boolean goesOn) {
        if (line.startsWith("**")) {
            var bold = BOLD_START.matcher(line);
            return !bold.matches()
                    || isLayoutWord(words(line), goesOn)
                    || isLayoutWord(words(bold.group(1)), goesOn);
        }
        int first = line.codePointAt(0);
        boolean opening = OPENING.indexOf(first) >= 0;
        return !(Character.isLetterOrDigit(first) || opening)
                || NUMBERED.matcher(line).matches()
                || (line.startsWith("(") && YEARS_AT_END.matcher(line).matches())
                || isLayoutWord(words(line), goesOn);
    }

    private static boolean isLayoutWord(String words, boolean goesOn) {
        return LAYOUT.stream().anyMatch(words::startsWith)
                || (goesOn && LABEL.matcher(words).matches());
    }

    /** The words of a line, in small letters, without dressing and the signs before them. */
    private static String words(String line) {
        String plain = line.replace("**", "").replace("__", "");
        int from = 0;
        while (from < plain.length() && !Character.isLetterOrDigit(plain.codePointAt(from))) {
            from += Character.charCount(plain.codePointAt(from));
        }
        return lower(plain.substring(from)).replaceAll("\\s+", " ").replace(" ,", ",");
    }

    /** Character by character, as a reader compares them. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append(Character.toLowerCase((char) c)));
        return lower.toString();
    }

    /** What a note says of its actions: it continues no list, and no stop in it ends it. */
    static String sentence(String text) {
        StringBuilder written = new StringBuilder();
        String inline = inline(text);
        for (int at = 0; at < inline.length(); at++) {
            char c = inline.charAt(at);
            int next = at + 1;
            while (next < inline.length() && inline.charAt(next) == ' ') {
                next++;
            }
            boolean ends =
                    ".!?".indexOf(c) >= 0
                            && next > at + 1
                            && next < inline.length()
                            && Character.isUpperCase(inline.charAt(next));
            written.append(ends ? hex(c) : String.valueOf(c));
        }
        String lower = lower(text);
        boolean continues =
                !Character.isLetter(text.codePointAt(0))
                        || CONTINUES.stream().anyMatch(lower::startsWith);
        return continues ? firstAsHex(written.toString()) : written.toString();
    }

    private static String firstAsHex(String inline) {
        if (inline.isEmpty() || inline.startsWith("&#x")) {
            return inline;
        }
        if (inline.startsWith("&amp;")) {
            return hex('&') + inline.substring(5);
        }
        if (inline.startsWith("&lt;")) {
            return hex('<') + inline.substring(4);
        }
        int first = inline.codePointAt(0);
        return hex(first) + inline.substring(Character.charCount(first));
    }

    private static String hex(int codePoint) {
        return "&#x%X;".formatted(codePoint);
    }
}
