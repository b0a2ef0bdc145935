package nl.peildatum.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of an event and a correction the event as it now reads, field by field. */
final class Rewriting {

    /** What a correction holds that is no field of the event itself. */
    private static final Set<String> AROUND = Set.of("kind", "removed", "effectiveOn", "source");

    /** Asked once: each answer of the class is a copy, of which the accessor is slow at first. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> record) {
                    return List.of(record.getRecordComponents());
                }
            };

    private Rewriting() {}

    static Event of(Event event, EntryCorrected correction) {
        Correction as = correction.as();
        Class<? extends Event> kind =
                as.kind() == null ? event.getClass() : EventKinds.named(as.kind());
        Map<String, @Nullable Object> fields = new HashMap<>(values(event));
        Map<String, @Nullable Object> named = named(correction);
        refuseWhatIsNotThere(kind, named);
        fields.putAll(named);
        fields.put("basis", basis(event.basis(), as));
        return (Event) make(kind, fields);
    }

    private static Basis basis(Basis basis, Correction as) {
        return new Basis(
                as.effectiveOn() == null ? basis.effectiveOn() : as.effectiveOn(),
                basis.actor(),
                as.removed().contains(Correction.Part.SOURCE)
                        ? null
                        : as.source() == null ? basis.source() : as.source());
    }

    /** The event's own fields that read differently. */
    private static Map<String, @Nullable Object> named(EntryCorrected correction) {
        Map<String, @Nullable Object> named = new HashMap<>(values(correction.as()));
        named.keySet().removeAll(AROUND);
        named.put("reason", correction.entryReason());
        named.put("explanation", correction.entryExplanation());
        named.put("exclusionReason", correction.entryExclusionReason());
        named.values().removeIf(value -> value == null);
        for (Correction.Part part : correction.as().removed()) {
            if (part != Correction.Part.SOURCE) {
                named.put(part.field(), null);
            }
        }
        return named;
    }

    private static void refuseWhatIsNotThere(
            Class<? extends Event> kind, Map<String, @Nullable Object> named) {
        Set<String> there =
                COMPONENTS.get(kind).stream()
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
        for (String field : named.keySet()) {
            if (!there.contains(field)) {
                throw new IllegalArgumentException(kind.getSimpleName() + " has no " + field);
            }
        }
    }

    private static Map<String, @Nullable Object> values(Object event) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (RecordComponent component : COMPONENTS.get(event.getClass())) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(event));
            } catch (ReflectiveOperationException impossible) {
                throw new LinkageError(impossible.getMessage(), impossible);
            }
        }
        return values;
    }

    private static Object make(Class<?> kind, Map<String, @Nullable Object> fields) {
        List<RecordComponent> components = COMPONENTS.get(kind);
        try {
            return kind.getDeclaredConstructor(
                            components.stream()
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(
                            components.stream()
                                    .map(component -> fields.get(component.getName()))
                                    .toArray());
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }
}
