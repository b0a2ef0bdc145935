package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.peildatum.contract.Contract;
import nl.peildatum.contract.HeldAnswers;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.contract.Operation;
import nl.peildatum.standalone.RunningStandalone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that the interface document promises is asked of one standalone, so that it promises
 * nothing that nobody ever saw: each operation with its own statuses, every other status once, and
 * every property of an answer with a value.
 */
class PromisesTest {
    /** Told alike of every operation, and so shown by one. */
    private static final Set<Integer> SHARED = Set.of(401, 403, 406, 413, 415, 429, 500, 503);

    private static final String ALL = "/api/v1/programmas";
    private static final String NOVEMBER = ALL + "/samen-tegen-mensenhandel";
    private static final String TRIED = ALL + "/proef";
    private static final String DAY = "2026-03-31";
    private static final String USED_KEY = "gebruikt";
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningStandalone standalone;
    private static Map<String, String> tokens;

    private static final Path KEPT =
            Path.of("../contract/src/main/resources/nl/peildatum/contract/voorbeelden.yaml");

    private static final HeldAnswers ANSWERS = new HeldAnswers();
    private static final HttpClient CLIENT = HoldingClient.of(HttpClient.newHttpClient(), ANSWERS);
    private static final Examples EXAMPLES = new Examples();
    private static final List<String> OTHERWISE = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        standalone = RunningStandalone.start(Map.of("PEILDATUM_VIER_OGEN", "ja"));
        tokens = new HashMap<>();
        for (String role : List.of("lezer", "secretariaat", "auditor", "beheerder")) {
            tokens.put(role, standalone.token(role));
        }
        tokens.put("secretariaat-2", anotherSecretary());
        readsTheEdition();
        recordsProgrammesAndLines();
        recordsActions();
        fixesReports();
        takesOver();
        erasesAndSigns();
        readsEverything();
        refusesAlike();
        breaks();
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    /** Somebody else of the secretariat, as the issuer would say who that is. */
    private static String anotherSecretary() throws Exception {
        String keys = Files.readString(standalone.dataDir().resolve("issuer-keys.json"));
        RSAKey key = JWKSet.parse(keys).getKeys().getFirst().toRSAKey();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        new JWTClaimsSet.Builder()
                                .issuer(standalone.address().toString())
                                .subject("secretariaat-2")
                                .audience("peildatum")
                                .claim("roles", List.of("secretariaat"))
                                .expirationTime(Date.from(Instant.now().plusSeconds(1800)))
                                .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void every_request_is_answered_with_the_status_it_asks_for() {
        assertThat(OTHERWISE).isEmpty();
    }

    @Test
    void nothing_is_promised_that_was_never_shown() {
        assertThat(ANSWERS.unshown(SHARED)).isEmpty();
    }

    @Test
    void the_examples_of_the_document_are_real_answers() throws IOException {
        String part = EXAMPLES.part();
        if (Boolean.getBoolean("approve")) {
            Files.writeString(KEPT, part);
        }
        assertThat(Files.readString(KEPT))
                .as("the examples; -Dapprove=true writes them anew")
                .isEqualTo(part);
    }

    /** Before anything else is recorded, so that the examples are of the published edition. */
    private static void readsTheEdition() {
        for (String path :
                List.of(
                        "",
                        "/actielijnen",
                        "/actielijnen/3",
                        "/dashboard",
                        "/momenten",
                        "/acties",
                        "/acties/22",
                        "/acties/22/historie",
                        "/acties/22/statusverloop",
                        "/signalen",
                        "/monitoringsoverzicht",
                        "/monitoringsoverzicht/controle",
                        "/journaal",
                        "/journaal/62")) {
            get("auditor", NOVEMBER + path + "?peildatum=2025-11-30");
        }
        get("auditor", ALL + "?peildatum=2025-11-30");
        get(
                "auditor",
                NOVEMBER + "/acties/22/mogelijkheden?peildatum=2025-11-30&ingangsdatum=2025-11-30");
        get("auditor", NOVEMBER + "/verloop?tot=2025-11-30");
        // before anybody is refused, which is noted as well
        get("auditor", "/api/v1/auditlog/controle");
        get("auditor", "/api/v1/auditlog");
    }

    // --- what is recorded

    private static void recordsProgrammesAndLines() {
        String programme =
                """
                {"programma": "proef", "naam": "Proef", "startjaar": 2024, "eindjaar": 2027,
                 "uitgevers": ["Een ministerie"], "ingangsdatum": "2024-01-01", "reden": "begin", "bron": "een brief"}""";
        ask(201, "secretariaat", "POST", ALL, programme, "Idempotency-Key", USED_KEY);
        ask(409, "secretariaat", "POST", ALL, programme);
        String revised =
                """
                {"naam": "Proef twee", "eindjaar": 2027, "uitgevers": ["Twee ministeries"], "ingangsdatum": "2025-01-01"}""";
        guarded("PUT", TRIED, revised);
        ask(200, "secretariaat", "PUT", TRIED, revised);
        ask(200, "secretariaat", "PUT", TRIED, revised);

        String line =
                """
                {%s"titel": "Kort", "langeTitel": "Lang", "inleiding": "i", "doelenInleiding": "di", "doelen": ["d"],
                 "effectenInleiding": "ei", "effecten": ["e"], "volgorde": %d, "ingangsdatum": "2024-01-01"}""";
        ask(
                201,
                "secretariaat",
                "POST",
                TRIED + "/actielijnen",
                line.formatted("\"nummer\": 1, ", 1));
        ask(
                409,
                "secretariaat",
                "POST",
                TRIED + "/actielijnen",
                line.formatted("\"nummer\": 1, ", 1));
        guarded("PUT", TRIED + "/actielijnen/1", line.formatted("", 2));
        ask(200, "secretariaat", "PUT", TRIED + "/actielijnen/1", line.formatted("", 2));
        ask(200, "secretariaat", "PUT", TRIED + "/actielijnen/1", line.formatted("", 2));

        ask(
                201,
                "secretariaat",
                "POST",
                ALL,
                "{\"programma\": \"oud\", \"naam\": \"Oud\", \"startjaar\": 1990, \"eindjaar\": 2027, \"ingangsdatum\": \"1990-01-01\"}");
        long planned =
                number(
                        ask(
                                201,
                                "secretariaat",
                                "POST",
                                ALL + "/oud/acties",
                                "{\"actie\": \"1\", \"titel\": \"t\", \"opgenomen\": true, \"ingangsdatum\": \"1990-01-01\"}"));
        assertThat(
                        get("auditor", ALL + "/oud/verloop?minstensJournaal=" + planned)
                                .path("ingekort")
                                .asBoolean())
                .isTrue();
    }

    private static void recordsActions() {
        String plan =
                """
                {"actie": "%s", "titel": "Een actie", "actielijn": 1, "uitvoeringsjaren": [2025], "toelichting": "Zo gaat het",
                 "opgenomen": %s, "volgorde": 1, "ingangsdatum": "2024-02-01", "reden": "nodig", "bron": "een brief"}""";
        String actions = TRIED + "/acties";
        tried(actions, plan.formatted("1", true));
        ask(201, "secretariaat", "POST", actions, plan.formatted("1", true));
        ask(409, "secretariaat", "POST", actions, plan.formatted("1", true));
        ask(201, "secretariaat", "POST", actions, plan.formatted("2", true));
        ask(
                201,
                "secretariaat",
                "POST",
                actions,
                """
                {"actie": "3", "titel": "Later", "opgenomen": false, "redenNietOpgenomen": "begint later", "ingangsdatum": "2024-02-01"}""");

        String one = actions + "/1";
        String baseline =
                """
                {"status": "IN_UITVOERING", "bron": "een overzicht", "toelichting": "Loopt", "ingangsdatum": "2025-01-01"}""";
        tried(one + "/openingsstand", baseline);
        guarded("POST", one + "/openingsstand", baseline);
        ask(201, "secretariaat", "POST", one + "/openingsstand", baseline);
        ask(409, "secretariaat", "POST", one + "/openingsstand", baseline);

        String change =
                """
                {"soort": "VERTRAGING", "ingangsdatum": "2025-03-01", "reden": "het liep uit", "toelichting": "Later klaar",
                 "verwachteAfronding": "2026-06-30", "bron": "een brief"}""";
        String changes = one + "/statuswijzigingen";
        tried(changes, change);
        guarded("POST", changes, change);
        long delayed = number(ask(201, "secretariaat", "POST", changes, change));
        ask(409, "secretariaat", "POST", changes, "{\"soort\": \"START\"}");
        // a start would leave the delay that comes after it without ground
        tried(
                changes,
                "{\"soort\": \"VERTRAGING\", \"ingangsdatum\": \"2025-02-01\", \"reden\": \"eerder\"}",
                409);
        ask(
                201,
                "secretariaat",
                "POST",
                actions + "/2/statuswijzigingen",
                "{\"soort\": \"INTREKKING\", \"ingangsdatum\": \"2025-06-01\", \"reden\": \"niet meer nodig\"}");

        String explained = "{\"toelichting\": \"Nog iets\", \"ingangsdatum\": \"2025-02-01\"}";
        tried(one + "/toelichtingen", explained);
        guarded("POST", one + "/toelichtingen", explained);
        ask(201, "secretariaat", "POST", one + "/toelichtingen", explained);

        String changed =
                """
                {"gerapporteerdAls": "1/2", "verbanden": [{"soort": "VOLGT_OP", "actie": "3"}], "ingangsdatum": "2025-04-01"}""";
        tried(one + "/wijzigingen", changed);
        guarded("POST", one + "/wijzigingen", changed);
        ask(201, "secretariaat", "POST", one + "/wijzigingen", changed);

        String entry = TRIED + "/journaal/" + delayed;
        String correction =
                "{\"reden\": \"de brief is ouder\", \"als\": {\"ingangsdatum\": \"2025-02-15\", \"toelichting\": null}}";
        tried(entry + "/correcties", correction);
        guarded("POST", entry + "/correcties", correction);
        ask(201, "secretariaat", "POST", entry + "/correcties", correction);
        // of the line, so that an answer about a line would read differently
        tried(
                TRIED + "/journaal/4/correcties",
                "{\"reden\": \"r\", \"als\": {\"titel\": \"Anders\"}}");
        ask(
                200,
                "secretariaat",
                "PUT",
                TRIED,
                "{\"naam\": \"Proef drie\", \"eindjaar\": 2027, \"uitgevers\": [], \"ingangsdatum\": \"2025-05-01\"}");

        String retraction = "{\"reden\": \"een vergissing\"}";
        tried(entry + "/intrekkingen", retraction);
        guarded("POST", entry + "/intrekkingen", retraction);
        ask(201, "secretariaat", "POST", entry + "/intrekkingen", retraction);
        ask(409, "secretariaat", "POST", entry + "/intrekkingen", retraction);
    }

    private static void fixesReports() {
        long delayed =
                number(
                        ask(
                                201,
                                "secretariaat",
                                "POST",
                                NOVEMBER + "/acties/24/statuswijzigingen",
                                """
                                {"soort": "VERTRAGING", "ingangsdatum": "2026-03-10", "reden": "de pilots liepen uit",
                                 "toelichting": "Volgt later", "verwachteAfronding": "2026-12-31"}"""));
        String reports = NOVEMBER + "/rapportages";
        String confirmations = reports + "/" + DAY + "/bevestigingen";
        ask(409, "secretariaat", "POST", reports, report(delayed, "f".repeat(64), "null"));
        report(confirmations, delayed, "null");
        ask(409, "secretariaat-2", "POST", confirmations, "{}");
        long again = report(confirmations, delayed, "\"met titel\"");
        ask(201, "secretariaat", "POST", reports, report(again, digest(again), "\"nog eens\""));

        String correction =
                "{\"reden\": \"de brief is van januari\", \"als\": {\"ingangsdatum\": \"2026-01-20\"}}";
        tried(NOVEMBER + "/journaal/" + delayed + "/correcties", correction);
        ask(
                201,
                "secretariaat",
                "POST",
                NOVEMBER + "/journaal/" + delayed + "/correcties",
                correction);
        ask(
                200,
                "secretariaat",
                "PUT",
                NOVEMBER + "/actielijnen/3",
                "{\"titel\": \"Anders\", \"langeTitel\": \"Anders\", \"ingangsdatum\": \"2026-01-01\"}");

        JsonNode signal =
                get("auditor", NOVEMBER + "/signalen?peildatum=2025-11-30")
                        .at("/signalen/0/signaal");
        String judgements = NOVEMBER + "/signalen/" + signal.asString() + "/beoordelingen";
        String judgement =
                "{\"oordeel\": \"GEACCEPTEERD\", \"reden\": \"het klopt zo\", \"bron\": \"overleg\"}";
        ask(201, "secretariaat", "POST", judgements, judgement);
        ask(409, "secretariaat", "POST", judgements, judgement, "Idempotency-Key", USED_KEY);
    }

    private static long report(String confirmations, long knownUpTo, String reason) {
        String reports = NOVEMBER + "/rapportages";
        ask(201, "secretariaat", "POST", reports, report(knownUpTo, digest(knownUpTo), reason));
        ask(403, "secretariaat", "POST", confirmations, "{}");
        return number(ask(201, "secretariaat-2", "POST", confirmations, "{\"reden\": \"gezien\"}"));
    }

    private static String report(long knownUpTo, String digest, String reason) {
        return "{\"peildatum\": \"%s\", \"bekendTot\": %d, \"digest\": \"%s\", \"titel\": \"Kwartaal\", \"reden\": %s}"
                .formatted(DAY, knownUpTo, digest, reason);
    }

    private static String digest(long knownUpTo) {
        String path =
                NOVEMBER + "/monitoringsoverzicht?peildatum=" + DAY + "&bekendTot=" + knownUpTo;
        return send("auditor", "GET", path, null)
                .headers()
                .firstValue("Digest-Overzicht")
                .orElse("");
    }

    // --- documents

    private static void takesOver() {
        String imports = NOVEMBER + "/importen?peildatum=2025-11-30";
        String edition = Visitor.publication();
        String[] markdown = {"Content-Type", "text/markdown"};
        String[] csv = {"Content-Type", "text/csv"};
        ask(
                201,
                "secretariaat",
                "POST",
                ALL,
                "{\"programma\": \"over\", \"naam\": \"Over\", \"startjaar\": 2024, \"eindjaar\": 2027, \"ingangsdatum\": \"2024-01-01\"}");
        String elsewhere = ALL + "/over/importen?peildatum=2025-11-30";
        ask(200, "secretariaat", "POST", elsewhere + "&proef=true", edition, markdown);
        ask(201, "secretariaat", "POST", elsewhere, edition, markdown);
        ask(200, "secretariaat", "POST", elsewhere, edition, markdown);

        // an action that is left out counts otherwise than the edition prints it
        ask(
                201,
                "secretariaat",
                "POST",
                ALL + "/over/acties/24/statuswijzigingen",
                """
                {"soort": "VERTRAGING", "ingangsdatum": "2025-11-30", "reden": "de pilots liepen uit"}""");
        String withReason = elsewhere + "&reden=overgenomen";
        ask(200, "secretariaat", "POST", withReason + "&proef=true", edition, markdown);
        ask(409, "secretariaat", "POST", withReason + "&zonder=24", edition, markdown);
        // an extra action by another title is a question
        String other = edition.replace("Pilot preventie ronselen", "Proef tegen ronselen");
        ask(200, "secretariaat", "POST", imports + "&proef=true", other, markdown);
        ask(409, "secretariaat", "POST", imports, other, markdown);
        String wrong = edition.replace("<b>44</b>", "<b>45</b>");
        ask(422, "secretariaat", "POST", imports, wrong, markdown);

        String sheet = "actie,status,ingangsdatum\n1,%s,2025-11-30\n";
        ask(200, "secretariaat", "POST", imports + "&proef=true", sheet.formatted("Afgerond"), csv);
        ask(422, "secretariaat", "POST", imports, sheet.formatted("Klaar"), csv);
        // held already on a day before the report date; and a column that only informs
        String later = NOVEMBER + "/importen?peildatum=2025-12-31&proef=true";
        ask(200, "secretariaat", "POST", later, sheet.formatted("Afgerond"), csv);
        String informative = "actie,huidige status\n1,Klaar\n";
        ask(409, "secretariaat", "POST", imports, informative, csv);
    }

    // --- operations

    private static void erasesAndSigns() throws Exception {
        String reason = "{\"reden\": \"er stond een naam in\"}";
        for (String erasing : List.of("/journaal/1/tekstwissing", "/journaal/6/tekstwissingen")) {
            String address = TRIED + erasing;
            ask(200, "beheerder", "POST", address + "?proef=true", reason);
            ask(201, "beheerder", "POST", address, reason);
            ask(409, "beheerder", "POST", address, reason);
        }
        ask(201, "beheerder", "POST", NOVEMBER + "/journaal/99/tekstwissingen", reason);
        ask(201, "secretariaat", "POST", NOVEMBER + "/journaal/controlepunten", "{}");
        ask(200, "secretariaat", "POST", NOVEMBER + "/journaal/controlepunten", "{}");
        ask(201, "beheerder", "POST", "/api/v1/sleutels", reason);
        ask(
                204,
                "beheerder",
                "POST",
                "/api/v1/personen/wissingen",
                "{\"subject\": \"secretariaat-2\"}");
        ask(204, "beheerder", "DELETE", "/api/v1/personen/iemand", null);
        ask(404, "beheerder", "DELETE", "/api/v1/personen/" + "x".repeat(300), null);
        try (InputStream stream =
                CLIENT.send(
                                request("lezer", "GET", NOVEMBER + "/gebeurtenissen", null).build(),
                                BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(stream.read()).isPositive();
        }
    }

    // --- what is asked

    private static void readsEverything() {
        JsonNode points =
                get("auditor", NOVEMBER + "/journaal/controlepunten").at("/controlepunten/0");
        String given =
                points.path("journaalnummer").asString() + ":" + points.path("hash").asString();
        get("auditor", NOVEMBER + "/journaal/controle?controlepunt=" + given);
        for (Operation operation : Contract.published().operations()) {
            if (!operation.method().equals("GET")
                    || operation.address().endsWith("/gebeurtenissen")) {
                continue;
            }
            String path = filled(operation);
            String role = role(operation);
            get(role, path);
            String tag = send(role, "GET", path, null).headers().firstValue("ETag").orElse("");
            send(role, "GET", path, null, "If-None-Match", path.endsWith("controle") ? "*" : tag);
            if (operation.address().contains("{programma}/")) {
                // inside the take-over
                send(role, "GET", path + "?bekendTot=50&peildatum=2025-11-30", null);
            }
        }
        send("auditor", "GET", NOVEMBER + "?bekendTot=50", null);
        get("secretariaat", NOVEMBER + "/acties/24/historie");
        get(
                "auditor",
                NOVEMBER
                        + "/verschillen?van=2025-11-29&tot=2026-06-01&bekendTotVan=50&bekendTotTot=98");
        get("auditor", NOVEMBER + "/verschillen?van=2026-01-01&tot=2026-06-01&bekendTotVan=99");
        get("auditor", NOVEMBER + "/verschillen?van=2025-11-30&tot=2026-06-01");
        get("auditor", TRIED + "/verschillen?van=2024-01-01&tot=2026-06-01");
        get("auditor", TRIED + "/verschillen?van=2025-05-31&tot=2026-06-01");
        get("auditor", NOVEMBER + "/verloop?bekendTot=50");
        get("auditor", NOVEMBER + "/acties?zoek=25&peildatum=2025-11-30");
        get("auditor", NOVEMBER + "/acties?sorteer=laatstVeranderd&perioden=true");
        get("auditor", NOVEMBER + "/acties/24?perioden=true");
        get("auditor", TRIED + "/acties");
        get("auditor", TRIED + "/acties/1?bekendTot=12");
        get("auditor", TRIED + "/acties/1/historie");
        get("auditor", TRIED + "/acties/3");
        get("auditor", TRIED + "/dashboard");
        get("auditor", TRIED + "/actielijnen");
        get("auditor", TRIED + "/actielijnen/1");
        get("auditor", TRIED + "/journaal");
        get("auditor", TRIED + "/monitoringsoverzicht");
        get("auditor", NOVEMBER + "/rapportages/" + DAY);
        get("auditor", NOVEMBER + "/dashboard?peildatum=2026-01-10");
        for (long number = 1; number <= 20; number++) {
            send("auditor", "GET", TRIED + "/journaal/" + number, null);
        }
        String frozen = "application/vnd.peildatum.overzicht.v1+json";
        for (String programme : List.of(NOVEMBER, TRIED)) {
            send("auditor", "GET", programme + "/monitoringsoverzicht", null, "Accept", frozen);
        }
        send(
                "auditor",
                "GET",
                TRIED + "/monitoringsoverzicht?bekendTot=12",
                null,
                "Accept",
                frozen);
        send("auditor", "GET", "/api/v1/auditlog", null, "Accept", "text/csv");
    }

    /** What every operation refuses, and what any does. */
    private static void refusesAlike() {
        for (Operation operation : Contract.published().operations()) {
            String body = operation.takes().isEmpty() ? null : "{}";
            String[] form =
                    operation.takes().contains("text/markdown")
                            ? new String[] {"Content-Type", "text/markdown"}
                            : new String[0];
            ask(
                    400,
                    role(operation),
                    operation.method(),
                    filled(operation) + "?onbekend=1",
                    body,
                    form);
            if (operation.address().contains("{programma}")) {
                String unknown =
                        filled(operation).replace("samen-tegen-mensenhandel", "bestaat-niet");
                ask(404, role(operation), operation.method(), unknown, body, form);
            }
        }
        String changes = NOVEMBER + "/acties/24/statuswijzigingen";
        ask(401, null, "POST", changes, "{}");
        ask(403, "lezer", "POST", changes, "{}");
        ask(406, "lezer", "GET", NOVEMBER + "/dashboard", null, "Accept", "image/png");
        ask(413, "secretariaat", "POST", changes, "{\"reden\": \"" + "x".repeat(2_000_000) + "\"}");
        ask(415, "secretariaat", "POST", changes, "soort=START", "Content-Type", "text/plain");
        ask(503, "auditor", "GET", NOVEMBER + "/dashboard?minstensJournaal=99999", null);
        assertThat(inParallel()).contains(200, 429);
    }

    private static List<Integer> inParallel() {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            HttpRequest request =
                    request("auditor", "GET", NOVEMBER + "/journaal/controle", null).build();
            asked.add(CLIENT.sendAsync(request, BodyHandlers.ofString()));
        }
        return asked.stream()
                .map(one -> one.orTimeout(60, TimeUnit.SECONDS).join().statusCode())
                .toList();
    }

    /** What only somebody brings about who owns the database. */
    private static void breaks() throws Exception {
        JdbcClient owner = owner();
        altered(owner, "2026-03-10", "2026-03-30", "samen-tegen-mensenhandel");
        get("auditor", NOVEMBER + "/journaal/controle");
        get(
                "auditor",
                NOVEMBER + "/monitoringsoverzicht/controle?peildatum=" + DAY + "&bekendTot=99");
        unsigned(owner);
        owner.sql("ALTER TABLE read_v2.action_version RENAME TO elsewhere").update();
        ask(500, "auditor", "GET", NOVEMBER + "/acties", null);
    }

    /** A last entry that is not as it was recorded is signed by nobody. */
    private static void unsigned(JdbcClient owner) {
        ask(
                201,
                "secretariaat",
                "POST",
                TRIED + "/acties/3/toelichtingen",
                "{\"toelichting\": \"Als laatste\", \"ingangsdatum\": \"2025-01-01\"}");
        altered(owner, "2025-01-01", "2025-01-02", "proef");
        ask(409, "secretariaat", "POST", TRIED + "/journaal/controlepunten", "{}");
    }

    private static void altered(JdbcClient owner, String there, String instead, String programme) {
        owner.sql(
                        """
                        DO $$ BEGIN
                            ALTER TABLE events.event DISABLE TRIGGER USER;
                            UPDATE events.event SET facts = convert_to(
                                replace(convert_from(facts, 'UTF8'), '%s', '%s'), 'UTF8')
                                WHERE programme = '%s';
                            ALTER TABLE events.event ENABLE TRIGGER USER;
                        END $$"""
                                .formatted(there, instead, programme))
                .update();
    }

    private static JdbcClient owner() throws Exception {
        Properties secrets = new Properties();
        try (var file =
                Files.newBufferedReader(standalone.dataDir().resolve("postgres.properties"))) {
            secrets.load(file);
        }
        String port =
                Files.readAllLines(standalone.dataDir().resolve("postgres/postmaster.pid")).get(3);
        return JdbcClient.create(
                new DriverManagerDataSource(
                        "jdbc:postgresql://127.0.0.1:" + port.strip() + "/peildatum",
                        "peildatum",
                        secrets.getProperty("peildatum.password")));
    }

    // --- asking

    private static String role(Operation operation) {
        return operation.roles().contains("auditor")
                ? "auditor"
                : operation.roles().contains("secretariaat") ? "secretariaat" : "beheerder";
    }

    private static String filled(Operation operation) {
        return "/api/v1"
                + operation
                        .address()
                        .replace("{programma}", "samen-tegen-mensenhandel")
                        .replace("{actie}", "24")
                        .replace("actielijnen/{nummer}", "actielijnen/3")
                        .replace("{nummer}", "50")
                        .replace("{peildatum}", DAY)
                        .replace("{signaal}", "vertraging-37-op-61-97")
                        .replace("{subject}", "iemand");
    }

    /** Shows what a command would do, and records nothing. */
    private static void tried(String path, String body) {
        tried(path, body, 200);
    }

    private static void tried(String path, String body, int status) {
        ask(status, "secretariaat", "POST", path + "?proef=true", body);
    }

    /** Refuses who saw another version, and a key that was used for something else. */
    private static void guarded(String method, String path, String body) {
        ask(412, "secretariaat", method, path, body, "If-Match", "\"999\"");
        ask(409, "secretariaat", method, path, body, "Idempotency-Key", USED_KEY);
    }

    private static JsonNode get(String role, String path) {
        return ask(200, role, "GET", path, null);
    }

    private static long number(JsonNode recorded) {
        return recorded.path("journaalnummer").asLong();
    }

    private static JsonNode ask(
            int status,
            @Nullable String role,
            String method,
            String path,
            @Nullable String body,
            String... headers) {
        HttpResponse<String> answer = send(role, method, path, body, headers);
        if (answer.statusCode() != status) {
            OTHERWISE.add(
                    "%s %s: %d instead of %d, %s"
                            .formatted(method, path, answer.statusCode(), status, answer.body()));
        }
        if (!answer.body().startsWith("{")) {
            return JSON.missingNode();
        }
        JsonNode answered = JSON.readTree(answer.body());
        if (status < 300 && answer.statusCode() == status) {
            Contract.published()
                    .operation(method, answer.uri().getPath())
                    .filter(asked -> !asked.id().equals("vraagInterface"))
                    .ifPresent(asked -> EXAMPLES.keep(asked.id() + "." + status, answered));
        }
        return answered;
    }

    private static HttpResponse<String> send(
            @Nullable String role,
            String method,
            String path,
            @Nullable String body,
            String... headers) {
        try {
            return CLIENT.send(
                    request(role, method, path, body, headers).build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static HttpRequest.Builder request(
            @Nullable String role,
            String method,
            String path,
            @Nullable String body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(standalone.address().resolve(path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (role != null) {
            request.header("Authorization", "Bearer " + tokens.get(role));
        }
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }
}
