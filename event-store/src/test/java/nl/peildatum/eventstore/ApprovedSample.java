package nl.peildatum.eventstore;

import java.nio.charset.StandardCharsets;
import nl.peildatum.events.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of one kind of event as it stands in an approved file, byte for byte. */
record ApprovedSample(StoredForm.Columns full, StoredForm.Columns minimal) {

    static ApprovedSample of(Class<? extends Event> kind, EventSerializer serializer) {
        return new ApprovedSample(
                columns(Sampler.full(kind), serializer),
                columns(Sampler.minimal(kind), serializer));
    }

    private static StoredForm.Columns columns(Event event, EventSerializer serializer) {
        return StoredForm.split(
                event.getClass(),
                serializer.serialize(event, byte[].class).getData(),
                serializer.mapper());
    }

    static ApprovedSample read(String file, JsonMapper mapper) {
        JsonNode read = mapper.readTree(file);
        return new ApprovedSample(
                columns(read.get("full"), mapper), columns(read.get("minimal"), mapper));
    }

    private static StoredForm.Columns columns(JsonNode sample, JsonMapper mapper) {
        JsonNode texts = sample.get("texts");
        return new StoredForm.Columns(
                mapper.writeValueAsString(sample.get("facts")),
                texts == null ? null : mapper.writeValueAsString(texts));
    }

    /** Each column on a line of its own, exactly as it is stored. */
    String file() {
        return "{\n\"full\": %s,\n\"minimal\": %s\n}\n".formatted(lines(full), lines(minimal));
    }

    private static String lines(StoredForm.Columns columns) {
        String texts = columns.texts();
        return "{\n\"facts\": %s%s\n}"
                .formatted(columns.facts(), texts == null ? "" : ",\n\"texts\": " + texts);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte @Nullable [] utf8OrNull(@Nullable String text) {
        return text == null ? null : utf8(text);
    }
}
