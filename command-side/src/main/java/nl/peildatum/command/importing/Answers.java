package nl.peildatum.command.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Parameters;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about what its document leaves open.
 *
 * @param recognised which known action a printed one is, by its provisional code
 * @param fresh the provisional codes of what is new indeed
 * @param unprinted what becomes of a known action that is not printed; kept where nothing is said
 * @param whiteSpace whether a text that differs in white space only is taken over or stays
 */
record Answers(
        Map<String, String> recognised,
        Set<String> fresh,
        Map<String, Unprinted> unprinted,
        Map<String, WhiteSpace> whiteSpace) {

    static final String RECOGNISED = "herken";
    static final String FRESH = "nieuw";
    static final String UNPRINTED = "nietVermeld";
    static final String WHITE_SPACE = "witruimte";

    /** Nothing is answered. */
    static final Answers NONE = new Answers(Map.of(), Set.of(), Map.of(), Map.of());

    private static final int MOST = 1_000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1," + Longest.CODE + "}");

    /** What becomes of an action that is no longer printed. */
    enum Unprinted {
        KEEP,
        EXCLUDE,
        WITHDRAW
    }

    /** What becomes of a text that reads the same but for its white space. */
    enum WhiteSpace {
        KEEP,
        TAKE_OVER
    }

    Answers {
        recognised = Collections.unmodifiableMap(new LinkedHashMap<>(recognised));
        fresh = Collections.unmodifiableSet(new LinkedHashSet<>(fresh));
        unprinted = Collections.unmodifiableMap(new LinkedHashMap<>(unprinted));
        whiteSpace = Collections.unmodifiableMap(new LinkedHashMap<>(whiteSpace));
    }

    static Answers from(Parameters parameters) {
        Map<String, String> recognised =
                pairs(
                        parameters,
                        RECOGNISED,
                        code -> isCode(code) ? code : null,
                        "extra-2:extra-1");
        if (Set.copyOf(recognised.values()).size() < recognised.size()) {
            parameters.fault(RECOGNISED, Wordings.of("import.sameAction"));
        }
        List<String> fresh = parameters.list(FRESH, MOST, Longest.CODE);
        if (!fresh.stream().allMatch(Answers::isCode)) {
            parameters.fault(FRESH, Wordings.of("import.answerForm", "extra-2"));
        }
        return new Answers(
                recognised,
                new TreeSet<>(fresh),
                pairs(
                        parameters,
                        UNPRINTED,
                        Map.of(
                                        "behouden", Unprinted.KEEP,
                                        "uitsluiten", Unprinted.EXCLUDE,
                                        "intrekken", Unprinted.WITHDRAW)
                                ::get,
                        "extra-1:behouden, extra-1:uitsluiten, extra-1:intrekken"),
                pairs(
                        parameters,
                        WHITE_SPACE,
                        Map.of("behouden", WhiteSpace.KEEP, "overnemen", WhiteSpace.TAKE_OVER)::get,
                        "46:behouden, 46:overnemen"));
    }

    private static <T> Map<String, T> pairs(
            Parameters parameters,
            String name,
            Function<String, @Nullable T> meaning,
            String example) {
        // sorted, so that the same answers in another order are the same
        Map<String, T> pairs = new TreeMap<>();
        for (String item : parameters.list(name, MOST, 2 * Longest.CODE + 1)) {
            int colon = item.indexOf(':');
            String code = colon < 0 ? "" : item.substring(0, colon);
            T meant = meaning.apply(item.substring(colon + 1));
            if (!isCode(code) || meant == null) {
                parameters.fault(name, Wordings.of("import.answerForm", example));
                continue;
            }
            T earlier = pairs.putIfAbsent(code, meant);
            if (earlier != null && !earlier.equals(meant)) {
                parameters.fault(name, Wordings.of("import.answeredTwice", code));
            }
        }
        return pairs;
    }

    private static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
