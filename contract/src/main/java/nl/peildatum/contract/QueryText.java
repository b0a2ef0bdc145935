package nl.peildatum.contract;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A query string as an object of values that are typed as their schemas are, where they can be; and
 * what of it no schema sees: a parameter that cannot be decoded, that stands there twice, that is
 * empty. An empty text or list means that the parameter is not there.
 *
 * @param faults by the name of the parameter
 */
record QueryText(ObjectNode object, Map<String, Fault> faults) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    /** Reads a query string as it was sent, still encoded; null where there is none. */
    static QueryText of(@Nullable String query, Map<String, Parameter> parameters) {
        QueryText read =
                new QueryText(JsonNodeFactory.instance.objectNode(), new LinkedHashMap<>());
        if (query != null) {
            Map<String, String> texts = read.texts(query, parameters);
            texts.forEach((name, text) -> read.value(name, text, parameters.get(name)));
        }
        return read;
    }

    /**
     * One parameter of a query.
     *
     * @param type as its schema says it
     * @param free whether it is a text of any form
     * @param repeatable whether it may be given more than once
     */
    record Parameter(String type, boolean free, boolean repeatable) {
        boolean mayBeEmpty() {
            return free || type.equals("array");
        }
    }

    private Map<String, String> texts(String query, Map<String, Parameter> parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String rawName = equals < 0 ? pair : pair.substring(0, equals);
            String name = decoded(rawName);
            String text = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (name == null || text == null) {
                note(name == null ? rawName : name, Words.BAD_ENCODING);
                continue;
            }
            String earlier = texts.putIfAbsent(name, text);
            Parameter parameter = parameters.get(name);
            if (earlier != null && parameter != null) {
                if (parameter.repeatable()) {
                    texts.put(name, earlier + "," + text);
                } else {
                    note(name, Words.REPEATED_PARAMETER);
                }
            }
        }
        return texts;
    }

    private void value(String name, String text, @Nullable Parameter parameter) {
        if (parameter == null) {
            object.put(name, text);
        } else if (parameter.mayBeEmpty()) {
            String tidy = Characters.tidy(text);
            if (!Characters.storable(tidy)) {
                note(name, Words.UNSTORABLE);
            }
            if (!tidy.isEmpty()) {
                object.set(name, parameter.free() ? StringNode.valueOf(tidy) : list(tidy));
            }
        } else if (text.isEmpty()) {
            note(name, Words.EMPTY_PARAMETER);
        } else {
            object.set(name, typed(text, parameter.type()));
        }
    }

    private static JsonNode typed(String text, String type) {
        boolean bool = type.equals("boolean") && (text.equals("true") || text.equals("false"));
        if (bool) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return type.equals("integer") && WHOLE_NUMBER.matcher(text).matches()
                ? BigIntegerNode.valueOf(new BigInteger(text))
                : StringNode.valueOf(text);
    }

    private static ArrayNode list(String text) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : text.split(",", -1)) {
            items.add(Characters.tidy(item));
        }
        return items;
    }

    private void note(String name, Words words) {
        faults.putIfAbsent(name, new Fault(name, words.text()));
    }

    private static @Nullable String decoded(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                boolean whole = i + 2 < encoded.length();
                int high = whole ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = whole ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c > 0x7F) {
                // not a character of an address; some clients send it all the same, in one byte
                // each
                return null;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
