package nl.peildatum.standalone.document;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.api.Given;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.words.Codes;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Java takes for a value, as a schema would say it.
 *
 * @param format empty for none
 * @param codes what it can be, where that is a few words; none where it is any
 * @param most the largest number that it can hold
 * @param items of a list, each of which has the same
 * @param fields of an object
 */
record Form(
        String type,
        String format,
        Set<String> codes,
        long most,
        List<Form> items,
        List<Field> fields) {

    private static final Map<Class<?>, Form> PLAIN =
            Map.of(
                    String.class, of("string", "", 0),
                    LocalDate.class, of("string", "date", 0),
                    Instant.class, of("string", "date-time", 0),
                    int.class, of("integer", "", Integer.MAX_VALUE),
                    Integer.class, of("integer", "", Integer.MAX_VALUE),
                    long.class, of("integer", "", Long.MAX_VALUE),
                    Long.class, of("integer", "", Long.MAX_VALUE),
                    boolean.class, of("boolean", "", 0),
                    Boolean.class, of("boolean", "", 0));

    /** The codes that are not the names that Jackson reads. */
    private static final Map<Class<?>, Set<String>> CODES =
            Map.of(
                    Move.class, StatusChanges.byCode().keySet(),
                    Status.class, Codes.STATUSES.keySet(),
                    LinkKind.class, Codes.LINKS.keySet());

    /**
     * A part of a record that a request is read into.
     *
     * @param needed whether it is never null
     * @param given whether absent and null differ
     */
    record Field(String name, Form form, boolean needed, boolean given) {

        static List<Field> of(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }

        Field called(String otherName) {
            return new Field(otherName, form, needed, given);
        }

        Field as(Form otherForm) {
            return new Field(name, otherForm, needed, given);
        }

        Field needed(boolean isNeeded) {
            return new Field(name, form, isNeeded, given);
        }

        private static Field of(RecordComponent component) {
            AnnotatedType type = component.getAnnotatedType();
            boolean given = component.getType().equals(Given.class);
            return new Field(
                    component.getName(),
                    Form.of(type.getType()),
                    !given && !type.isAnnotationPresent(Nullable.class),
                    given);
        }
    }

    private static Form of(String type, String format, long most) {
        return new Form(type, format, Set.of(), most, List.of(), List.of());
    }

    static Form of(Type type) {
        if (type instanceof ParameterizedType several) {
            Form first = of(several.getActualTypeArguments()[0]);
            return several.getRawType().equals(Given.class)
                    ? first
                    : new Form("array", "", Set.of(), 0, List.of(first), List.of());
        }
        Class<?> one = (Class<?>) type;
        if (one.isEnum()) {
            return new Form("string", "", codes(one), 0, List.of(), List.of());
        }
        return one.isRecord()
                ? new Form("object", "", Set.of(), 0, List.of(), Field.of(one))
                : Objects.requireNonNull(PLAIN.get(one), one.getName());
    }

    private static Set<String> codes(Class<?> type) {
        JsonMapper json = JsonMapper.shared();
        Set<String> codes = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
            codes.add(json.convertValue(constant, String.class));
        }
        return CODES.getOrDefault(type, codes);
    }
}
