package nl.peildatum.command.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.peildatum.events.LineContent;
import org.jspecify.annotations.Nullable;

/** What a line says, by the field names of the interface. */
public final class LineFields {

    private LineFields() {}

    /** All of them, in the order of the interface; what is absent is null. */
    public static Map<String, Object> of(LineContent content) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("titel", content.title());
        fields.put("langeTitel", content.longTitle());
        fields.put("inleiding", content.introduction());
        fields.put("doelenInleiding", content.goalsIntroduction());
        fields.put("doelen", content.goals());
        fields.put("effectenInleiding", content.effectsIntroduction());
        fields.put("effecten", content.effects());
        fields.put("volgorde", content.position());
        return fields;
    }

    /** Those fields that read differently in the other, or all of them when there is no other. */
    static Map<String, Object> differing(Map<String, Object> fields, Map<String, Object> other) {
        Map<String, Object> differing = new LinkedHashMap<>(fields);
        differing
                .entrySet()
                .removeIf(
                        field ->
                                !other.isEmpty()
                                        && same(field.getValue(), other.get(field.getKey())));
        return differing;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return (one instanceof List<?> these && other instanceof List<?> those)
                ? these.size() == those.size()
                        && IntStream.range(0, these.size())
                                .allMatch(i -> Draft.same(these.get(i), those.get(i)))
                : Draft.same(one, other);
    }
}
