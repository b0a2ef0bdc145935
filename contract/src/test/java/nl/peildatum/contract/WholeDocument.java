package nl.peildatum.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document, made of its parts. */
public final class WholeDocument {
    private WholeDocument() {}

    /** Reads it. */
    public static JsonNode read() {
        ObjectNode whole = part("openapi");
        whole.remove("x-delen")
                .forEach(
                        name -> {
                            ObjectNode part = part(name.asString());
                            ((ArrayNode) whole.path("tags")).addAll((ArrayNode) part.path("tags"));
                            whole.withObject("/paths").setAll((ObjectNode) part.path("paths"));
                            part.path("components")
                                    .forEachEntry(
                                            (kind, named) ->
                                                    whole.withObject("/components/" + kind)
                                                            .setAll((ObjectNode) named));
                        });
        return whole;
    }

    private static ObjectNode part(String name) {
        try (InputStream file = WholeDocument.class.getResourceAsStream(name + ".yaml")) {
            return (ObjectNode) new YAMLMapper().readTree(Objects.requireNonNull(file, name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
