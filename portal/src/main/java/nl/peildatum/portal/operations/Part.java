package nl.peildatum.portal.operations;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of Peildatum, how it is in words, and what there is to know about that.
 *
 * @param well whether nobody has to do anything
 */
public record Part(String name, String word, boolean well, List<String> notes) {

    private static final String UP = "UP";

    /** Parts that say nothing to people besides whether the whole works. */
    private static final List<String> INNER =
            List.of("diskSpace", "ping", "ssl", "livenessState", "readinessState");

    private static final List<String> MEANT_FOR_MACHINES = List.of("database", "validationQuery");

    public Part {
        notes = List.copyOf(notes);
    }

    /** One that answered, as far as can be told. */
    static Part working(String name) {
        return of(name(name), UP, List.of());
    }

    /**
     * A side and its parts.
     *
     * @param health what it says of itself; nothing where it did not answer
     */
    static List<Part> of(String side, @Nullable JsonNode health) {
        if (health == null) {
            return List.of(of(name(side), "AWAY", List.of()));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(of(name(side), health.path("status").asString("UNKNOWN"), List.of()));
        for (Map.Entry<String, JsonNode> part : health.path("components").properties()) {
            if (!INNER.contains(part.getKey())) {
                JsonNode told = part.getValue();
                parts.add(
                        of(
                                Words.of("onderdeel.van", name(side), name(part.getKey())),
                                told.path("status").asString("UNKNOWN"),
                                notes(told.path("details"))));
            }
        }
        return parts;
    }

    private static Part of(String name, String status, List<String> notes) {
        String word = "gezondheid." + status;
        return new Part(
                name,
                Words.has(word) ? Words.of(word) : status,
                status.equals(UP) || status.equals("UNKNOWN"),
                notes);
    }

    private static String name(String key) {
        String known = "onderdeel." + key;
        return Words.has(known) ? Words.of(known) : key;
    }

    private static List<String> notes(JsonNode details) {
        List<String> notes = new ArrayList<>();
        boolean upToDate = false;
        for (Map.Entry<String, JsonNode> detail : details.properties()) {
            JsonNode value = detail.getValue();
            if (value.has("achterstand")) {
                List<String> behind = behind(value);
                upToDate |= behind.isEmpty();
                behind.forEach(one -> notes.add(note(detail.getKey(), one)));
            } else if (!MEANT_FOR_MACHINES.contains(detail.getKey())) {
                notes.add(note(word(detail.getKey()), told(value)));
            }
        }
        return upToDate && notes.isEmpty() ? List.of(Words.of("gezondheid.bijgewerkt")) : notes;
    }

    private static String note(String of, String told) {
        return Words.of("gezondheid.noot", of, told);
    }

    /** What answers do not show yet, of those that are kept up to date together. */
    private static List<String> behind(JsonNode answers) {
        List<String> behind = new ArrayList<>();
        if (answers.has("staatStil")) {
            behind.add(Words.of("gezondheid.staatStil", answers.path("staatStil").asString()));
        }
        for (JsonNode parked : answers.path("geparkeerd")) {
            behind.add(
                    Words.of(
                            "gezondheid.geparkeerd",
                            parked.path("programma").asString(),
                            parked.path("journaalnummer").asString(),
                            parked.path("oorzaak").asString()));
        }
        if (answers.path("wordtHerbouwd").asBoolean()) {
            behind.add(Words.of("gezondheid.herbouwd"));
        }
        long entries = answers.path("achterstand").asLong();
        if (entries > 0) {
            behind.add(Words.counted("gezondheid.achter", entries));
        }
        return behind;
    }

    private static String told(JsonNode value) {
        if (value.isObject()) {
            return String.join(", ", value.properties().stream().map(Part::named).toList());
        }
        String text = value.asString();
        try {
            return Words.moment(Instant.parse(text));
        } catch (DateTimeException noMoment) {
            return text;
        }
    }

    private static String named(Map.Entry<String, JsonNode> detail) {
        return Words.of("gezondheid.deel", word(detail.getKey()), told(detail.getValue()));
    }

    private static String word(String key) {
        String known = "gezondheid.wat." + key;
        return Words.has(known) ? Words.of(known) : key;
    }
}
