package nl.peildatum.portal.about;

import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.look.Prose;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing that can be asked of the interface. */
public record Operation(
        Document document, String path, String verb, JsonNode said, JsonNode ofPath) {

    /** What can be given along: in the address, in a header, or as a field of the body. */
    public record Parameter(String name, String place, boolean required, Prose meaning) {}

    /**
     * What can be answered.
     *
     * @param problem the kind of problem it is, if it is one
     * @param forms the media types it comes in
     * @param example as it goes over the line, if the document has one
     */
    public record Answer(
            String status,
            Prose meaning,
            @Nullable ProblemKind problem,
            String forms,
            @Nullable String example) {}

    /** Its name in the document, and in addresses. */
    public String id() {
        return said.path("operationId").asString("");
    }

    /** What it belongs to. */
    public String tag() {
        return said.path("tags").path(0).asString("");
    }

    /** The method and the address. */
    public String request() {
        return verb.toUpperCase(Locale.ROOT) + " /api/v1" + path;
    }

    /** What it does, in one line. */
    public String summary() {
        return said.path("summary").asString(id());
    }

    /** What it does. */
    public Prose description() {
        return Document.prose(said.path("description"));
    }

    /** Who may ask it, in words. */
    public String askers() {
        JsonNode security =
                said.has("security") ? said.path("security") : document.root().path("security");
        TreeSet<String> roles = Document.roles(security);
        boolean anybody = roles.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
        return String.join(
                ", ",
                Stream.concat(
                                anybody
                                        ? Stream.of(Words.of("interface.iedereen"))
                                        : Stream.empty(),
                                roles.stream())
                        .toList());
    }

    /** What can be given along in the address and in headers. */
    public List<Parameter> parameters() {
        return Stream.of(ofPath, said)
                .flatMap(where -> where.path("parameters").valueStream())
                .map(document::resolved)
                .map(
                        parameter ->
                                new Parameter(
                                        parameter.path("name").asString(),
                                        parameter.path("in").asString(),
                                        parameter.path("required").asBoolean(false),
                                        Document.prose(parameter.path("description"))))
                .toList();
    }

    /** The forms that its body can have. */
    public List<Body> bodies() {
        return document.resolved(said.path("requestBody"))
                .path("content")
                .propertyStream()
                .map(this::body)
                .toList();
    }

    /** A form of its body, with the fields where it has fields. */
    public record Body(String form, List<Parameter> fields, @Nullable String example) {}

    private Body body(Entry<String, JsonNode> form) {
        JsonNode schema = document.resolved(form.getValue().path("schema"));
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return new Body(
                form.getKey(),
                schema.path("properties")
                        .propertyStream()
                        .map(
                                field ->
                                        new Parameter(
                                                field.getKey(),
                                                "",
                                                required.contains(field.getKey()),
                                                Document.prose(meaning(field.getValue()))))
                        .toList(),
                example(form.getValue()).orElse(null));
    }

    private JsonNode meaning(JsonNode field) {
        return field.has("description")
                ? field.path("description")
                : document.resolved(field).path("description");
    }

    /** All that can be answered. */
    public List<Answer> answers() {
        return said.path("responses").propertyStream().map(this::answer).toList();
    }

    private Answer answer(Entry<String, JsonNode> told) {
        JsonNode answer = document.resolved(told.getValue());
        JsonNode content = answer.path("content");
        int status = Integer.parseInt(told.getKey());
        return new Answer(
                told.getKey(),
                Document.prose(answer.path("description")),
                status >= 400 ? ProblemKind.ofStatus(status) : null,
                String.join(", ", content.propertyNames()),
                content.valueStream()
                        .flatMap(form -> example(form).stream())
                        .findFirst()
                        .orElse(null));
    }

    private Optional<String> example(JsonNode form) {
        return Stream.concat(form.path("examples").valueStream(), Stream.of(form.path("example")))
                .map(document::resolved)
                .map(example -> example.has("value") ? example.path("value") : example)
                .filter(value -> !value.isMissingNode())
                .map(value -> value.isString() ? value.asString() : value.toPrettyString())
                .findFirst();
    }
}
