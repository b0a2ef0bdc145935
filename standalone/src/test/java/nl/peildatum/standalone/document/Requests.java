package nl.peildatum.standalone.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.standalone.document.Form.Field;
import nl.peildatum.standalone.document.Handler.Read;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What of a document and what of the code that answers it do not fit each other. */
final class Requests {
    private static final String BASE = "/api/v1";
    private static final String TRIAL = "proef";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final List<String> wrong = new ArrayList<>();

    private Requests(JsonNode document) {
        this.document = document;
    }

    /**
     * What is there once only: an operation of the document that nothing answers, or the reverse.
     */
    static Collection<String> unanswered(JsonNode document, List<Handler> handlers) {
        Set<String> promised = new TreeSet<>();
        document.path("paths")
                .forEachEntry(
                        (address, item) ->
                                METHODS.stream()
                                        .filter(item::has)
                                        .map(
                                                one ->
                                                        side(one)
                                                                + " "
                                                                + one.toUpperCase(Locale.ROOT)
                                                                + " "
                                                                + address)
                                        .forEach(promised::add));
        Set<String> answered =
                handlers.stream()
                        .map(
                                one ->
                                        one.side()
                                                + " "
                                                + one.method()
                                                + " "
                                                + one.address().substring(BASE.length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        promised.stream().filter(one -> !answered.contains(one)),
                        answered.stream().filter(one -> !promised.contains(one)))
                .toList();
    }

    private static String side(String method) {
        return method.equals("get") ? "query" : "command";
    }

    /**
     * The fields and parameters that a document lets in and no record takes, or takes as something
     * else, or the reverse.
     */
    static Collection<String> unread(JsonNode document, List<Handler> handlers) {
        Requests requests = new Requests(document);
        // a record may be read from several bodies, and be a part of several queries
        Map<Read, List<JsonNode>> bodies = new HashMap<>();
        Map<Read, List<JsonNode>> queries = new HashMap<>();
        for (Handler handler : handlers) {
            String place = handler.method() + " " + handler.address();
            JsonNode operation =
                    document.path("paths")
                            .path(handler.address().substring(BASE.length()))
                            .path(handler.method().toLowerCase(Locale.ROOT));
            JsonNode query = requests.query(operation);
            requests.said(place, query.path("properties").propertyNames(), handler);
            handler.queries()
                    .forEach(
                            one -> queries.computeIfAbsent(one, _ -> new ArrayList<>()).add(query));
            JsonNode body = operation.at("/requestBody/content/application~1json/schema");
            boolean empty = requests.resolved(body).path("properties").isEmpty();
            if (handler.bodies().size() != (empty ? 0 : 1)) {
                requests.wrong.add(place + " reads " + handler.bodies());
            }
            handler.bodies()
                    .forEach(one -> bodies.computeIfAbsent(one, _ -> new ArrayList<>()).add(body));
        }
        queries.forEach((one, of) -> requests.object(one.name(), one.fields(), of, false));
        bodies.forEach((one, of) -> requests.object(one.name(), one.fields(), of, true));
        return requests.wrong;
    }

    /** The query of an operation as an object. */
    private ObjectNode query(JsonNode operation) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        operation
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(one -> one.path("in").asString().equals("query"))
                .forEach(
                        one -> {
                            String name = one.path("name").asString();
                            query.withObject("/properties").set(name, one.path("schema"));
                            if (one.path("required").asBoolean(false)) {
                                query.withArray("/required").add(name);
                            }
                        });
        return query;
    }

    private void said(String place, Collection<String> parameters, Handler handler) {
        Set<String> read = new TreeSet<>();
        handler.queries().forEach(one -> one.fields().forEach(field -> read.add(field.name())));
        if (handler.tries()) {
            read.add(TRIAL);
        }
        parameters.stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> wrong.add(place + " ?" + name + " is not read"));
        if (handler.tries() && !parameters.contains(TRIAL)) {
            wrong.add(place + " ?" + TRIAL + " is not said");
        }
    }

    /**
     * A record beside what it is read from.
     *
     * @param whole whether all of that is read into this one
     */
    private void object(String place, List<Field> fields, List<JsonNode> schemas, boolean whole) {
        List<JsonNode> objects = schemas.stream().flatMap(this::alternatives).toList();
        Map<String, List<JsonNode>> properties = new TreeMap<>();
        for (JsonNode object : objects) {
            object.path("properties")
                    .forEachEntry(
                            (name, of) ->
                                    properties
                                            .computeIfAbsent(name, _ -> new ArrayList<>())
                                            .add(of));
        }
        for (Field field : fields) {
            String here = place + "." + field.name();
            List<JsonNode> of = properties.getOrDefault(field.name(), List.of());
            properties.remove(field.name());
            if (of.isEmpty()) {
                wrong.add(here + " is not said");
                continue;
            }
            if (isRequired(field.name(), objects) != field.needed()) {
                wrong.add(here + " is needed by one of both");
            }
            boolean nullable = of.stream().anyMatch(this::mayBeNull);
            if (nullable && field.needed()) {
                wrong.add(here + " may be null");
            }
            if (!nullable && field.given()) {
                wrong.add(here + " is never null");
            }
            value(here, field.form(), of);
        }
        if (whole) {
            properties.keySet().forEach(name -> wrong.add(place + "." + name + " is not read"));
        }
    }

    private static boolean isRequired(String name, List<JsonNode> objects) {
        return objects.stream()
                .allMatch(
                        object ->
                                object.path("required")
                                        .valueStream()
                                        .anyMatch(one -> one.asString().equals(name)));
    }

    private void value(String place, Form form, List<JsonNode> schemas) {
        if (form.type().equals("object")) {
            object(place, form.fields(), schemas, true);
            return;
        }
        for (JsonNode given : schemas) {
            JsonNode schema = resolved(given);
            JsonNode type = schema.path("type");
            String format = schema.path("format").asString("");
            boolean same =
                    type.isString()
                            ? type.asString().equals(form.type())
                            : type.valueStream()
                                    .anyMatch(one -> one.asString().equals(form.type()));
            if (!same
                    || (form.type().equals("string") && !format.equals(form.format()))
                    || (form.type().equals("integer")
                            && schema.path("maximum").bigIntegerValue().bitLength()
                                    > (form.most() > Integer.MAX_VALUE ? 63 : 31))) {
                wrong.add(place + " is read as " + form.type() + " " + form.format());
            }
            if (!form.codes().isEmpty() && !codes(schema).equals(form.codes())) {
                wrong.add(place + " can be " + form.codes());
            }
            form.items().forEach(one -> value(place + "[]", one, List.of(schema.path("items"))));
        }
    }

    private boolean mayBeNull(JsonNode given) {
        return resolved(given)
                .path("type")
                .valueStream()
                .anyMatch(one -> one.asString().equals("null"));
    }

    private static Set<String> codes(JsonNode schema) {
        return schema.path("enum")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /** What an object can be: itself, or one of several. */
    private Stream<JsonNode> alternatives(JsonNode given) {
        JsonNode schema = resolved(given);
        return schema.has("anyOf")
                ? schema.path("anyOf").valueStream().flatMap(this::alternatives)
                : Stream.of(schema);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.path("$ref").asString().substring(1)))
                : node;
    }
}
