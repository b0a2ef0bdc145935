package nl.peildatum.contract;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the validator found, in Dutch and at the fields of whoever sent it: one fault a place, the
 * first that was found there.
 */
final class Faults {
    /** What a fault about all that was sent is called. */
    static final String WHOLE = "inhoud";

    /** Looking for a name that is near costs more than all the rest. */
    private static final int MOST_GUESSES = 20;

    private final JsonNode document;
    private final boolean query;
    private final Map<String, Fault> told = new LinkedHashMap<>();
    private int guesses;

    /**
     * None yet.
     *
     * @param document where the schemas stand, and beside their keywords the sentences of our own
     * @param query whether it is a query that is looked at, which has parameters and no fields
     */
    Faults(JsonNode document, boolean query) {
        this.document = document;
        this.query = query;
    }

    /** All of them, in the order in which they were found. */
    Collection<Fault> all() {
        return told.values();
    }

    /** Adds what was seen in reading, which goes before what a schema says of the same place. */
    void read(Map<String, Fault> faults) {
        told.putAll(faults);
    }

    /** Adds what was seen in reading at places of which a schema says nothing. */
    void readElsewhere(Map<String, Fault> faults) {
        faults.forEach(
                (place, fault) -> {
                    if (!within(place)) {
                        told.put(place, fault);
                    }
                });
    }

    /** Adds what the validator found. */
    void found(List<Error> errors) {
        errors.forEach(this::found);
    }

    private boolean within(String place) {
        for (int end = 1; end <= place.length(); end++) {
            boolean whole =
                    end == place.length() || place.charAt(end) == '.' || place.charAt(end) == '[';
            if (whole && told.containsKey(place.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private void found(Error error) {
        Place place = Place.of(error.getInstanceLocation());
        JsonNode value = error.getInstanceNode();
        switch (error.getKeyword()) {
            case "required", "additionalProperties", "propertyNames" ->
                    tell(error, place.field(error.getProperty()), value);
            case "dependentRequired" ->
                    tell(error, place.field(String.valueOf(error.getArguments()[0])), value);
            case "uniqueItems" -> {
                Set<JsonNode> seen = new HashSet<>();
                for (int i = 0; i < value.size(); i++) {
                    if (!seen.add(value.get(i))) {
                        tell(error, place.item(i), value.get(i));
                    }
                }
            }
            case "not" -> {
                JsonNode together = error.getSchemaNode().path("required");
                if (together.isArray()) {
                    together.forEach(name -> tell(error, place.field(name.asString()), value));
                } else {
                    tell(error, place, value);
                }
            }
            // what is wrong with one of a list of codes is told of the list
            case "enum" -> tell(error, place.item() ? place.inList() : place, value);
            default -> tell(error, place, value);
        }
    }

    private void tell(Error error, Place place, JsonNode value) {
        if (!told.containsKey(place.place())) {
            told.put(
                    place.place(),
                    new Fault(query ? place.top() : place.field(), sentence(error, place, value)));
        }
    }

    private String sentence(Error error, Place place, JsonNode value) {
        JsonNode schema = beside(error);
        JsonNode own = schema.path("x-melding").path(error.getKeyword());
        if (own.isObject()) {
            own = own.path(place.last());
        }
        return own.isString()
                ? own.asString()
                        .replace("{waarde}", value.isString() ? value.asString() : value.toString())
                : general(error, schema, place, value);
    }

    /** The schema in which the keyword stands. */
    private JsonNode beside(Error error) {
        JsonNode node = document;
        NodePath path = error.getSchemaLocation().getFragment();
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            node =
                    path.getElement(i) instanceof Integer index
                            ? node.path(index)
                            : node.path(path.getName(i));
        }
        return node;
    }

    private String general(Error error, JsonNode schema, Place place, JsonNode value) {
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" -> Words.MISSING.text();
            case "additionalProperties" -> unknown(place.last(), schema);
            case "type" -> otherType(schema, place, value);
            case "enum", "const" -> oneOf(schema);
            case "format" -> notOfFormat(limit.asString(), value);
            case "minimum", "maximum" -> outOfRange(schema);
            case "minLength" ->
                    value.asString().isEmpty()
                            ? Words.BLANK.text()
                            : Words.TOO_SHORT.text(
                                    limit.asString(), Characters.length(value.asString()));
            case "maxLength" ->
                    Words.TOO_LONG.text(limit.asString(), Characters.length(value.asString()));
            case "minItems" -> Words.TOO_FEW_ITEMS.text(limit.asString(), value.size());
            case "maxItems" -> Words.TOO_MANY_ITEMS.text(limit.asString(), value.size());
            case "uniqueItems" -> Words.REPEATED_ITEM.text();
            case Keywords.AT_MOST ->
                    Words.IN_FUTURE.text(
                            place.last(),
                            DutchDates.format(LocalDate.parse(value.asString())),
                            String.valueOf(error.getArguments()[0]));
            case Keywords.EXISTS, Keywords.AT_LEAST -> String.valueOf(error.getArguments()[0]);
            default -> Words.NOT_VALID.text();
        };
    }

    private String unknown(String name, JsonNode schema) {
        Collection<String> known = schema.path("properties").propertyNames();
        String near = guesses++ < MOST_GUESSES ? NearNames.nearest(name, known).orElse(null) : null;
        if (!query) {
            return near == null ? Words.UNKNOWN_FIELD.text() : Words.UNKNOWN_FIELD_NEAR.text(near);
        }
        if (known.isEmpty()) {
            return Words.NO_PARAMETERS.text();
        }
        return near == null
                ? Words.UNKNOWN_PARAMETER.text(String.join(", ", known))
                : Words.UNKNOWN_PARAMETER_NEAR.text(near);
    }

    private String otherType(JsonNode schema, Place place, JsonNode value) {
        if (value.isNull() && !place.item()) {
            return Words.MISSING.text();
        }
        if (schema.has("enum")) {
            return oneOf(schema);
        }
        if (schema.has("format") && typeOf(schema).equals("string")) {
            return notOfFormat(schema.path("format").asString(), value);
        }
        return switch (typeOf(schema)) {
            case "integer" -> Words.NOT_INTEGER.text();
            case "boolean" -> (query ? Words.NOT_FLAG : Words.NOT_BOOLEAN).text();
            case "array" -> Words.NOT_LIST.text();
            case "object" -> Words.NOT_OBJECT.text();
            case "string" -> (place.item() ? Words.ITEM_NOT_TEXT : Words.NOT_TEXT).text();
            default -> Words.NOT_VALID.text();
        };
    }

    /** The type that a value has to have, where it is not null. */
    static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isString()
                ? type.asString()
                : type.valueStream()
                        .map(JsonNode::asString)
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse("");
    }

    private static String oneOf(JsonNode schema) {
        JsonNode only = schema.path("const");
        return Words.NOT_ONE_OF.text(
                only.isMissingNode()
                        ? schema.path("enum")
                                .valueStream()
                                .filter(one -> !one.isNull())
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(", "))
                        : only.asString());
    }

    private static String notOfFormat(String format, JsonNode value) {
        return switch (format) {
            case "date" ->
                    (value.isString() && IsoDates.hasForm(value.asString())
                                    ? Words.DATE_NOT_ON_CALENDAR
                                    : Words.NOT_DATE)
                            .text();
            case "date-time" -> Words.NOT_INSTANT.text();
            default -> Words.NOT_VALID.text();
        };
    }

    private static String outOfRange(JsonNode schema) {
        JsonNode least = schema.path("minimum");
        JsonNode most = schema.path("maximum");
        return most.isMissingNode() || most.asLong(Long.MAX_VALUE) >= Integer.MAX_VALUE
                ? Words.BELOW.text(least.asString())
                : Words.OUT_OF_RANGE.text(least.asString(), most.asString());
    }

    /** A place in what was sent, and what it is called to whoever sent it. */
    private record Place(String place, String field, String top, String last, boolean item) {

        static Place of(NodePath path) {
            Place place = new Place("", WHOLE, "", "", false);
            for (int i = 0; i < path.getNameCount(); i++) {
                place =
                        path.getElement(i) instanceof Integer index
                                ? place.item(index)
                                : place.field(path.getName(i));
            }
            return place;
        }

        Place field(@Nullable String name) {
            String last = Objects.requireNonNull(name);
            String all = place.isEmpty() ? last : place + "." + last;
            return new Place(all, all, place.isEmpty() ? last : top, last, false);
        }

        Place item(int index) {
            String all = place + "[" + index + "]";
            return new Place(all, all, top, last, true);
        }

        Place inList() {
            return new Place(place, place.substring(0, place.lastIndexOf('[')), top, last, true);
        }
    }
}
