package nl.peildatum.contract;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Draft202012;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against the document, and keeps what of it they have shown. What the document
 * publishes is open; here an answer has no property that the document does not name.
 */
public final class HeldAnswers {
    private static final String BASE = "/api/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What any address can answer, whether or not the document says it of an operation. */
    private static final Set<Integer> ANYWHERE =
            Set.of(
                    400, 401, 403, 404, 405, 406, 408, 411, 413, 414, 415, 429, 431, 500, 501, 503,
                    505);

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

    private final JsonNode document;
    private final Schema root;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    /** Against the document as it is published. */
    public HeldAnswers() {
        this(JSON.readTree(Contract.published().json(true)));
    }

    /** Against another document. */
    public HeldAnswers(JsonNode document) {
        JsonNode closed = document.deepCopy();
        close(closed);
        this.document = closed;
        root = registry().getSchema(SchemaLocation.of("urn:peildatum:antwoorden"), closed);
    }

    /** An answer as it came over HTTP. */
    public record Answer(String method, URI address, int status, HttpHeaders headers, String body) {
        static Answer of(HttpResponse<?> http) {
            String body =
                    switch (http.body()) {
                        case String text -> text;
                        case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
                        case null, default -> "";
                    };
            return new Answer(
                    http.request().method(), http.uri(), http.statusCode(), http.headers(), body);
        }

        Optional<String> type() {
            return headers.firstValue("Content-Type")
                    .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Fails where an answer of the interface is not as the document says; others pass by.
     *
     * @throws AssertionError that names everything that differs
     */
    public void hold(HttpResponse<?> http) {
        Answer answer = Answer.of(http);
        if (!answer.address().getRawPath().startsWith(BASE + "/")) {
            return;
        }
        boolean whole = http.body() instanceof String || http.body() instanceof byte[];
        List<String> wrong = differences(answer, whole);
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d, not as the document says:%n%s%n%s"
                            .formatted(
                                    answer.method(),
                                    answer.address().getPath(),
                                    answer.status(),
                                    String.join("\n", wrong),
                                    http.body()));
        }
    }

    /**
     * Fails where what is sent outside an answer, such as an event, is not as a schema says.
     *
     * @throws AssertionError that names everything that differs
     */
    public void hold(String schema, String sent) {
        List<String> wrong = new ArrayList<>();
        json(JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), sent, wrong);
        if (!wrong.isEmpty()) {
            throw new AssertionError(sent + "\n" + String.join("\n", wrong));
        }
    }

    /** What differs from the document, in words; none where nothing does. */
    List<String> differences(Answer answer, boolean whole) {
        Optional<Operation> operation = operation(answer);
        Optional<JsonNode> promised =
                operation
                        .map(one -> one.response(document, answer.status()))
                        .filter(JsonNode::isObject);
        if (promised.isEmpty()
                && !ANYWHERE.contains(answer.status())
                && !answer.method().equals("OPTIONS")) {
            return List.of("no such status is promised");
        }
        List<String> wrong = new ArrayList<>();
        JsonNode response = promised.orElseGet(() -> document.at("/components/responses/Ongeldig"));
        headers(response, answer, wrong);
        if (whole && !answer.method().equals("HEAD") && answer.status() != 204) {
            body(response, answer, wrong);
        }
        if (wrong.isEmpty() && answer.status() != 204) {
            shown.add("status " + answer.status());
        }
        operation.ifPresent(one -> shown.add(one.id() + " " + answer.status()));
        return wrong;
    }

    private void headers(JsonNode response, Answer answer, List<String> wrong) {
        response.path("headers")
                .forEachEntry(
                        (name, given) -> {
                            JsonNode header = resolved(given);
                            Optional<String> value = answer.headers().firstValue(name);
                            if (value.isEmpty() && header.path("required").asBoolean(false)) {
                                wrong.add("the header " + name + " is missing");
                            }
                            String form = header.path("schema").path("pattern").asString("");
                            if (value.isPresent()
                                    && !form.isEmpty()
                                    && !Pattern.matches(form, value.get())) {
                                wrong.add("the header " + name + " is " + value.get());
                            }
                        });
    }

    private void body(JsonNode response, Answer answer, List<String> wrong) {
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            if (!answer.body().isEmpty()) {
                wrong.add("a body, where none is promised");
            }
            return;
        }
        String type = answer.type().orElse("");
        JsonNode promised = content.path(type);
        if (promised.isMissingNode()) {
            wrong.add("‘" + type + "’ is none of " + content.propertyNames());
        } else if (type.endsWith("json")) {
            json(promised.path("schema"), answer.body(), wrong);
        }
    }

    private void json(JsonNode schema, String body, List<String> wrong) {
        JsonNode value;
        try {
            value = JSON.readTree(body);
        } catch (JacksonException malformed) {
            wrong.add("no JSON: " + malformed.getOriginalMessage());
            return;
        }
        for (Error error : errors(schema, value)) {
            wrong.add(error.getInstanceLocation() + ": " + error.getMessage());
        }
        if (wrong.isEmpty()) {
            see(schema, value);
        }
    }

    private List<Error> errors(JsonNode schema, JsonNode value) {
        String reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            return List.of();
        }
        Schema one =
                compiled.computeIfAbsent(
                        reference,
                        _ -> {
                            NodePath path = new NodePath(PathType.JSON_POINTER);
                            for (String part : reference.substring(2).split("/", -1)) {
                                path = path.append(part);
                            }
                            return root.getSubSchema(path);
                        });
        return one.validate(value);
    }

    /** Notes every property that a value has and that is more than null. */
    private void see(JsonNode given, JsonNode value) {
        JsonNode schema = resolved(given);
        for (String choice : List.of("oneOf", "anyOf")) {
            schema.path(choice)
                    .valueStream()
                    .filter(one -> one.has("$ref") && errors(one, value).isEmpty())
                    .forEach(one -> see(one, value));
        }
        if (value.isArray()) {
            value.forEach(item -> see(schema.path("items"), item));
        }
        String name = given.path("$ref").asString("");
        value.forEachEntry(
                (property, held) -> {
                    JsonNode of = schema.path("properties").path(property);
                    if (!of.isMissingNode() && !held.isNull()) {
                        shown.add(name.substring(name.lastIndexOf('/') + 1) + "." + property);
                    }
                    see(of.isMissingNode() ? schema.path("additionalProperties") : of, held);
                });
    }

    /**
     * What the document promises and no answer has shown: an operation with one of its statuses, a
     * status that any operation can have, a property of an answer.
     *
     * @param shared the statuses that need to be shown once, whatever the operation
     */
    public Set<String> unshown(Set<Integer> shared) {
        Set<String> promised = new TreeSet<>();
        for (Operation operation : operations()) {
            operation
                    .item()
                    .path("responses")
                    .forEachEntry(
                            (status, response) -> {
                                boolean once = shared.contains(Integer.valueOf(status));
                                promised.add(
                                        once ? "status " + status : operation.id() + " " + status);
                                resolved(response)
                                        .path("content")
                                        .forEach(
                                                form ->
                                                        properties(
                                                                form.path("schema"),
                                                                promised,
                                                                new LinkedHashSet<>()));
                            });
        }
        promised.removeAll(shown);
        return promised;
    }

    /** The examples of answers that are not as the document says. */
    public List<String> otherExamples() {
        List<String> other = new ArrayList<>();
        for (Operation operation : operations()) {
            operation
                    .item()
                    .path("responses")
                    .forEachEntry(
                            (status, response) ->
                                    resolved(response)
                                            .path("content")
                                            .forEach(
                                                    form ->
                                                            other.addAll(
                                                                    otherExamples(
                                                                            operation.id()
                                                                                    + " "
                                                                                    + status,
                                                                            form))));
        }
        return other;
    }

    private List<String> otherExamples(String answer, JsonNode form) {
        return form.path("examples")
                .valueStream()
                .map(example -> resolved(example).path("value"))
                .flatMap(value -> errors(form.path("schema"), value).stream())
                .map(error -> answer + error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private void properties(JsonNode given, Set<String> promised, Set<String> seen) {
        String name = given.path("$ref").asString("");
        if (!name.isEmpty() && !seen.add(name)) {
            return;
        }
        JsonNode schema = resolved(given);
        schema.path("properties")
                .forEachEntry(
                        (property, of) -> {
                            promised.add(
                                    name.substring(name.lastIndexOf('/') + 1) + "." + property);
                            properties(of, promised, seen);
                        });
        properties(schema, "items", promised, seen);
        properties(schema, "additionalProperties", promised, seen);
        schema.path("oneOf").forEach(one -> properties(one, promised, seen));
        schema.path("anyOf").forEach(one -> properties(one, promised, seen));
    }

    private void properties(JsonNode schema, String part, Set<String> promised, Set<String> seen) {
        if (schema.path(part).isObject()) {
            properties(schema.path(part), promised, seen);
        }
    }

    private record Operation(String method, List<String> template, JsonNode item) {
        String id() {
            return item.path("operationId").asString();
        }

        JsonNode response(JsonNode document, int status) {
            return HeldAnswers.resolved(
                    document, item.path("responses").path(String.valueOf(status)));
        }

        int fit(List<String> parts) {
            if (parts.size() != template.size()) {
                return -1;
            }
            int literal = 0;
            for (int i = 0; i < parts.size(); i++) {
                if (template.get(i).equals(parts.get(i))) {
                    literal++;
                } else if (!template.get(i).startsWith("{")) {
                    return -1;
                }
            }
            return literal;
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry(
                        (path, item) ->
                                item.forEachEntry(
                                        (method, one) -> {
                                            if (one.has("operationId")) {
                                                operations.add(
                                                        new Operation(
                                                                method.toUpperCase(Locale.ROOT),
                                                                List.of(
                                                                        path.substring(1)
                                                                                .split("/", -1)),
                                                                one));
                                            }
                                        }));
        return operations;
    }

    private Optional<Operation> operation(Answer answer) {
        String method = answer.method().equals("HEAD") ? "GET" : answer.method();
        List<String> parts =
                List.of(answer.address().getRawPath().substring(BASE.length() + 1).split("/", -1));
        return operations().stream()
                .filter(one -> one.method().equals(method) && one.fit(parts) >= 0)
                .max((one, other) -> Integer.compare(one.fit(parts), other.fit(parts)));
    }

    private JsonNode resolved(JsonNode node) {
        return resolved(document, node);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asString().substring(1));
        }
        return found;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asString("").equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(HeldAnswers::close);
    }

    private static SchemaRegistry registry() {
        Dialect dialect =
                Dialect.builder(Draft202012.getInstance())
                        .format(format("date-time", text -> MOMENT.matcher(text).matches()))
                        .format(format("uri-template", text -> text.startsWith(BASE + "/")))
                        .unknownKeywordFactory((name, _) -> new NonValidationKeyword(name))
                        .build();
        return SchemaRegistry.withDialect(
                dialect,
                registry ->
                        registry.schemaRegistryConfig(
                                SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .preloadSchema(false)
                                        .build()));
    }

    private static Format format(String name, Predicate<String> form) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, @Nullable String value) {
                return value != null && form.test(value);
            }
        };
    }
}
