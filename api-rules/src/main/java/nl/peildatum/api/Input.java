package nl.peildatum.api;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.peildatum.contract.Characters;
import nl.peildatum.contract.Fault;
import nl.peildatum.contract.IsoDates;
import nl.peildatum.contract.NearNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object that somebody sent, read strictly: every question notes what is wrong and answers
 * something harmless, and {@link #done()} refuses all faults at once, fields nobody asked about
 * included. Answers mean something only after {@code done()} has returned.
 *
 * <p>Texts come with {@code \n} as the only line end and without white space around them (no-break
 * space included); control characters, lone surrogates and noncharacters are faults. Lengths count
 * code points.
 */
public final class Input {
    private static final String WHOLE = "inhoud";
    private static final int DEEPEST = 50;
    private static final JsonFactory STRICT =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxTokenCount(500_000)
                                    .build())
                    .build();

    private static final String EMPTIED = "leegmaken";

    private final String prefix;
    private final Map<String, Object> fields;
    private final List<Fault> faults;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Input> nested = new ArrayList<>();

    private Input(String prefix, Map<String, Object> fields, List<Fault> faults) {
        this.prefix = prefix;
        this.fields = fields;
        this.faults = faults;
    }

    /** Reads a body; what is not one JSON object in UTF-8 is refused here and now (400). */
    public static Input of(byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw Problem.invalid(WHOLE, Wording.JSON_EMPTY.text());
        }
        List<Fault> faults = new ArrayList<>();
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.invalid(WHOLE, Wording.JSON_NOT_OBJECT.text());
            }
            Map<String, Object> fields = readObject(parser, "", faults);
            if (parser.nextToken() != null) {
                throw Problem.invalid(WHOLE, Wording.JSON_TRAILING.text());
            }
            return new Input("", fields, faults);
        } catch (StreamConstraintsException tooMuch) {
            throw Problem.invalid(WHOLE, Wording.JSON_TOO_DEEP.text(DEEPEST));
        } catch (JacksonException malformed) {
            throw Problem.invalid(
                    WHOLE,
                    Wording.JSON_MALFORMED.text(
                            Math.max(1, malformed.getLocation().getLineNr()),
                            Math.max(1, malformed.getLocation().getColumnNr())));
        }
    }

    /** An object without fields, for a request without a body. */
    public static Input empty() {
        return new Input("", Map.of(), new ArrayList<>());
    }

    /** Whether the field is there, be it null. */
    public boolean has(String name) {
        asked.add(name);
        return fields.containsKey(name);
    }

    /** Whether the field is there and is null. */
    public boolean isNull(String name) {
        asked.add(name);
        return fields.get(name) == Json.NULL;
    }

    /** The names of the fields that are there, in the order in which they were sent. */
    public Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    /** A required text of one or more lines. */
    public String text(String name, int max) {
        return required(name, optionalText(name, max), "");
    }

    /** A text of one or more lines, or null where it is absent or null; blank is a fault. */
    public @Nullable String optionalText(String name, int max) {
        return switch (value(name)) {
            case null -> null;
            case String text -> checked(path(name), text, max);
            default -> {
                fault(name, Wording.NOT_TEXT.text());
                yield null;
            }
        };
    }

    /** A required text on one line, such as a title. */
    public String line(String name, int max) {
        return required(name, optionalLine(name, max), "");
    }

    /** A text on one line, or null where it is absent or null. */
    public @Nullable String optionalLine(String name, int max) {
        String text = optionalText(name, max);
        if (text != null && !Characters.oneLine(text)) {
            fault(name, Wording.MORE_LINES.text());
            return null;
        }
        return text;
    }

    /** A required text of a given form; the message says what the form is. */
    public String matching(String name, Pattern form, String message) {
        return required(name, optionalMatching(name, form, message), "");
    }

    /** A text of a given form, or null where it is absent or null. */
    public @Nullable String optionalMatching(String name, Pattern form, String message) {
        String text = optionalText(name, 1000);
        if (text != null && !form.matcher(text).matches()) {
            fault(name, message);
            return null;
        }
        return text;
    }

    /** A required date. */
    public LocalDate date(String name) {
        return required(name, optionalDate(name), LocalDate.EPOCH);
    }

    /** A date, or null where it is absent or null. */
    public @Nullable LocalDate optionalDate(String name) {
        switch (value(name)) {
            case null -> {
                return null;
            }
            case String text -> {
                LocalDate date = IsoDates.read(text);
                if (date == null) {
                    fault(name, Wording.notDate(text));
                }
                return date;
            }
            default -> {
                fault(name, Wording.NOT_DATE.text());
                return null;
            }
        }
    }

    /** A required whole number, the bounds included. */
    public int integer(String name, int min, int max) {
        return required(name, optionalInteger(name, min, max), min);
    }

    /** A whole number, or null where it is absent or null. */
    public @Nullable Integer optionalInteger(String name, int min, int max) {
        Object value = value(name);
        return value == null ? null : whole(path(name), value, min, max);
    }

    /** A required whole number that may be large, the bounds included. */
    public long number(String name, long min, long max) {
        Long number = optionalNumber(name, min, max);
        return required(name, number, min);
    }

    /** A whole number that may be large, or null where it is absent or null. */
    public @Nullable Long optionalNumber(String name, long min, long max) {
        switch (value(name)) {
            case null -> {
                return null;
            }
            case BigInteger number -> {
                if (number.compareTo(BigInteger.valueOf(min)) < 0
                        || number.compareTo(BigInteger.valueOf(max)) > 0) {
                    fault(name, range(min, max));
                    return null;
                }
                return number.longValueExact();
            }
            default -> {
                fault(name, Wording.NOT_INTEGER.text());
                return null;
            }
        }
    }

    /** A required true or false. */
    public boolean bool(String name) {
        return required(name, optionalBool(name), false);
    }

    /** True or false, or null where it is absent or null. */
    public @Nullable Boolean optionalBool(String name) {
        return switch (value(name)) {
            case null -> null;
            case Boolean bool -> bool;
            default -> {
                fault(name, Wording.NOT_BOOLEAN.text());
                yield null;
            }
        };
    }

    /** A required list of texts, possibly empty; each of them not blank. */
    public List<String> texts(String name, int maxItems, int maxLength) {
        return required(name, optionalTexts(name, maxItems, maxLength), List.of());
    }

    /** A list of texts, or null where it is absent or null. */
    public @Nullable List<String> optionalTexts(String name, int maxItems, int maxLength) {
        List<?> items = list(name, maxItems);
        if (items == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String place = path(name) + "[" + i + "]";
            if (items.get(i) instanceof String text) {
                String checked = checked(place, text, maxLength);
                if (checked != null) {
                    texts.add(checked);
                }
            } else {
                faults.add(new Fault(place, Wording.ITEM_NOT_TEXT.text()));
            }
        }
        return List.copyOf(texts);
    }

    /** A required set of years 1900–2200, possibly empty; the same year twice is a fault. */
    public SortedSet<Integer> years(String name) {
        return required(name, optionalYears(name), Collections.emptySortedSet());
    }

    /** A set of years 1900–2200, or null where it is absent or null. */
    public @Nullable SortedSet<Integer> optionalYears(String name) {
        List<?> items = list(name, 301);
        if (items == null) {
            return null;
        }
        SortedSet<Integer> years = new TreeSet<>();
        for (int i = 0; i < items.size(); i++) {
            String place = path(name) + "[" + i + "]";
            Integer year = whole(place, items.get(i), 1900, 2200);
            if (year != null && !years.add(year)) {
                faults.add(new Fault(place, Wording.DUPLICATE_YEAR.text(year)));
            }
        }
        return Collections.unmodifiableSortedSet(years);
    }

    /** A required word out of a list; the fault names the list in the order of the map. */
    public <T> T choice(String name, Map<String, T> allowed) {
        T chosen = optionalChoice(name, allowed);
        return required(name, chosen, allowed.values().iterator().next());
    }

    /** A word out of a list, or null where it is absent or null. */
    public <T> @Nullable T optionalChoice(String name, Map<String, T> allowed) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        T chosen = value instanceof String text ? allowed.get(text) : null;
        if (chosen == null) {
            fault(name, Wording.NOT_ONE_OF.text(String.join(", ", allowed.keySet())));
        }
        return chosen;
    }

    /** A required object; its faults are named {@code name.field}. */
    public Input object(String name) {
        Input object = optionalObject(name);
        if (object != null) {
            return object;
        }
        return required(name, null, new Input(path(name) + ".", Map.of(), new ArrayList<>()));
    }

    /** An object, or null where it is absent or null. */
    public @Nullable Input optionalObject(String name) {
        return switch (value(name)) {
            case null -> null;
            case Map<?, ?> map -> nested(path(name) + ".", map);
            default -> {
                fault(name, Wording.NOT_OBJECT.text());
                yield null;
            }
        };
    }

    /** A required list of objects, possibly empty; faults are named {@code name[0].field}. */
    public <T> List<T> objects(String name, int maxItems, Function<Input, T> reader) {
        return required(name, optionalObjects(name, maxItems, reader), List.of());
    }

    /** A list of objects, or null where it is absent or null. */
    public <T> @Nullable List<T> optionalObjects(
            String name, int maxItems, Function<Input, T> reader) {
        List<?> items = list(name, maxItems);
        if (items == null) {
            return null;
        }
        List<T> objects = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String place = path(name) + "[" + i + "]";
            if (items.get(i) instanceof Map<?, ?> map) {
                objects.add(reader.apply(nested(place + ".", map)));
            } else {
                faults.add(new Fault(place, Wording.NOT_OBJECT.text()));
            }
        }
        return Collections.unmodifiableList(objects);
    }

    /**
     * Takes what is emptied by its name in {@code leegmaken}: of these lists such a one reads from
     * here on as given, and empty. One that is given empty is a fault, since generated clients send
     * empty lists unasked.
     */
    public void emptied(String... lists) {
        for (String list : lists) {
            if (value(list) instanceof List<?> given && given.isEmpty()) {
                fault(list, Wording.EMPTY_LIST.text(list));
            }
        }
        for (String name :
                Objects.requireNonNullElse(
                        optionalTexts(EMPTIED, lists.length, Longest.CODE), List.<String>of())) {
            if (!List.of(lists).contains(name)) {
                fault(EMPTIED, Wording.NOT_ONE_OF.text(String.join(", ", lists)));
            } else if (fields.putIfAbsent(name, List.of()) != null) {
                fault(EMPTIED, Wording.EMPTIED_AND_GIVEN.text(name));
            }
        }
    }

    /** Notes a fault of the caller's own about a field of this object. */
    public void fault(String field, String message) {
        asked.add(field);
        faults.add(new Fault(path(field), message));
    }

    /** Whether something is wrong so far. */
    public boolean faulty() {
        return !faults.isEmpty();
    }

    /** Whether a fault was found about a field of this object. */
    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.veld().equals(path(field)));
    }

    /** Refuses all faults at once (400), the fields nobody asked about included. */
    public void done() {
        done(Parameters.of(null));
    }

    /** Refuses all faults of body and query string at once (400). */
    public void done(Parameters parameters) {
        List<Fault> all = new ArrayList<>(faults);
        unknown(all);
        all.addAll(parameters.allFaults());
        if (!all.isEmpty()) {
            throw Problem.invalid(all.stream().distinct().toList());
        }
    }

    private void unknown(List<Fault> all) {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                String message =
                        NearNames.nearest(name, asked)
                                .map(near -> Wording.UNKNOWN_FIELD_NEAR.text(near))
                                .orElseGet(() -> Wording.UNKNOWN_FIELD.text());
                all.add(new Fault(path(name), message));
            }
        }
        nested.forEach(object -> object.unknown(all));
    }

    private @Nullable Object value(String name) {
        asked.add(name);
        Object value = fields.get(name);
        return value == Json.NULL ? null : value;
    }

    private <T> T required(String name, @Nullable T value, T harmless) {
        if (value != null) {
            return value;
        }
        if (value(name) == null) {
            faults.add(new Fault(path(name), Wording.MISSING.text()));
        }
        return harmless;
    }

    private @Nullable List<?> list(String name, int maxItems) {
        switch (value(name)) {
            case null -> {
                return null;
            }
            case List<?> list -> {
                if (list.size() > maxItems) {
                    fault(name, Wording.TOO_MANY_ITEMS.text(maxItems, list.size()));
                    return List.of();
                }
                return list;
            }
            default -> {
                fault(name, Wording.NOT_LIST.text());
                return null;
            }
        }
    }

    private @Nullable Integer whole(String place, @Nullable Object value, int min, int max) {
        if (!(value instanceof BigInteger number)) {
            faults.add(new Fault(place, Wording.NOT_INTEGER.text()));
            return null;
        }
        if (number.compareTo(BigInteger.valueOf(min)) < 0
                || number.compareTo(BigInteger.valueOf(max)) > 0) {
            faults.add(new Fault(place, range(min, max)));
            return null;
        }
        return number.intValueExact();
    }

    private @Nullable String checked(String place, String text, int max) {
        String tidy = Characters.tidy(text);
        Wording wrong =
                tidy.isEmpty()
                        ? Wording.BLANK
                        : !Characters.storable(tidy)
                                ? Wording.UNSTORABLE
                                : Characters.length(tidy) > max ? Wording.TOO_LONG : null;
        if (wrong == null) {
            return tidy;
        }
        faults.add(new Fault(place, wrong.text(max, Characters.length(tidy))));
        return null;
    }

    private Input nested(String place, Map<?, ?> map) {
        Map<String, Object> inner = new LinkedHashMap<>();
        map.forEach((key, value) -> inner.put((String) key, value));
        Input object = new Input(place, inner, faults);
        nested.add(object);
        return object;
    }

    private String path(String name) {
        return prefix + name;
    }

    static String range(long min, long max) {
        if (max == Integer.MAX_VALUE || max == Long.MAX_VALUE) {
            return Wording.BELOW.text(min);
        }
        if (min == Integer.MIN_VALUE || min == Long.MIN_VALUE) {
            return Wording.ABOVE.text(max);
        }
        return Wording.OUT_OF_RANGE.text(min, max);
    }

    private enum Json {
        NULL,
        /** A number that is not whole; no field of this interface takes one. */
        FRACTION
    }

    private static Map<String, Object> readObject(
            JsonParser parser, String place, List<Fault> faults) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = readValue(parser, place + name, faults);
            if (fields.putIfAbsent(name, value) != null) {
                faults.add(new Fault(place + name, Wording.DUPLICATE_FIELD.text()));
            }
        }
        return fields;
    }

    private static Object readValue(JsonParser parser, String place, List<Fault> faults) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> readObject(parser, place + ".", faults);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(readValue(parser, place + "[" + items.size() + "]", faults));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Json.NULL;
            default -> Json.FRACTION;
        };
    }

    private static String decode(byte[] body) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Problem.invalid(WHOLE, Wording.JSON_NOT_UTF8.text());
        }
    }
}
