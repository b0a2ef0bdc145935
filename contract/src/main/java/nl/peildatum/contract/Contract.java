package nl.peildatum.contract;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The interface: an OpenAPI document that is read at start and decides from then on what there is,
 * who may ask it, and what is wrong with what is asked.
 */
public final class Contract {
    private static final String PARTS = "x-delen";
    private static final String QUERIES = "x-vragen";
    private static final String TOGETHER = "x-samen";
    private static final String UNKEPT = "x-niet-bewaren";
    private static final String RETIRED = "x-uitgefaseerd";
    private static final String JSON = "application/json";
    private static final List<String> FORMS = List.of("enum", "const", "format", "pattern");
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode document;
    private final ObjectNode checked;
    private final String base;
    private final Schema root;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final Set<String> headers = new LinkedHashSet<>();
    private final List<Operation> operations = new ArrayList<>();

    Contract(ObjectNode document) {
        this.document = document;
        checked = document.deepCopy();
        base = document.path("servers").path(0).path("url").asString("");
        checked.putObject(QUERIES);
        leaveOutAlternatives(checked);
        List<Draft> drafts = new ArrayList<>();
        checked.path("paths")
                .forEachEntry(
                        (address, item) -> {
                            for (String method : METHODS) {
                                if (item.has(method)) {
                                    drafts.add(new Draft(address, item, method));
                                }
                            }
                        });
        drafts.forEach(draft -> checked.withObject("/" + QUERIES).set(draft.id(), query(draft)));
        root = Keywords.registry().getSchema(SchemaLocation.of("urn:peildatum:interface"), checked);
        drafts.forEach(draft -> headers.addAll(headers(draft)));
        drafts.forEach(draft -> operations.add(operation(draft)));
    }

    /** The document of Peildatum, read once. */
    public static Contract published() {
        return Published.CONTRACT;
    }

    private static final class Published {
        static final Contract CONTRACT = read(Contract.class, "openapi.yaml");
    }

    /**
     * Reads a document in YAML, with the parts that it names in {@code x-delen}.
     *
     * @param beside a class in whose package the document and its parts lie
     */
    public static Contract read(Class<?> beside, String name) {
        ObjectNode document = yaml(beside, name);
        JsonNode parts = document.remove(PARTS);
        if (parts != null) {
            parts.forEach(part -> merge(document, yaml(beside, part.asString() + ".yaml"), 0));
        }
        return new Contract(document);
    }

    /** The version of the interface. */
    public String version() {
        return document.path("info").path("version").asString();
    }

    /**
     * The document as others read it, in JSON.
     *
     * @param openbaar whether reading is open to all; if not, nothing says that it is
     */
    public byte[] json(boolean openbaar) {
        ObjectNode shown = document.deepCopy();
        if (!openbaar) {
            shown.findValues("security").forEach(Contract::close);
        }
        String text =
                new JsonMapper()
                        .writer()
                        .with(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(shown);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void close(JsonNode security) {
        if (security instanceof ArrayNode alternatives && alternatives.size() > 1) {
            alternatives.removeIf(JsonNode::isEmpty);
        }
    }

    /** Everything that can be asked, in the order of the document. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Whether an address is one of those that the document is about, be it none that it has. */
    public boolean covers(String address) {
        return address.equals(base) || address.startsWith(base + "/");
    }

    /** What a method at an address asks; empty where there is nothing such. */
    public Optional<Operation> operation(String method, String address) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return at(address).stream().filter(one -> one.method().equals(asked)).findFirst();
    }

    /** The methods that an address takes; none where the document has no such address. */
    public Set<String> methods(String address) {
        Set<String> methods = new LinkedHashSet<>();
        for (Operation operation : at(address)) {
            methods.add(operation.method());
            if (operation.method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        return methods;
    }

    private List<Operation> at(String address) {
        if (!address.startsWith(base + "/")) {
            return List.of();
        }
        String[] parts = address.substring(base.length() + 1).split("/", -1);
        List<Operation> best = new ArrayList<>();
        int most = 0;
        for (Operation operation : operations) {
            int fit = operation.fits(parts);
            if (fit > most) {
                most = fit;
                best.clear();
            }
            if (fit == most && fit >= 0) {
                best.add(operation);
            }
        }
        return best;
    }

    static List<Error> errors(Schema schema, JsonNode value, Known known) {
        return schema.validate(
                value,
                (ExecutionContext context) ->
                        context.getCollectorContext().put(Known.class, known));
    }

    /** An operation as it stands in the document. */
    private record Draft(String address, JsonNode item, String method) {
        JsonNode node() {
            return item.path(method);
        }

        String id() {
            return node().path("operationId").asString(method + address);
        }
    }

    private Operation operation(Draft draft) {
        JsonNode security =
                draft.node().has("security")
                        ? draft.node().path("security")
                        : document.path("security");
        Set<String> roles = new LinkedHashSet<>();
        security.forEach(
                one -> one.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asString()))));
        Map<String, QueryText.Parameter> parameters = new LinkedHashMap<>();
        for (JsonNode parameter : parameters(draft, "query")) {
            JsonNode schema = resolved(parameter.path("schema"));
            String type = Faults.typeOf(schema);
            parameters.put(
                    parameter.path("name").asString(),
                    new QueryText.Parameter(
                            type,
                            type.equals("string") && FORMS.stream().noneMatch(schema::has),
                            type.equals("array") && parameter.path("explode").asBoolean(true)));
        }
        Set<String> elsewhere = new LinkedHashSet<>(headers);
        headers(draft).forEach(elsewhere::remove);
        JsonNode body = draft.node().path("requestBody");
        JsonNode content = resolved(body).path("content");
        List<String> bodyPlace =
                body.has("$ref")
                        ? parts(body.path("$ref").asString())
                        : List.of("paths", draft.address(), draft.method(), "requestBody");
        return new Operation(
                draft.id(),
                draft.method().toUpperCase(Locale.ROOT),
                List.of(draft.address().substring(1).split("/", -1)),
                security.isArray() && security.isEmpty(),
                security.valueStream().anyMatch(JsonNode::isEmpty),
                roles,
                texts(draft.node().path(UNKEPT)),
                retired(draft.node().path(RETIRED)),
                List.copyOf(content.propertyNames()),
                draft.method().equals("get") ? Set.of() : elsewhere,
                checked,
                parameters,
                () -> schema(List.of(QUERIES, draft.id())),
                content.path(JSON).has("schema")
                        ? Optional.of(() -> schema(and(bodyPlace, "content", JSON, "schema")))
                        : Optional.empty());
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static Optional<Operation.Retired> retired(JsonNode retired) {
        return retired.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new Operation.Retired(
                                LocalDate.parse(retired.path("sinds").asString()),
                                LocalDate.parse(retired.path("tot").asString())));
    }

    /** The query of an operation as one object, so that it is checked as a body is. */
    private ObjectNode query(Draft draft) {
        ObjectNode query =
                checked.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = query.putObject("properties");
        ArrayNode required = query.putArray("required");
        for (JsonNode parameter : parameters(draft, "query")) {
            properties.set(parameter.path("name").asString(), parameter.path("schema"));
            if (parameter.path("required").asBoolean(false)) {
                required.add(parameter.path("name").asString());
            }
        }
        if (draft.node().has(TOGETHER)) {
            query.putArray("allOf").add(draft.node().path(TOGETHER));
        }
        return query;
    }

    private List<String> headers(Draft draft) {
        return parameters(draft, "header").stream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private List<JsonNode> parameters(Draft draft, String in) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode holder : List.of(draft.item(), draft.node())) {
            holder.path("parameters")
                    .valueStream()
                    .map(this::resolved)
                    .filter(parameter -> parameter.path("in").asString().equals(in))
                    .forEach(parameters::add);
        }
        return parameters;
    }

    private Schema schema(List<String> place) {
        return compiled.computeIfAbsent(
                String.join("\n", place),
                _ -> {
                    NodePath path = new NodePath(PathType.JSON_POINTER);
                    for (String part : place) {
                        path = path.append(part);
                    }
                    return root.getSubSchema(path);
                });
    }

    private static List<String> and(List<String> place, String... more) {
        List<String> all = new ArrayList<>(place);
        all.addAll(List.of(more));
        return all;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            JsonNode next = checked;
            for (String part : parts(found.path("$ref").asString())) {
                next = next.path(part);
            }
            found = next;
        }
        return found;
    }

    private static List<String> parts(String reference) {
        List<String> parts = new ArrayList<>();
        for (String part : reference.substring(2).split("/", -1)) {
            parts.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return parts;
    }

    /** What others read as alternatives is chosen here by what is known. */
    private static void leaveOutAlternatives(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(Keywords.BY_KIND)) {
            object.remove("anyOf");
        }
        node.forEach(Contract::leaveOutAlternatives);
    }

    private static ObjectNode yaml(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return (ObjectNode) new YAMLMapper().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Names stand once in all parts together; what a part repeats word for word is no matter. */
    private static void merge(ObjectNode whole, ObjectNode part, int depth) {
        part.forEachEntry(
                (name, value) -> {
                    JsonNode there = whole.get(name);
                    if (there == null) {
                        whole.set(name, value);
                    } else if (depth < 2
                            && there instanceof ObjectNode into
                            && value instanceof ObjectNode more) {
                        merge(into, more, depth + 1);
                    } else if (depth == 0
                            && there instanceof ArrayNode list
                            && value instanceof ArrayNode more) {
                        list.addAll(more);
                    } else if (!there.equals(value)) {
                        throw new IllegalStateException(name + " stands there twice");
                    }
                });
    }
}
