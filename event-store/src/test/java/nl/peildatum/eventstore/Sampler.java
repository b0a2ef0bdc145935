package nl.peildatum.eventstore;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of any kind out of its record's components, always the same one: with everything
 * filled in, or with nothing but what must be.
 */
final class Sampler {

    static final ProgrammeId PROGRAMME = new ProgrammeId("samen-tegen-mensenhandel");

    private final boolean optionalToo;

    private Sampler(boolean optionalToo) {
        this.optionalToo = optionalToo;
    }

    static Event full(Class<? extends Event> kind) {
        return (Event) new Sampler(true).make(kind);
    }

    static Event minimal(Class<? extends Event> kind) {
        return (Event) new Sampler(false).make(kind);
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Object make(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values =
                Arrays.stream(components)
                        .map(
                                component ->
                                        isOptional(component) && !optionalToo
                                                ? null
                                                : value(component))
                        .toArray();
        try {
            return type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    private Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return text(component.getName());
        }
        if (type == int.class || type == Integer.class) {
            return Math.floorMod(component.getName().hashCode(), 40) + 1;
        }
        if (type == long.class || type == Long.class) {
            return (long) Math.floorMod(component.getName().hashCode(), 40) + 1;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == LocalDate.class) {
            return component.getName().equals("effectiveOn")
                    ? LocalDate.of(2025, 11, 30)
                    : LocalDate.of(2026, 6, 1);
        }
        if (type == ProgrammeId.class) {
            return PROGRAMME;
        }
        if (type == ActionId.class) {
            return new ActionId(PROGRAMME, "extra-1");
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length / 2];
        }
        if (type.isRecord()) {
            return make(type);
        }
        if (List.class.isAssignableFrom(type)) {
            return optionalToo
                    ? List.of(element(component, "een"), element(component, "twee"))
                    : List.of();
        }
        if (SortedSet.class.isAssignableFrom(type)) {
            return optionalToo ? several(component) : new TreeSet<>();
        }
        throw new AssertionError(
                "no sample of a %s is known here; add one for %s".formatted(type, component));
    }

    private static SortedSet<?> several(RecordComponent component) {
        Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return element == Integer.class
                ? new TreeSet<>(List.of(2026, 2024, 2025))
                : new TreeSet<>(Arrays.asList(((Class<?>) element).getEnumConstants()));
    }

    private Object element(RecordComponent component, String which) {
        Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return element == String.class
                ? text(component.getName() + " " + which)
                : make((Class<?>) element);
    }

    /** Everything in it that a writer of JSON could write in more than one way. */
    private static String text(String name) {
        return name + " ‘één’ \"/\\\"\n\t€ 🙂";
    }
}
