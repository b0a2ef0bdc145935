package nl.peildatum.eventstore;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import nl.peildatum.events.FreeText;
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

    private StoredForm() {}

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
}
