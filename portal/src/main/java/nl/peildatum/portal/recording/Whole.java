package nl.peildatum.portal.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form that states something as a whole, and of which the consequence cannot be asked for: what
 * is left empty is not there from then on.
 *
 * @param needed what has to be filled in
 * @param now what stands there now
 * @param from the day from which it holds, as far as one is proposed
 */
record Whole(
        List<Property> properties,
        List<Property> needed,
        Function<Property, @Nullable Object> now,
        @Nullable String from) {

    private static final List<Property> WHY =
            List.of(Property.INGANGSDATUM, Property.REDEN, Property.BRON);

    List<Field> fields(Filled filled) {
        List<Field> fields = new ArrayList<>();
        for (Property property : properties) {
            Field field = property.on("", filled, now.apply(property));
            fields.add(needed.contains(property) ? field.needed() : field);
        }
        fields.add(Property.INGANGSDATUM.on("", filled, from));
        fields.add(Property.REDEN.on("", filled, null).helped("formulier.reden"));
        fields.add(Property.BRON.on("", filled, null));
        return fields;
    }

    Map<String, Object> body(Filled filled) {
        Map<String, Object> body = new LinkedHashMap<>();
        properties.forEach(p -> p.addWhole(body, filled, now.apply(p)));
        WHY.forEach(p -> p.addChanged(body, "", filled, null));
        return body;
    }
}
