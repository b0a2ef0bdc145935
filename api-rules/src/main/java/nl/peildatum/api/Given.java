package nl.peildatum.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * A field that means one thing where it is not there and another where it is null.
 *
 * @param given whether it is there
 * @param value null where it is not there, or is null
 */
public record Given<T>(boolean given, @Nullable T value) {

    /** How JSON is read as this. */
    static JacksonModule module() {
        SimpleModule module = new SimpleModule("given");
        module.addDeserializer(Given.class, new Reader(null));
        return module;
    }

    /** Whether it is there and is null. */
    public boolean isNull() {
        return given && value == null;
    }

    /** The value where it is there, be it null; otherwise the other one. */
    public @Nullable T or(@Nullable T other) {
        return given ? value : other;
    }

    @SuppressWarnings("rawtypes") // of what it is a field, only the record knows
    private static final class Reader extends ValueDeserializer<Given> {
        private final @Nullable JavaType type;

        Reader(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public ValueDeserializer<?> createContextual(
                DeserializationContext context, @Nullable BeanProperty property) {
            JavaType given = property == null ? context.getContextualType() : property.getType();
            return new Reader(given.containedType(0));
        }

        @Override
        public Given deserialize(JsonParser parser, DeserializationContext context) {
            return new Given<>(true, context.readValue(parser, type));
        }

        @Override
        public Given getNullValue(DeserializationContext context) {
            return new Given<>(true, null);
        }

        @Override
        public Given getAbsentValue(DeserializationContext context) {
            return new Given<>(false, null);
        }
    }
}
