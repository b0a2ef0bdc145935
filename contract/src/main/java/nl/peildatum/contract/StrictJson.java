package nl.peildatum.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON object that somebody sent, and what of it no schema sees: a field that stands there twice,
 * and texts with characters that cannot be kept. Its texts are tidied.
 *
 * @param faults by the place in the object
 */
record StrictJson(ObjectNode object, Map<String, Fault> faults) {
    private static final int DEEPEST = 50;
    private static final JsonFactory STRICT =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxTokenCount(500_000)
                                    .build())
                    .build();

    /** No field takes a number that is not whole, so that what stands for one fits nowhere. */
    private static final JsonNode FRACTION = DoubleNode.valueOf(0.5);

    /** An object without fields, for a request without a body. */
    static StrictJson empty() {
        return new StrictJson(JsonNodeFactory.instance.objectNode(), Map.of());
    }

    /**
     * Reads a body.
     *
     * @throws InvalidInput when it is not one JSON object in UTF-8
     */
    static StrictJson of(byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw refused(Words.JSON_EMPTY.text());
        }
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused(Words.JSON_NOT_OBJECT.text());
            }
            Map<String, Fault> faults = new LinkedHashMap<>();
            ObjectNode object = readObject(parser, "", faults);
            if (parser.nextToken() != null) {
                throw refused(Words.JSON_TRAILING.text());
            }
            return new StrictJson(object, faults);
        } catch (StreamConstraintsException tooMuch) {
            throw refused(Words.JSON_TOO_DEEP.text(DEEPEST));
        } catch (JacksonException malformed) {
            throw refused(
                    Words.JSON_MALFORMED.text(
                            Math.max(1, malformed.getLocation().getLineNr()),
                            Math.max(1, malformed.getLocation().getColumnNr())));
        }
    }

    private static ObjectNode readObject(
            JsonParser parser, String place, Map<String, Fault> faults) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = readValue(parser, place + name, faults);
            if (object.has(name)) {
                note(faults, place + name, Words.DUPLICATE_FIELD);
            } else {
                object.set(name, value);
            }
        }
        return object;
    }

    private static JsonNode readValue(JsonParser parser, String place, Map<String, Fault> faults) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser, place + ".", faults);
            case START_ARRAY -> {
                ArrayNode items = JsonNodeFactory.instance.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(readValue(parser, place + "[" + items.size() + "]", faults));
                }
                yield items;
            }
            case VALUE_STRING -> {
                String tidy = Characters.tidy(parser.getString());
                if (!Characters.storable(tidy)) {
                    note(faults, place, Words.UNSTORABLE);
                }
                yield StringNode.valueOf(tidy);
            }
            case VALUE_NUMBER_INT -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            default -> FRACTION;
        };
    }

    private static void note(Map<String, Fault> faults, String place, Words words) {
        faults.putIfAbsent(place, new Fault(place, words.text()));
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput(List.of(new Fault(Faults.WHOLE, why)));
    }

    private static String decode(byte[] body) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw refused(Words.JSON_NOT_UTF8.text());
        }
    }
}
