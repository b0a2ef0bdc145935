package nl.peildatum.command.words;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.peildatum.events.LineContent;

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
}
