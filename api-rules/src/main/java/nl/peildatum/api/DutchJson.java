package nl.peildatum.api;

import java.time.Instant;
import nl.peildatum.contract.Moments;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How answers are written, and requests read: members as declared, dates in ISO form, moments with
 * six decimals.
 */
final class DutchJson {
    private DutchJson() {}

    static JsonMapper.Builder customise(JsonMapper.Builder builder) {
        SimpleModule moments = new SimpleModule("moments");
        moments.addSerializer(Instant.class, new MomentSerializer());
        moments.addDeserializer(Instant.class, new MomentDeserializer());
        return builder.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .addModule(moments);
    }

    private static final class MomentSerializer extends StdSerializer<Instant> {
        MomentSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
            json.writeString(Moments.format(moment));
        }
    }

    private static final class MomentDeserializer extends StdDeserializer<Instant> {
        MomentDeserializer() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
            return Moments.read(json.getString());
        }
    }
}
