package nl.peildatum.standalone.document;

import static nl.peildatum.standalone.document.Breaking.at;
import static nl.peildatum.standalone.document.Breaking.changed;
import static nl.peildatum.standalone.document.Breaking.each;
import static nl.peildatum.standalone.document.Breaking.inCode;
import static nl.peildatum.standalone.document.Breaking.inDocument;
import static nl.peildatum.standalone.document.Breaking.inExample;
import static nl.peildatum.standalone.document.Breaking.inRules;
import static nl.peildatum.standalone.document.Breaking.json;
import static nl.peildatum.standalone.document.Breaking.operation;
import static nl.peildatum.standalone.document.Breaking.with;
import static nl.peildatum.standalone.document.Breaking.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.peildatum.contract.AccessChecks.Asking;
import nl.peildatum.contract.AccessChecks.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;

/**
 * The document, what reads requests by it and what runs are held against each other; and whatever
 * of them is broken, a check notices.
 */
class InterfaceTest {
    private static final String SCHEMAS = "/components/schemas/";
    private static final Form NUMBER = Form.of(int.class);
    private static final String PARAMETERS = "/components/parameters/";
    private static final Asking RUNNING = Whole.real().asking();

    @ParameterizedTest
    @EnumSource
    void nothing_is_found(Check check) {
        assertThat(check.of(Whole.real())).isEmpty();
    }

    @Test
    void whatever_is_read_of_a_request_was_found_in_the_code() {
        List<Handler> all = Whole.real().handlers();
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(all.stream().filter(one -> !one.bodies().isEmpty())).hasSizeGreaterThan(15);
        assertThat(all.stream().filter(one -> !one.queries().isEmpty())).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("breakings")
    void what_is_broken_is_noticed(Breaking breaking) {
        assertThat(breaking.found()).anyMatch(fault -> fault.contains(breaking.named()));
    }

    static Stream<Breaking> breakings() {
        return Stream.of(bounds(), shapes(), requests(), answers(), operations(), code(), access())
                .flatMap(List::stream);
    }

    private static List<Breaking> bounds() {
        return List.of(
                without(Check.UNBOUNDED, SCHEMAS + "NieuweActielijn/properties/nummer", "maximum"),
                without(Check.UNBOUNDED, SCHEMAS + "Volgorde", "minimum"),
                without(Check.UNBOUNDED, PARAMETERS + "actielijn/schema", "maximum"),
                without(Check.UNBOUNDED, PARAMETERS + "vanaf/schema", "minimum"),
                without(Check.UNBOUNDED, PARAMETERS + "idempotencyKey/schema", "maxLength"),
                without(Check.UNBOUNDED, SCHEMAS + "Tekst", "maxLength"),
                without(Check.UNBOUNDED, SCHEMAS + "Teksten/items", "maxLength"),
                without(Check.UNBOUNDED, SCHEMAS + "Teksten", "maxItems"),
                without(Check.UNBOUNDED, SCHEMAS + "AlsVertraging", "additionalProperties"),
                inDocument(
                        "a request with an object without a name",
                        Check.UNBOUNDED,
                        "Correctie.als",
                        document ->
                                at(document, SCHEMAS + "Correctie/properties")
                                        .set("als", at(document, SCHEMAS + "AlsVertraging"))));
    }

    private static List<Breaking> shapes() {
        return List.of(
                inDocument(
                        "an answer with an object without a name",
                        Check.NAMELESS,
                        "Dashboard.totaal",
                        document ->
                                at(document, SCHEMAS + "Dashboard/properties")
                                        .set("totaal", at(document, SCHEMAS + "Aantallen"))),
                inDocument(
                        "a schema that nothing uses",
                        Check.UNUSED,
                        "Los",
                        document -> at(document, SCHEMAS).putObject("Los").put("type", "string")),
                inDocument(
                        "an address without a version",
                        Check.UNSAFE,
                        "/api",
                        document -> at(document, "/servers/0").put("url", "/api")),
                inDocument(
                        "an address that is not safe",
                        Check.UNSAFE,
                        "http:",
                        document -> at(document, "/servers/0").put("url", "http://x/api/v1")),
                inDocument(
                        "an operation that is open whatever is set",
                        Check.OPEN,
                        "vraagJournaal",
                        document ->
                                operation(document, "vraagJournaal")
                                        .putArray("security")
                                        .addObject()),
                inDocument(
                        "an operation that says of nobody who may",
                        Check.OPEN,
                        "vraagJournaal",
                        document -> operation(document, "vraagJournaal").remove("security")),
                inDocument(
                        "an operation for no role",
                        Check.UNCHECKED,
                        "vraagJournaal",
                        document ->
                                operation(document, "vraagJournaal")
                                        .putArray("security")
                                        .addObject()
                                        .putArray("token")));
    }

    private static List<Breaking> requests() {
        return List.of(
                without(Check.UNREAD, SCHEMAS + "Statuswijziging/properties", "verwachteAfronding"),
                without(Check.UNREAD, SCHEMAS + "AlsProgramma/properties", "startjaar"),
                with(
                        Check.UNREAD,
                        SCHEMAS + "NieuweActie/properties",
                        "kleur",
                        "{\"type\": \"string\"}"),
                with(
                        Check.UNREAD,
                        SCHEMAS + "NieuwVerband/properties",
                        "reden",
                        "{\"type\": \"string\"}"),
                with(
                        Check.UNREAD,
                        SCHEMAS + "NieuwProgramma/properties/startjaar",
                        "type",
                        "\"string\""),
                with(Check.UNREAD, SCHEMAS + "Ingangsdatum", "format", "\"date-time\""),
                with(Check.UNREAD, SCHEMAS + "Volgorde", "maximum", "2147483648"),
                with(Check.UNREAD, SCHEMAS + "Teksten/items", "type", "\"integer\""),
                with(Check.UNREAD, SCHEMAS + "VerplichteReden", "type", "[\"string\", \"null\"]"),
                with(Check.UNREAD, SCHEMAS + "Openingsstand", "required", "[\"status\"]"),
                with(
                        Check.UNREAD,
                        SCHEMAS + "Toelichting",
                        "required",
                        "[\"toelichting\", \"reden\"]"),
                with(Check.UNREAD, SCHEMAS + "Soort", "enum", "[\"START\"]"),
                with(Check.UNREAD, SCHEMAS + "Status", "enum", "[\"AFGEROND\", \"HALF\"]"),
                with(Check.UNREAD, SCHEMAS + "Verbandsoort", "enum", "[\"VOLGT_OP\"]"),
                with(Check.UNREAD, PARAMETERS + "peildatum", "name", "\"datum\""),
                with(Check.UNREAD, PARAMETERS + "bekendTot/schema", "type", "\"string\""),
                with(Check.UNREAD, PARAMETERS + "pagina/schema", "maximum", "9999999999"),
                with(Check.UNREAD, PARAMETERS + "minstensJournaal", "required", "true"),
                with(Check.UNREAD, PARAMETERS + "proef", "name", "\"probeer\""),
                inDocument(
                        "a parameter that nobody reads",
                        Check.UNREAD,
                        "kleur",
                        document ->
                                ((ArrayNode)
                                                operation(document, "vraagMomenten")
                                                        .path("parameters"))
                                        .add(
                                                json(
                                                        """
                                                        {"name": "kleur", "in": "query", "schema": {"type": "string"}}"""))),
                inDocument(
                        "an example of a request that is refused",
                        Check.REFUSED_EXAMPLE,
                        "wijzigStatus",
                        document ->
                                at(document, SCHEMAS + "Statuswijziging/properties")
                                        .remove("soort")));
    }

    private static List<Breaking> answers() {
        return List.of(
                with(
                        Check.OTHER_EXAMPLE,
                        SCHEMAS + "Dashboard/properties/naam",
                        "type",
                        "\"integer\""),
                with(Check.OTHER_EXAMPLE, SCHEMAS + "Aantallen/properties/acties", "maximum", "3"),
                without(Check.OTHER_EXAMPLE, SCHEMAS + "Dashboard/properties", "naam"),
                inDocument(
                        "an answer that lacks what is promised",
                        Check.OTHER_EXAMPLE,
                        "vraagDashboard",
                        document ->
                                ((ArrayNode) at(document, SCHEMAS + "Dashboard").path("required"))
                                        .add("kleur")),
                inExample("naam", "3"),
                inExample("kleur", "\"rood\""),
                inExample("bekendOp", "\"2026-01-01T00:00:00+01:00\""));
    }

    private static List<Breaking> operations() {
        return List.of(
                inDocument(
                        "a handler without an operation",
                        Check.UNANSWERED,
                        "GET /programmas/{programma}/momenten",
                        document ->
                                at(document, "/paths").remove("/programmas/{programma}/momenten")),
                inDocument(
                        "an operation without a handler",
                        Check.UNANSWERED,
                        "DELETE /sleutels",
                        document ->
                                at(document, "/paths/~1sleutels")
                                        .set("delete", operation(document, "vervangSleutel"))),
                inDocument(
                        "an operation at another address",
                        Check.UNANSWERED,
                        "GET /sleutel",
                        document ->
                                at(document, "/paths")
                                        .set(
                                                "/sleutel",
                                                at(document, "/paths").remove("/sleutels"))));
    }

    private static List<Breaking> code() {
        return List.of(
                inCode(
                        "an operation without a handler",
                        Check.UNANSWERED,
                        "POST /programmas/{programma}/acties",
                        handlers ->
                                handlers.stream()
                                        .filter(one -> !one.method().equals("POST"))
                                        .toList()),
                inCode(
                        "a handler of the other side",
                        Check.UNANSWERED,
                        "command GET /sleutels",
                        handlers -> each(handlers, "/sleutels", one -> one.of("command"))),
                inCode(
                        "a component that the document does not have",
                        Check.UNREAD,
                        "StatusAsked.kleur",
                        changed(
                                "StatusAsked",
                                "reden",
                                field -> List.of(field, field.called("kleur")))),
                inCode(
                        "a component less",
                        Check.UNREAD,
                        "StatusAsked.reden is not read",
                        changed("StatusAsked", "reden", _ -> List.of())),
                inCode(
                        "a component of another type",
                        Check.UNREAD,
                        "StatusAsked.ingangsdatum",
                        changed("StatusAsked", "ingangsdatum", field -> List.of(field.as(NUMBER)))),
                inCode(
                        "a component that must be there",
                        Check.UNREAD,
                        "StatusAsked.reden",
                        changed("StatusAsked", "reden", field -> List.of(field.needed(true)))),
                inCode(
                        "a component that need not be there",
                        Check.UNREAD,
                        "RetractionAsked.reden",
                        changed("RetractionAsked", "reden", field -> List.of(field.needed(false)))),
                inCode(
                        "a query that is not read",
                        Check.UNREAD,
                        "GET /api/v1/programmas/{programma}/verloop ?stap",
                        handlers -> each(handlers, "/verloop", Handler::readingNothing)),
                inCode(
                        "a trial that is not tried",
                        Check.UNREAD,
                        "/openingsstand ?proef",
                        handlers -> each(handlers, "/openingsstand", Handler::tryingNothing)));
    }

    private static List<Breaking> access() {
        return List.of(
                inDocument(
                        "a role more",
                        Check.LET_IN_OTHERWISE,
                        "GET /programmas/{programma}/journaal for ‘lezer’",
                        document ->
                                operation(document, "vraagJournaal")
                                        .withArray("security")
                                        .add(json("{\"token\": [\"lezer\"]}"))),
                inDocument(
                        "an address that nobody knows",
                        Check.LET_IN_OTHERWISE,
                        "GET /nergens",
                        document ->
                                at(document, "/paths")
                                        .putObject("/nergens")
                                        .set("get", operation(document, "vraagSleutels"))),
                inRules(
                        "a role that is let in",
                        "GET /programmas/{programma}/bewijs for ‘lezer’: 200",
                        (method, address, role) ->
                                address.contains("/bewijs") && role.equals("lezer")
                                        ? new Heard(200, Set.of())
                                        : RUNNING.ask(method, address, role)),
                inRules(
                        "anybody who is let in",
                        "GET /programmas/{programma}/bewijs for ‘’: 400",
                        (method, address, role) ->
                                address.contains("/bewijs") && role.isEmpty()
                                        ? new Heard(400, Set.of())
                                        : RUNNING.ask(method, address, role)),
                inRules(
                        "a role that is kept out",
                        "GET /programmas/{programma}/momenten for ‘lezer’: 403",
                        (method, address, role) ->
                                address.contains("/momenten") && role.equals("lezer")
                                        ? new Heard(403, Set.of())
                                        : RUNNING.ask(method, address, role)),
                inRules(
                        "a method that is not told of",
                        "DELETE /sleutels",
                        (method, address, role) ->
                                method.equals("DELETE") && address.contains("/sleutels")
                                        ? new Heard(405, Set.of("GET"))
                                        : RUNNING.ask(method, address, role)),
                inRules(
                        "an address that is taken and not there",
                        "below /programmas/{programma}/bewijs",
                        (method, address, role) ->
                                address.endsWith("/bewijs/bestaat-niet/hier")
                                        ? new Heard(401, Set.of())
                                        : RUNNING.ask(method, address, role)));
    }
}
