package nl.peildatum.standalone.endtoend;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Real answers as examples of the document: the first of each kind, with no more than two of a
 * list, and with something in the place of what differs from run to run.
 */
final class Examples {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 2;
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> SIGNED =
            Set.of("handtekening", "handtekeningVorige", "publiekeSleutel");

    /** How late the publication was taken over, where a check is noted and how long it took. */
    private static final Map<String, Integer> COUNTED =
            Map.of("laatDagen", 366, "auditregel", 12, "duurMillis", 6);

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** What stands for the day of the run, in figures and in words: midnight may be in it. */
    private static final LocalDate SHOWN = LocalDate.of(2026, 12, 1);

    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl"));

    private final LocalDate begun = LocalDate.now(AMSTERDAM);
    private final Map<String, JsonNode> first = new TreeMap<>();

    /** Keeps an answer, unless there was one of that name. */
    void keep(String name, JsonNode answer) {
        first.putIfAbsent(name, answer);
    }

    /** The part of the document that holds them, in the JSON that is YAML as well. */
    String part() {
        ObjectNode part = JSON.createObjectNode();
        ObjectNode examples = part.putObject("components").putObject("examples");
        first.forEach(
                (name, answer) ->
                        examples.putObject(name).set("value", new Masking().masked("", answer)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(part) + "\n";
    }

    /** What stands for what in one answer, so that the same stays the same. */
    private final class Masking {
        private final Map<String, Integer> moments = new HashMap<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<String, Integer> hashes = new HashMap<>();

        JsonNode masked(String name, JsonNode node) {
            return switch (node) {
                case ObjectNode object -> {
                    ObjectNode masked = JSON.createObjectNode();
                    object.forEachEntry((field, value) -> masked.set(field, masked(field, value)));
                    yield masked;
                }
                case ArrayNode list -> {
                    ArrayNode masked = JSON.createArrayNode();
                    list.valueStream().limit(MOST).forEach(item -> masked.add(masked(name, item)));
                    yield masked;
                }
                case JsonNode text when text.isString() ->
                        JSON.valueToTree(masked(name, text.asString()));
                case JsonNode number when COUNTED.containsKey(name) ->
                        JSON.valueToTree(COUNTED.get(name));
                default -> node;
            };
        }

        private String masked(String name, String text) {
            if (SIGNED.contains(name)) {
                return "MCowBQYDK2VwAyEA";
            }
            if (MOMENT.matcher(text).matches()) {
                return "2026-12-01T09:00:00.%06dZ".formatted(nth(moments, text));
            }
            if (ID.matcher(text).matches()) {
                return "00000000-0000-4000-8000-%012d".formatted(nth(ids, text));
            }
            if (HASH.matcher(text).matches()) {
                return "%064d".formatted(nth(hashes, text));
            }
            String masked = text;
            for (LocalDate day : List.of(begun, LocalDate.now(AMSTERDAM))) {
                masked =
                        masked.replace(day.toString(), SHOWN.toString())
                                .replace(IN_WORDS.format(day), IN_WORDS.format(SHOWN));
            }
            return masked;
        }

        private static int nth(Map<String, Integer> seen, String text) {
            return seen.computeIfAbsent(text, _ -> seen.size() + 1);
        }
    }
}
