package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the published document says of requests, by what the validator and clients need. */
class RequestsTest {
    private static final JsonNode DOCUMENT =
            new JsonMapper().readTree(Contract.published().json(true));
    private static final List<String> FORMS = List.of("enum", "const", "format");

    static List<Operation> operations() {
        return Contract.published().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everything_that_can_be_asked_can_be_checked(Operation operation) {
        Known known = () -> LocalDate.of(2026, 1, 1);
        assertThat(operation.read("onbekend=1", null).faults(known))
                .extracting(Fault::veld)
                .contains("onbekend");
        assertThat(operation.everybody() || !operation.roles().isEmpty()).isTrue();
    }

    /**
     * To the validator {@code int64} is no limit, a text may be endless, and an object without
     * {@code additionalProperties} takes what nobody reads; a client cannot name an object that has
     * no name.
     */
    @Test
    void every_value_of_a_request_is_bounded_and_every_object_closed_and_named() {
        Set<String> seen = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        for (JsonNode item : DOCUMENT.path("paths")) {
            for (JsonNode operation : item) {
                operation
                        .path("parameters")
                        .forEach(
                                parameter ->
                                        look(resolved(parameter).path("schema"), "?", seen, wrong));
                resolved(operation.path("requestBody"))
                        .path("content")
                        .path("application/json")
                        .forEach(
                                schema ->
                                        look(
                                                schema,
                                                operation.path("operationId").asString(),
                                                seen,
                                                wrong));
            }
        }
        assertThat(seen).hasSizeGreaterThan(30);
        assertThat(wrong).isEmpty();
    }

    private static void look(JsonNode schema, String place, Set<String> seen, List<String> wrong) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString();
            if (seen.add(name)) {
                look(resolved(schema), name, seen, wrong);
            }
            return;
        }
        switch (Faults.typeOf(schema)) {
            case "integer" -> need(schema.has("minimum") && schema.has("maximum"), place, wrong);
            case "string" ->
                    need(
                            schema.has("maxLength") || FORMS.stream().anyMatch(schema::has),
                            place,
                            wrong);
            case "object" ->
                    need(
                            place.startsWith("#/components/schemas/")
                                    && schema.has("additionalProperties"),
                            place,
                            wrong);
            case "array" -> {
                need(schema.has("maxItems"), place, wrong);
                look(schema.path("items"), place + "[]", seen, wrong);
            }
            default -> need(!Faults.typeOf(schema).equals("number"), place, wrong);
        }
        schema.path("properties")
                .forEachEntry((name, property) -> look(property, place + "." + name, seen, wrong));
        for (JsonNode alternative : schema.path("anyOf")) {
            look(alternative, place, seen, wrong);
        }
    }

    private static void need(boolean there, String place, List<String> wrong) {
        if (!there) {
            wrong.add(place);
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asString().substring(1)) : node;
    }
}
