package nl.peildatum.events;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of event there is, ordered by its stored name. */
final class EventKinds {

    private EventKinds() {}

    static List<Class<?>> all() {
        return leaves(Event.class).sorted(Comparator.comparing(EventKinds::storedName)).toList();
    }

    static String storedName(Class<?> kind) {
        return stored(kind).value();
    }

    static StoredAs stored(Class<?> kind) {
        StoredAs stored = kind.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new AssertionError(kind + " has no stored name");
        }
        return stored;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventKinds::leaves)
                : Stream.of(type);
    }
}
