package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the document keeps as a whole, besides what a request can be. */
class DocumentRulesTest {
    private final JsonNode document = new JsonMapper().readTree(Contract.published().json(true));

    /** Or a generated client gives it a name of its own. */
    @Test
    void every_object_has_a_name() {
        assertThat(nameless()).isEmpty();

        ((ObjectNode) document.at("/components/schemas/Dashboard/properties"))
                .set("totaal", document.at("/components/schemas/Aantallen"));
        assertThat(nameless()).containsExactly("Dashboard.totaal");
    }

    @Test
    void the_address_has_the_version_and_no_insecure_transport() {
        assertThat(document.path("servers").valueStream().map(one -> one.path("url").asString()))
                .isNotEmpty()
                .allMatch(url -> url.contains("/v1") && !url.startsWith("http:"));
    }

    @Test
    void every_part_is_used() {
        String text = document.toString();
        Set<String> unused = new TreeSet<>();
        document.path("components")
                .forEachEntry(
                        (kind, parts) ->
                                parts.propertyNames().stream()
                                        .map(name -> "#/components/" + kind + "/" + name)
                                        .filter(name -> !text.contains('"' + name + '"'))
                                        .forEach(unused::add));
        // named by its own name in every security
        assertThat(unused).containsExactly("#/components/securitySchemes/token");
    }

    private List<String> nameless() {
        List<String> nameless = new ArrayList<>();
        document.at("/components/schemas")
                .forEachEntry(
                        (name, schema) ->
                                schema.path("properties")
                                        .forEachEntry(
                                                (property, of) ->
                                                        look(name + "." + property, of, nameless)));
        return nameless;
    }

    private static void look(String place, JsonNode schema, List<String> nameless) {
        if (schema.has("properties")) {
            nameless.add(place);
        }
        for (String part : List.of("items", "additionalProperties")) {
            if (schema.path(part).isObject()) {
                look(place, schema.path(part), nameless);
            }
        }
        schema.path("oneOf").forEach(one -> look(place, one, nameless));
    }
}
