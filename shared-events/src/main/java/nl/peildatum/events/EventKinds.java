package nl.peildatum.events;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of event there is, and its stable stored name. */
public final class EventKinds {

    private static final Map<String, Class<? extends Event>> BY_NAME =
            leaves(Event.class)
                    .collect(Collectors.toUnmodifiableMap(EventKinds::nameOf, Function.identity()));

    private EventKinds() {}

    /** All of them, in the order of their stored names. */
    public static List<Class<? extends Event>> all() {
        return BY_NAME.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .<Class<? extends Event>>map(Map.Entry::getValue)
                .toList();
    }

    /** Whether there is a kind of this stored name. */
    public static boolean exists(String name) {
        return BY_NAME.containsKey(name);
    }

    /**
     * The kind of a stored name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Class<? extends Event> named(String name) {
        Class<? extends Event> kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of event is stored as " + name);
        }
        return kind;
    }

    /** The stored name of a kind of event. */
    public static String nameOf(Class<?> kind) {
        return stored(kind).value();
    }

    /** The revision of the stored form that is written today. */
    public static int revisionOf(Class<?> kind) {
        return stored(kind).revision();
    }

    private static StoredAs stored(Class<?> kind) {
        StoredAs stored = kind.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new IllegalArgumentException(kind + " has no stored name");
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
