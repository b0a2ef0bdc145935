package nl.peildatum.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.peildatum.contract.Characters;
import nl.peildatum.contract.Fault;
import nl.peildatum.contract.IsoDates;
import nl.peildatum.contract.Moments;
import nl.peildatum.contract.NearNames;
import org.jspecify.annotations.Nullable;

/**
 * The query string of a request, read strictly: every question notes what is wrong, and {@link
 * #done()} refuses all faults at once, parameters nobody asked about included. An empty value is a
 * fault, except of a text, where it means that the parameter is not there.
 */
public final class Parameters {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, List<String>> repeats = new LinkedHashMap<>();

    private Parameters(@Nullable String query) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String rawName = equals < 0 ? pair : pair.substring(0, equals);
            String name = decode(rawName);
            String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name == null || value == null) {
                String shown = name == null ? rawName : name;
                faults.add(new Fault(shown, Wording.BAD_ENCODING.text()));
                asked.add(shown);
            } else if (values.putIfAbsent(name, value) != null) {
                repeats.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
    }

    /** Reads a query string as it was sent, still encoded; null where there is none. */
    public static Parameters of(@Nullable String query) {
        return new Parameters(query);
    }

    /** Whether the parameter is there, be it empty. */
    public boolean has(String name) {
        asked.add(name);
        return values.containsKey(name);
    }

    /** Whether the parameter says exactly this word. */
    public boolean says(String name, String word) {
        asked.add(name);
        return word.equals(values.get(name));
    }

    /** A date, or null where it is not there. */
    public @Nullable LocalDate optionalDate(String name) {
        String text = value(name);
        LocalDate date = text == null ? null : IsoDates.read(text);
        if (text != null && date == null) {
            fault(name, Wording.notDate(text));
        }
        return date;
    }

    /** A required date. */
    public LocalDate date(String name) {
        LocalDate date = optionalDate(name);
        return date == null ? missing(name, LocalDate.EPOCH) : date;
    }

    /** A moment with a zone, cut off to whole microseconds, or null where it is not there. */
    public @Nullable Instant optionalInstant(String name) {
        String text = value(name);
        Instant moment = text == null ? null : Moments.read(text);
        if (text != null && moment == null) {
            fault(name, Wording.NOT_INSTANT.text());
        }
        return moment;
    }

    /** A whole number of at least {@code min}, or null where it is not there. */
    public @Nullable Long optionalLong(String name, long min) {
        return number(name, min, Long.MAX_VALUE);
    }

    /** A whole number, the bounds included, or null where it is not there. */
    public @Nullable Integer optionalInteger(String name, int min, int max) {
        Long number = number(name, min, max);
        return number == null ? null : number.intValue();
    }

    /** A word out of a list, or null where it is not there. */
    public <T> @Nullable T optionalChoice(String name, Map<String, T> allowed) {
        String text = value(name);
        T chosen = text == null ? null : allowed.get(text);
        if (text != null && chosen == null) {
            fault(name, Wording.NOT_ONE_OF.text(String.join(", ", allowed.keySet())));
        }
        return chosen;
    }

    /** True only where the parameter is there and says {@code true}. */
    public boolean flag(String name) {
        String text = value(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(name, Wording.NOT_FLAG.text());
        }
        return "true".equals(text);
    }

    /** A text, tidied as in {@link Input}, or null where it is not there or blank. */
    public @Nullable String optionalText(String name, int max) {
        asked.add(name);
        String text = values.get(name);
        String tidy = text == null ? "" : Characters.tidy(text);
        if (tidy.isEmpty()) {
            return null;
        }
        if (!Characters.storable(tidy)) {
            fault(name, Wording.UNSTORABLE.text());
            return null;
        }
        if (Characters.length(tidy) > max) {
            fault(name, Wording.TOO_LONG.text(max, Characters.length(tidy)));
            return null;
        }
        return tidy;
    }

    /** Words between commas, without white space around them; empty where it is not there. */
    public List<String> list(String name, int maxItems, int maxLength) {
        String text = optionalText(name, maxItems * (maxLength + 1));
        if (text == null) {
            return List.of();
        }
        List<String> items = Stream.of(text.split(",", -1)).map(Characters::tidy).toList();
        if (items.size() > maxItems) {
            fault(name, Wording.TOO_MANY_ITEMS.text(maxItems, items.size()));
        } else if (items.stream().anyMatch(String::isEmpty)) {
            fault(name, Wording.BLANK.text());
        } else {
            items.stream()
                    .filter(item -> Characters.length(item) > maxLength)
                    .forEach(
                            item ->
                                    fault(
                                            name,
                                            Wording.TOO_LONG.text(
                                                    maxLength, Characters.length(item))));
        }
        return items;
    }

    /** As {@link #list}, but it may also be given more than once. */
    public List<String> repeatable(String name, int maxItems, int maxLength) {
        List<String> more = repeats.remove(name);
        if (more != null) {
            values.merge(name, String.join(",", more), (first, rest) -> first + "," + rest);
        }
        return list(name, maxItems, maxLength);
    }

    /** Notes a fault of the caller's own about a parameter. */
    public void fault(String parameter, String message) {
        asked.add(parameter);
        faults.add(new Fault(parameter, message));
    }

    /** Whether something is wrong so far. */
    public boolean faulty() {
        return !faults.isEmpty() || !repeats.isEmpty();
    }

    /** Refuses all faults at once (400), the parameters nobody asked about included. */
    public void done() {
        List<Fault> all = allFaults();
        if (!all.isEmpty()) {
            throw Problem.invalid(all.stream().distinct().toList());
        }
    }

    List<Fault> allFaults() {
        List<Fault> all = new ArrayList<>();
        for (String name : repeats.keySet()) {
            all.add(new Fault(name, Wording.REPEATED_PARAMETER.text()));
        }
        all.addAll(faults);
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                String message =
                        asked.isEmpty()
                                ? Wording.NO_PARAMETERS.text()
                                : NearNames.nearest(name, asked)
                                        .map(near -> Wording.UNKNOWN_PARAMETER_NEAR.text(near))
                                        .orElseGet(
                                                () ->
                                                        Wording.UNKNOWN_PARAMETER.text(
                                                                String.join(", ", asked)));
                all.add(new Fault(name, message));
            }
        }
        return all;
    }

    private @Nullable Long number(String name, long min, long max) {
        String text = value(name);
        if (text == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            fault(name, Wording.NOT_INTEGER.text());
            return null;
        }
        long number = Long.parseLong(text);
        if (number < min || number > max) {
            fault(name, Input.range(min, max));
            return null;
        }
        return number;
    }

    private @Nullable String value(String name) {
        asked.add(name);
        String value = values.get(name);
        if (value != null && value.isEmpty()) {
            fault(name, Wording.EMPTY_PARAMETER.text());
            return null;
        }
        return value;
    }

    private <T> T missing(String name, T harmless) {
        if (!values.containsKey(name)) {
            fault(name, Wording.MISSING.text());
        }
        return harmless;
    }

    private static @Nullable String decode(String encoded) {
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
