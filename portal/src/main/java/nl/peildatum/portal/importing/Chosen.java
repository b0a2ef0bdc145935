package nl.peildatum.portal.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.pages.Attached;
import nl.peildatum.portal.recording.Filled;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/**
 * What somebody chose about a document.
 *
 * @param day the report date
 * @param answers for an action that something is asked about, a parameter with its value
 * @param without the actions of which nothing is taken over
 */
record Chosen(
        @Nullable String day,
        @Nullable String reason,
        @Nullable String source,
        Map<String, String> answers,
        Set<String> without) {

    /** The field of the report date; that of the bar is another. */
    static final String DAY = "document.peildatum";

    /**
     * The names of fields: the actions that are ticked, those that can be, and those that cannot.
     */
    static final String TAKEN = "neem";

    static final String OFFERED = "getoond";
    static final String OBSTRUCTED = "kanNiet";

    /** What the name of a field ends with in which something about an action is answered. */
    static final String ANSWER = ".antwoord";

    private static final String RECOGNISED = "herken";
    private static final String UNPRINTED = "nietVermeld";
    private static final String KEEP = ":behouden";
    private static final List<String> ANSWERING =
            List.of(RECOGNISED, "nieuw", UNPRINTED, "witruimte");

    /** With a new document everything begins anew. */
    static Chosen of(Filled filled, Attached document) {
        Map<String, String> answers = new TreeMap<>();
        Set<String> without = new TreeSet<>();
        if (!document.isNew()) {
            answers.putAll(filled.ending(ANSWER));
            without.addAll(filled.listed(OFFERED));
            filled.ticked(TAKEN).forEach(without::remove);
            without.addAll(filled.listed(OBSTRUCTED));
        }
        return new Chosen(
                filled.date(DAY), filled.given("reden"), filled.given("bron"), answers, without);
    }

    /** The same where nothing is answered or left out. */
    Chosen asIs() {
        return new Chosen(day, reason, source, Map.of(), Set.of());
    }

    /** The same with only the answers about these actions, of which something is asked still. */
    Chosen answering(Set<String> asked) {
        Map<String, String> still = new TreeMap<>(answers);
        still.keySet().retainAll(asked);
        return new Chosen(day, reason, source, still, without);
    }

    /** The same without these actions as well. */
    Chosen without(Set<String> more) {
        Set<String> all = new TreeSet<>(without);
        all.addAll(more);
        return new Chosen(day, reason, source, answers, all);
    }

    /** The same with every action. */
    Chosen withAll() {
        return new Chosen(day, reason, source, answers, Set.of());
    }

    /** Whether an action that is no longer printed is to be anything but kept. */
    Set<String> unprinted() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().startsWith(UNPRINTED + "="))
                .filter(answer -> !answer.getValue().endsWith(KEEP))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The address of the command, on a programme as it is now. */
    String address(Cut now, @Nullable Object... more) {
        Stream<@Nullable Object> parameters =
                Stream.of(
                        "peildatum",
                        day,
                        "reden",
                        reason,
                        "bron",
                        source,
                        "zonder",
                        joined(without));
        Stream<@Nullable Object> answered =
                ANSWERING.stream().flatMap(name -> Stream.of(name, joined(answered(name))));
        return now.data(
                "/importen",
                Stream.of(parameters, answered, Arrays.stream(more))
                        .flatMap(part -> part)
                        .toArray());
    }

    private static @Nullable String joined(Collection<String> codes) {
        return codes.isEmpty() ? null : String.join(",", codes);
    }

    /** What is recognised is printed, whatever was answered about it while it was not. */
    private List<String> answered(String parameter) {
        Set<String> recognised =
                parameter.equals(UNPRINTED)
                        ? answered(RECOGNISED).stream()
                                .map(pair -> pair.substring(pair.indexOf(':') + 1))
                                .collect(Collectors.toSet())
                        : Set.of();
        return answers.values().stream()
                .filter(answer -> answer.startsWith(parameter + "="))
                .map(answer -> answer.substring(parameter.length() + 1))
                .filter(answer -> !parameter.equals(UNPRINTED) || !answer.endsWith(KEEP))
                .filter(answer -> !recognised.contains(answer.replaceFirst(":.*", "")))
                .toList();
    }

    /** By which it is known whether anything else would be asked now. */
    String mark(Attached document) {
        String asked = address(Cut.now("")) + document.packed();
        return DigestUtils.md5DigestAsHex(asked.getBytes(StandardCharsets.UTF_8));
    }
}
