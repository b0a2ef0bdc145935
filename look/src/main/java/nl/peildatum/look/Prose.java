package nl.peildatum.look;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as people write it: an empty line begins a paragraph; lines that begin with {@code -} or
 * {@code *} are a list, those with {@code 1.} a numbered one; {@code **strong**} and {@code
 * _emphasis_} are what they look like. Nothing else means anything, and what does not close stays
 * as it is written.
 */
public record Prose(List<Block> blocks) {

    private static final Pattern EMPTY_LINE = Pattern.compile("\n[ \\t]*\n\\s*");
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern ITEM =
            Pattern.compile("(?:([-*])|([0-9]{1,3})[.)])[ \\t]+(\\S.*)");
    private static final Pattern DRESSED =
            Pattern.compile(
                    "\\*\\*(?<strong>[^*\\s](?:[^*]*[^*\\s])?)\\*\\*"
                            + "|(?<![\\p{L}\\p{N}_])_(?<emphasis>[^_\\s](?:[^_]*[^_\\s])?)_(?![\\p{L}\\p{N}_])");

    /** What kind of lines belong together. */
    public enum Kind {
        PARAGRAPH,
        LIST,
        NUMBERED
    }

    /** Lines that belong together; a paragraph that is broken within has more than one. */
    public record Block(Kind kind, int first, List<List<Span>> lines) {}

    /** How a piece of a line is dressed. */
    public enum Dress {
        PLAIN,
        STRONG,
        EMPHASIS
    }

    /** A piece of a line. */
    public record Span(Dress dress, String text) {}

    /** What a text means. */
    public static Prose of(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String part : EMPTY_LINE.split(LINE.matcher(text).replaceAll("\n").strip(), -1)) {
            if (!part.isBlank()) {
                addLines(part, blocks);
            }
        }
        return new Prose(List.copyOf(blocks));
    }

    /** One line, dressed. */
    public static List<Span> line(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher dressed = DRESSED.matcher(text);
        int done = 0;
        while (dressed.find()) {
            plain(text.substring(done, dressed.start()), spans);
            String strong = dressed.group("strong");
            spans.add(
                    strong != null
                            ? new Span(Dress.STRONG, strong)
                            : new Span(Dress.EMPHASIS, dressed.group("emphasis")));
            done = dressed.end();
        }
        plain(text.substring(done), spans);
        return List.copyOf(spans);
    }

    private static void plain(String text, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span(Dress.PLAIN, text));
        }
    }

    private static void addLines(String part, List<Block> blocks) {
        Kind kind = null;
        int first = 1;
        List<List<Span>> lines = new ArrayList<>();
        for (String line : LINE.split(part, -1)) {
            Matcher item = ITEM.matcher(line.strip());
            boolean isItem = item.matches();
            Kind next =
                    !isItem ? Kind.PARAGRAPH : item.group(1) != null ? Kind.LIST : Kind.NUMBERED;
            if (kind != null && kind != next) {
                blocks.add(new Block(kind, first, List.copyOf(lines)));
                lines.clear();
            }
            if (lines.isEmpty()) {
                first = next == Kind.NUMBERED ? Integer.parseInt(item.group(2)) : 1;
            }
            kind = next;
            lines.add(line(isItem ? item.group(3) : line.strip()));
        }
        if (kind != null) {
            blocks.add(new Block(kind, first, List.copyOf(lines)));
        }
    }
}
