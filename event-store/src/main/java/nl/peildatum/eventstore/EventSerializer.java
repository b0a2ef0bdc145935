package nl.peildatum.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.peildatum.events.Event;
import nl.peildatum.events.EventKinds;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as JSON under their stable names, without what is null, in the order declared. */
public final class EventSerializer extends Jackson3Serializer {

    private static final String UNKNOWN = "unknown";

    public EventSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventSerializer::plain));
    }

    private static void plain(JsonMapper.Builder builder) {
        builder.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    JsonMapper mapper() {
        return (JsonMapper) getObjectMapper();
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        return Event.class.isAssignableFrom(type)
                ? new SimpleSerializedType(
                        EventKinds.nameOf(type), String.valueOf(EventKinds.revisionOf(type)))
                : super.typeForClass(type);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        // A name in the table is never taken for the name of a class.
        if (EventKinds.exists(type.getName())) {
            return EventKinds.named(type.getName()).getName();
        }
        return type.getName().equals(MetaData.class.getName()) ? type.getName() : UNKNOWN;
    }
}
