package nl.peildatum.contract;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a document keeps whatever it says. Each check gives the places that do not; none is right.
 */
public final class DocumentChecks {
    private static final List<String> FORMS = List.of("enum", "const", "format");

    private DocumentChecks() {}

    /** What a document would be if it were the one that is read. */
    public static Contract contract(JsonNode document) {
        return new Contract((ObjectNode) document.deepCopy());
    }

    /**
     * What of a request is not bounded, closed and named. To the validator {@code int64} is no
     * limit, a text may be endless, and an object without {@code additionalProperties} takes what
     * nobody reads; a client cannot name an object that has no name.
     */
    public static Collection<String> unbounded(JsonNode document) {
        Requests requests = new Requests(document);
        for (JsonNode item : document.path("paths")) {
            requests.parameters(item);
            for (JsonNode operation : item) {
                requests.parameters(operation);
                requests.resolved(operation.path("requestBody"))
                        .path("content")
                        .path("application/json")
                        .forEach(
                                schema ->
                                        requests.look(
                                                schema, operation.path("operationId").asString()));
            }
        }
        return requests.seen.size() > 30 ? requests.wrong : List.of("hardly a request");
    }

    private static final class Requests {
        private final JsonNode document;
        private final Set<String> seen = new LinkedHashSet<>();
        private final Set<String> wrong = new LinkedHashSet<>();

        Requests(JsonNode document) {
            this.document = document;
        }

        void parameters(JsonNode holder) {
            holder.path("parameters")
                    .valueStream()
                    .map(this::resolved)
                    .forEach(one -> look(one.path("schema"), one.path("name").asString()));
        }

        void look(JsonNode schema, String place) {
            if (schema.has("$ref")) {
                String name = schema.path("$ref").asString();
                if (seen.add(name)) {
                    look(resolved(schema), name);
                }
                return;
            }
            if (!isBounded(schema, place)) {
                wrong.add(place);
            }
            if (schema.has("items")) {
                look(schema.path("items"), place + "[]");
            }
            schema.path("properties")
                    .forEachEntry((name, property) -> look(property, place + "." + name));
            schema.path("anyOf").forEach(alternative -> look(alternative, place));
        }

        private static boolean isBounded(JsonNode schema, String place) {
            return switch (Faults.typeOf(schema)) {
                case "integer" -> schema.has("minimum") && schema.has("maximum");
                case "string" -> schema.has("maxLength") || FORMS.stream().anyMatch(schema::has);
                case "object" ->
                        place.matches("#/components/schemas/\\w+")
                                && schema.has("additionalProperties");
                case "array" -> schema.has("maxItems");
                case "number" -> false;
                default -> true;
            };
        }

        JsonNode resolved(JsonNode node) {
            return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
        }
    }

    /** The objects in answers and requests to which a generated client gives a name of its own. */
    public static Collection<String> nameless(JsonNode document) {
        List<String> nameless = new ArrayList<>();
        document.at("/components/schemas")
                .forEachEntry(
                        (name, schema) ->
                                schema.path("properties")
                                        .forEachEntry(
                                                (property, of) ->
                                                        nameless(
                                                                name + "." + property,
                                                                of,
                                                                nameless)));
        return nameless;
    }

    private static void nameless(String place, JsonNode schema, List<String> nameless) {
        if (schema.has("properties")) {
            nameless.add(place);
        }
        for (String part : List.of("items", "additionalProperties")) {
            if (schema.path(part).isObject()) {
                nameless(place, schema.path(part), nameless);
            }
        }
        schema.path("oneOf").forEach(one -> nameless(place, one, nameless));
    }

    /** The parts that nothing refers to. */
    public static Collection<String> unused(JsonNode document) {
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
        unused.remove("#/components/securitySchemes/token");
        return unused;
    }

    /** The addresses of the whole that do not say which version they are, or are not safe. */
    public static Collection<String> unsafe(JsonNode document) {
        List<String> servers =
                document.path("servers")
                        .valueStream()
                        .map(one -> one.path("url").asString())
                        .toList();
        return servers.isEmpty()
                ? List.of("no server")
                : servers.stream()
                        .filter(url -> !url.contains("/v1") || url.startsWith("http:"))
                        .toList();
    }

    /**
     * The operations that the document shows as open where reading is not open to all; that it
     * shows itself is meant.
     */
    public static Collection<String> open(JsonNode document) {
        JsonNode closed = new JsonMapper().readTree(contract(document).json(false));
        List<String> open = new ArrayList<>();
        for (JsonNode item : closed.path("paths")) {
            for (JsonNode operation : item) {
                JsonNode security = operation.path("security");
                if (operation.has("operationId")
                        && !operation.path("operationId").asString().equals("vraagInterface")
                        && (security.isEmpty()
                                || security.valueStream().anyMatch(JsonNode::isEmpty))) {
                    open.add(operation.path("operationId").asString());
                }
            }
        }
        return open;
    }

    /** The operations that do not see a parameter that they do not have, or are for nobody. */
    public static Collection<String> unchecked(JsonNode document) {
        Known known = () -> LocalDate.of(2026, 1, 1);
        return contract(document).operations().stream()
                .filter(
                        one ->
                                (!one.everybody() && one.roles().isEmpty())
                                        || one.read("onbekend=1", null).faults(known).stream()
                                                .noneMatch(
                                                        fault -> fault.veld().equals("onbekend")))
                .map(Operation::id)
                .toList();
    }

    /** The examples of requests that would be refused. */
    public static Collection<String> refusedExamples(JsonNode document) {
        Contract contract = contract(document);
        Known known = () -> LocalDate.of(2999, 1, 1);
        List<String> refused = new ArrayList<>();
        for (JsonNode item : document.path("paths")) {
            for (JsonNode one : item) {
                String id = one.path("operationId").asString("");
                one.at("/requestBody/content/application~1json/examples")
                        .forEach(
                                example ->
                                        operation(contract, id)
                                                .read(null, bytes(example.path("value")))
                                                .faults(known)
                                                .forEach(fault -> refused.add(id + " " + fault)));
            }
        }
        return refused;
    }

    private static Operation operation(Contract contract, String id) {
        return contract.operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(JsonNode value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
