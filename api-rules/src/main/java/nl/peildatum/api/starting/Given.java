package nl.peildatum.api.starting;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Settings from outside, which remember whether anything asked for them. A blank one is as one that
 * is not there, for whoever reads it.
 */
final class Given extends AbstractMap<String, Object> {

    private final Map<String, Object> settings;
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    Given(Map<String, String> settings) {
        Map<String, Object> given = new HashMap<>();
        settings.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        given.put(name, value.strip());
                    }
                });
        this.settings = Collections.unmodifiableMap(given);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Object value = name == null ? null : settings.get(name);
        if (value != null) {
            read.add((String) name);
        }
        return value;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name != null && settings.containsKey(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return settings.entrySet();
    }

    /** Those of these names that nothing asked for. */
    Set<String> unread(Predicate<String> ours) {
        Set<String> unread = new TreeSet<>(settings.keySet());
        unread.removeAll(read);
        unread.removeIf(ours.negate());
        return unread;
    }
}
