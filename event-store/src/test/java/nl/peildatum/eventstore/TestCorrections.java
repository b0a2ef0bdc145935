package nl.peildatum.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.peildatum.events.Correction;
import org.jspecify.annotations.Nullable;

/** What of an entry reads differently, in few words. */
public final class TestCorrections {

    private TestCorrections() {}

    /** One of these parts, each a name and what it reads as; the others stay as they were. */
    public static Correction of(@Nullable Object... parts) {
        Map<@Nullable Object, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            named.put(parts[i], parts[i + 1]);
        }
        named.putIfAbsent("removed", new TreeSet<>());
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : Correction.class.getRecordComponents()) {
            values.add(named.remove(component.getName()));
        }
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("no such part: " + named.keySet());
        }
        try {
            return (Correction)
                    Correction.class.getDeclaredConstructors()[0].newInstance(values.toArray());
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalArgumentException(
                    unfit instanceof InvocationTargetException wrong ? wrong.getCause() : unfit);
        }
    }
}
