package nl.peildatum.eventstore;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.events.Event;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.StoredAs;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an event is stored: a stable name and revision, its facts as JSON, and beside them its free
 * texts as JSON. The facts tell in {@code texts} which free texts there were, so that an erased one
 * still reads as erased.
 */
public final class StoredForm {

    private static final String TEXTS = "texts";

    private static final Map<String, Class<? extends Event>> BY_NAME =
            leaves(Event.class)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    type -> nameOf(type), Function.identity()));

    private StoredForm() {}

    /** Every kind of event there is. */
    public static List<Class<? extends Event>> kinds() {
        return BY_NAME.keySet().stream()
                .sorted()
                .<Class<? extends Event>>map(BY_NAME::get)
                .toList();
    }

    /** The stable name of a kind of event. */
    public static String nameOf(Class<?> type) {
        return stored(type).value();
    }

    /** The revision of the stored form that is written today. */
    public static int revisionOf(Class<?> type) {
        return stored(type).revision();
    }

    static @Nullable Class<? extends Event> kindOf(String name) {
        return BY_NAME.get(name);
    }

    /** The two columns of one event; texts is null where there are none. */
    record Columns(String facts, @Nullable String texts) {}

    static Columns split(Class<?> type, byte[] json, JsonMapper mapper) {
        ObjectNode facts = (ObjectNode) mapper.readTree(json);
        ObjectNode texts = mapper.createObjectNode();
        for (String component : freeTexts(type)) {
            JsonNode text = facts.remove(component);
            if (text != null && !text.isNull()) {
                texts.set(component, text);
            }
        }
        if (texts.isEmpty()) {
            return new Columns(mapper.writeValueAsString(facts), null);
        }
        ArrayNode names = facts.putArray(TEXTS);
        texts.propertyNames().forEach(names::add);
        return new Columns(mapper.writeValueAsString(facts), mapper.writeValueAsString(texts));
    }

    /** What cannot be read is given as it is: it fails for who asks for the event, not for all. */
    static byte[] join(byte[] facts, byte @Nullable [] texts, JsonMapper mapper) {
        JsonNode kept;
        ObjectNode whole;
        try {
            if (!(mapper.readTree(facts) instanceof ObjectNode object)) {
                return facts;
            }
            whole = object;
            kept = texts == null ? mapper.createObjectNode() : mapper.readTree(texts);
        } catch (JacksonException unreadable) {
            return facts;
        }
        JsonNode names = whole.remove(TEXTS);
        if (names == null) {
            return facts;
        }
        for (JsonNode name : names) {
            whole.put(name.asString(), kept.path(name.asString()).asString(FreeText.ERASED));
        }
        return mapper.writeValueAsBytes(whole);
    }

    private static List<String> freeTexts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(FreeText.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static StoredAs stored(Class<?> type) {
        StoredAs stored = type.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new IllegalArgumentException(type + " has no stored name");
        }
        return stored;
    }

    private static Stream<Class<? extends Event>> leaves(Class<? extends Event> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(permitted -> leaves(permitted.asSubclass(Event.class)))
                : Stream.of(type);
    }
}
