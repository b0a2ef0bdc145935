package nl.peildatum.command.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.peildatum.api.Problem;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.Fault;

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

    /** Reads them, each in the form that the document gives it. */
    static Answers from(
            List<String> recognised,
            List<String> fresh,
            List<String> unprinted,
            List<String> whiteSpace) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> known = pairs(RECOGNISED, recognised, Function.identity(), faults);
        if (Set.copyOf(known.values()).size() < known.size()) {
            faults.add(new Fault(RECOGNISED, Wordings.of("import.sameAction")));
        }
        Answers answers =
                new Answers(
                        known,
                        new TreeSet<>(fresh),
                        pairs(UNPRINTED, unprinted, Answers::unprinted, faults),
                        pairs(WHITE_SPACE, whiteSpace, Answers::whiteSpace, faults));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return answers;
    }

    private static Unprinted unprinted(String word) {
        return switch (word) {
            case "uitsluiten" -> Unprinted.EXCLUDE;
            case "intrekken" -> Unprinted.WITHDRAW;
            default -> Unprinted.KEEP;
        };
    }

    private static WhiteSpace whiteSpace(String word) {
        return word.equals("overnemen") ? WhiteSpace.TAKE_OVER : WhiteSpace.KEEP;
    }

    private static <T> Map<String, T> pairs(
            String name, List<String> items, Function<String, T> meaning, List<Fault> faults) {
        // sorted, so that the same answers in another order are the same
        Map<String, T> pairs = new TreeMap<>();
        for (String item : items) {
            int colon = item.indexOf(':');
            String code = item.substring(0, colon);
            T meant = meaning.apply(item.substring(colon + 1));
            T earlier = pairs.putIfAbsent(code, meant);
            if (earlier != null && !earlier.equals(meant)) {
                faults.add(new Fault(name, Wordings.of("import.answeredTwice", code)));
            }
        }
        return pairs;
    }
}
