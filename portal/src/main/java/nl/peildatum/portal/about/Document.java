package nl.peildatum.portal.about;

import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.look.Prose;
import tools.jackson.databind.JsonNode;

/** The interface as its document says it. */
public record Document(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    /** What belongs together, with what it is about. */
    public record Group(String name, String description, List<Operation> operations) {}

    /** Its title. */
    public String title() {
        return root.path("info").path("title").asString("");
    }

    /** Which version of the interface it is. */
    public String version() {
        return root.path("info").path("version").asString("");
    }

    /** What holds of all of it. */
    public Prose description() {
        return prose(root.path("info").path("description"));
    }

    /** All that can be asked, in the order of the document. */
    public List<Group> groups() {
        List<Operation> all = operations().toList();
        return root.path("tags")
                .valueStream()
                .map(
                        tag -> {
                            String name = tag.path("name").asString();
                            return new Group(
                                    name,
                                    tag.path("description").asString(""),
                                    all.stream().filter(one -> one.tag().equals(name)).toList());
                        })
                .filter(group -> !group.operations().isEmpty())
                .toList();
    }

    /** What can be asked under this name. */
    public Optional<Operation> operation(String id) {
        return operations().filter(operation -> operation.id().equals(id)).findFirst();
    }

    private Stream<Operation> operations() {
        return root.path("paths")
                .propertyStream()
                .flatMap(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .filter(method -> METHODS.contains(method.getKey()))
                                        .map(method -> operation(path, method)));
    }

    private Operation operation(Entry<String, JsonNode> path, Entry<String, JsonNode> method) {
        return new Operation(
                this, path.getKey(), method.getKey(), method.getValue(), path.getValue());
    }

    /** What a node says, wherever in the document that stands. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? resolved(root.at(reference.substring(1))) : node;
    }

    /** The names of the roles that may ask, in order; empty where anybody may. */
    static TreeSet<String> roles(JsonNode security) {
        TreeSet<String> roles = new TreeSet<>();
        security.valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .forEach(role -> roles.add(role.asString()));
        return roles;
    }

    /** A text of the document, which has code in backticks and emphasis in asterisks. */
    static Prose prose(JsonNode text) {
        return Prose.of(
                text.asString("")
                        .replace("`", "")
                        .replaceAll("(?<![*\\w])\\*([^*\\n]+)\\*(?!\\*)", "_$1_"));
    }
}
