package nl.peildatum.api;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How answers are written: members as declared, dates in ISO form, moments with six decimals. */
final class DutchJson {
    private DutchJson() {}

    static JsonMapper.Builder customise(JsonMapper.Builder builder) {
        SimpleModule moments = new SimpleModule("moments");
        moments.addSerializer(Instant.class, new MomentSerializer());
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
}
