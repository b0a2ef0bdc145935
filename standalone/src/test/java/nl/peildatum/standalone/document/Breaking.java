package nl.peildatum.standalone.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.contract.AccessChecks.Asking;
import nl.peildatum.standalone.document.Form.Field;
import nl.peildatum.standalone.document.Handler.Read;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that is broken.
 *
 * @param noticedBy the check that has to notice it
 * @param named what it has to name
 */
record Breaking(String what, Check noticedBy, String named, UnaryOperator<Whole> breaking) {

    /** What the check finds once it is broken. */
    Collection<String> found() {
        return noticedBy.of(breaking.apply(Whole.real()));
    }

    @Override
    public String toString() {
        return what;
    }

    static Breaking inDocument(
            String what, Check noticedBy, String named, Consumer<ObjectNode> breaking) {
        return new Breaking(
                what,
                noticedBy,
                named,
                whole -> {
                    breaking.accept(whole.document());
                    return whole;
                });
    }

    static Breaking without(Check noticedBy, String place, String name) {
        return inDocument(
                place + " without " + name,
                noticedBy,
                "",
                document -> assertThat(at(document, place).remove(name)).isNotNull());
    }

    static Breaking with(Check noticedBy, String place, String name, String value) {
        return inDocument(
                place + " with " + name + " " + value,
                noticedBy,
                "",
                document -> at(document, place).set(name, json(value)));
    }

    static Breaking inExample(String name, String value) {
        return inDocument(
                "an answer with " + name + " " + value,
                Check.OTHER_EXAMPLE,
                "vraagDashboard 200",
                document ->
                        at(document, "/components/examples/vraagDashboard.200/value")
                                .set(name, json(value)));
    }

    static Breaking inCode(
            String what, Check noticedBy, String named, UnaryOperator<List<Handler>> breaking) {
        return new Breaking(
                what,
                noticedBy,
                named,
                whole ->
                        new Whole(
                                whole.document(),
                                breaking.apply(whole.handlers()),
                                whole.asking()));
    }

    static Breaking inRules(String what, String named, Asking asking) {
        return new Breaking(
                what,
                Check.LET_IN_OTHERWISE,
                named,
                whole -> new Whole(whole.document(), whole.handlers(), asking));
    }

    static List<Handler> each(List<Handler> handlers, String end, UnaryOperator<Handler> changed) {
        return handlers.stream()
                .map(one -> one.address().endsWith(end) ? changed.apply(one) : one)
                .toList();
    }

    static UnaryOperator<List<Handler>> changed(
            String body, String name, Function<Field, List<Field>> change) {
        return handlers ->
                handlers.stream()
                        .map(
                                handler ->
                                        handler.reading(
                                                handler.bodies().stream()
                                                        .map(
                                                                one ->
                                                                        changed(
                                                                                one, body, name,
                                                                                change))
                                                        .collect(Collectors.toSet())))
                        .toList();
    }

    private static Read changed(
            Read body, String type, String name, Function<Field, List<Field>> change) {
        return body.name().endsWith("$" + type)
                ? new Read(
                        body.name(),
                        body.fields().stream()
                                .flatMap(
                                        field ->
                                                field.name().equals(name)
                                                        ? change.apply(field).stream()
                                                        : Stream.of(field))
                                .toList())
                : body;
    }

    static ObjectNode at(JsonNode document, String place) {
        return (ObjectNode)
                document.at(place.endsWith("/") ? place.substring(0, place.length() - 1) : place);
    }

    static ObjectNode operation(JsonNode document, String id) {
        return (ObjectNode)
                document.path("paths")
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .filter(one -> one.path("operationId").asString("").equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
