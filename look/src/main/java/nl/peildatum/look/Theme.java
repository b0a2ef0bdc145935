package nl.peildatum.look;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The style of pages that are not of the site: what is read by itself, and what is printed. */
public final class Theme {

    private static final Pattern TOKEN = Pattern.compile("(--[a-z0-9-]+): ([^;]+);");
    private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)\\)");
    private static final Pattern FONTS = Pattern.compile("@font-face \\{[^}]*}\\s*");

    /** Those of the light scheme: paper is light. */
    private static final Map<String, String> ON_PAPER = tokens(Assets.text("thema.css"));

    private Theme() {}

    /** The stylesheet of pages for one that loads nothing, so with the fonts that are there. */
    public static String alone() {
        return Assets.text("thema.css")
                + FONTS.matcher(Assets.text("peildatum.css")).replaceAll("");
    }

    /**
     * A stylesheet with the colours of the theme filled in, for what knows no custom properties.
     */
    public static String onPaper(String style) {
        return USED.matcher(style)
                .replaceAll(
                        used -> {
                            String value = ON_PAPER.get(used.group(1));
                            if (value == null) {
                                throw new IllegalArgumentException("no token " + used.group(1));
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }

    private static Map<String, String> tokens(String theme) {
        return TOKEN.matcher(theme.substring(0, theme.indexOf("@media")))
                .results()
                .collect(Collectors.toMap(token -> token.group(1), token -> token.group(2)));
    }
}
