package nl.peildatum.query.api.signal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.peildatum.contract.DutchTexts;

/**
 * Finds the sentence of a text in which something is said, as {@code
 * query-side-signals_nl.properties} lists the ways to say it and the ways in which the same words
 * do not say it.
 */
final class Phrases {
    private static final Locale DUTCH = Locale.of("nl");
    private static final DutchTexts LISTS = DutchTexts.of("query-side-signals", Phrases.class);
    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}'’/%-]+";
    private static final String TAKEN_OUT = "|";

    private final Pattern says;
    private final Pattern unless;

    /**
     * The phrases under one key of the lists; those of more keys can make the same words mean less.
     */
    Phrases(String key, String... unlessKeys) {
        says = anyOf(phrases(key));
        unless = anyOf(Arrays.stream(unlessKeys).flatMap(one -> phrases(one).stream()).toList());
    }

    /** The first sentence that says it, in one line. */
    Optional<String> sentenceIn(String text) {
        return sentences(text).stream()
                .filter(
                        sentence ->
                                says.matcher(unless.matcher(sentence).replaceAll(TAKEN_OUT)).find())
                .findFirst();
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.split("(?>\\R)\\s*(?>\\R)", -1)) {
            String line = paragraph.strip().replaceAll("\\s+", " ");
            BreakIterator ends = BreakIterator.getSentenceInstance(DUTCH);
            ends.setText(line);
            for (int from = 0, to = ends.next();
                    to != BreakIterator.DONE;
                    from = to, to = ends.next()) {
                sentences.add(line.substring(from, to).strip());
            }
        }
        return sentences;
    }

    private static List<String> phrases(String key) {
        return List.of(LISTS.plain(key).strip().split("\\s*,\\s*", -1));
    }

    private static Pattern anyOf(List<String> phrases) {
        return Pattern.compile(
                phrases.stream()
                        .map(Phrases::expression)
                        .collect(
                                Collectors.joining(
                                        "|", "(?<!" + LETTER + ")(?:", ")(?!" + LETTER + ")")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String expression(String phrase) {
        StringBuilder expression = new StringBuilder();
        String between = "";
        for (String part : phrase.split(" ", -1)) {
            switch (part) {
                case "~" -> between = "(?: " + wordNotOf("clause.ends") + "){0,4} ";
                case "..." -> between = "(?:,? " + wordNotOf("doubt") + "){0,10},? ";
                default -> {
                    expression.append(between).append(alternatives(part));
                    between = " ";
                }
            }
        }
        return expression.toString();
    }

    private static String wordNotOf(String key) {
        return "(?!(?:" + String.join("|", phrases(key)) + ")(?!" + LETTER + "))" + WORD;
    }

    private static String alternatives(String part) {
        return Arrays.stream(part.split("\\|", -1))
                .map(
                        word ->
                                word.endsWith("*")
                                        ? Pattern.quote(word.substring(0, word.length() - 1))
                                                + "\\p{L}*"
                                        : Pattern.quote(word))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
