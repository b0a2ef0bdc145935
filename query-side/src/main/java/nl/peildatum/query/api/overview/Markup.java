package nl.peildatum.query.api.overview;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes well-formed HTML; whatever is text stays text. */
final class Markup {
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\n]+)\\*\\*");

    private final StringBuilder out = new StringBuilder();

    /** Markup as it is; never anything from outside. */
    Markup raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** An element that holds a text. */
    Markup element(String tag, String text) {
        return element(tag, "", text);
    }

    /** An element with attributes that holds a text. */
    Markup element(String tag, String attributes, String text) {
        out.append(open(tag, attributes)).append(escaped(text)).append("</" + tag + ">\n");
        return this;
    }

    /** A text from outside, whose own direction is found out. */
    Markup said(String tag, String text) {
        return said(tag, "", text);
    }

    /** A text from outside in an element with attributes. */
    Markup said(String tag, String attributes, String text) {
        String own = attributes.isEmpty() ? "dir=\"auto\"" : attributes + " dir=\"auto\"";
        out.append(open(tag, own)).append(dressed(text)).append("</" + tag + ">\n");
        return this;
    }

    /** Running text in paragraphs, as it is written. */
    Markup prose(String text) {
        for (String paragraph : text.split("\n{2,}", -1)) {
            if (!paragraph.isBlank()) {
                said("p", paragraph.strip());
            }
        }
        return this;
    }

    /** A list of texts. */
    Markup list(List<String> items) {
        raw("<ul>");
        items.forEach(item -> said("li", item));
        return raw("</ul>");
    }

    private static String open(String tag, String attributes) {
        return attributes.isEmpty() ? "<" + tag + ">" : "<" + tag + " " + attributes + ">";
    }

    private static String dressed(String text) {
        Matcher bold = BOLD.matcher(escaped(text));
        return bold.replaceAll("<strong>$1</strong>").replace("\n", "<br/>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
