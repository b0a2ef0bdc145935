package nl.peildatum.portal.recording;

import java.time.LocalDate;
import java.util.Arrays;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value of a field, in the form of that field, as people read it. */
public final class Value {

    private Value() {}

    /**
     * What it says.
     *
     * @param status whether it is the code of a status
     */
    public static String told(@Nullable JsonNode value, boolean status) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return Words.of("gevolg.niets");
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? Words.of("gevolg.niets")
                    : String.join(
                            ", ", value.valueStream().map(part -> told(part, status)).toList());
        }
        if (value.has("soort") && value.has("actie")) {
            return Words.of(
                    "verband.van",
                    Words.of("verband." + value.path("soort").asString()),
                    value.path("actie").asString());
        }
        if (value.isObject()) {
            return String.join(
                    "\n",
                    value.propertyStream()
                            .filter(part -> !part.getValue().isNull())
                            .map(part -> named(part.getKey(), told(part.getValue(), status)))
                            .toList());
        }
        if (value.isBoolean()) {
            return Words.of(value.asBoolean() ? "gevolg.ja" : "gevolg.nee");
        }
        String text = value.asString();
        if (status) {
            return Arrays.stream(StatusCode.values())
                    .filter(code -> code.name().equals(text))
                    .map(StatusCode::word)
                    .findFirst()
                    .orElse(text);
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? Words.date(LocalDate.parse(text)) : text;
    }

    private static String named(String field, String told) {
        String key = "veld." + field;
        return Words.has(key) ? Words.of("gevolg.veld", Words.of(key), told) : told;
    }
}
