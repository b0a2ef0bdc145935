package nl.peildatum.command.http;

import java.util.Map;
import java.util.Objects;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.words.Codes;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.Status;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** What the codes of requests mean. */
final class Coded<T> extends StdDeserializer<T> {
    private final transient Map<String, T> byCode;

    private Coded(Class<T> type, Map<String, T> byCode) {
        super(type);
        this.byCode = byCode;
    }

    static JacksonModule module() {
        SimpleModule module = new SimpleModule("codes");
        add(module, Move.class, StatusChanges.byCode());
        add(module, Status.class, Codes.STATUSES);
        add(module, LinkKind.class, Codes.LINKS);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Map<String, T> byCode) {
        module.addDeserializer(type, new Coded<>(type, byCode));
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        return Objects.requireNonNull(byCode.get(json.getString()));
    }
}
