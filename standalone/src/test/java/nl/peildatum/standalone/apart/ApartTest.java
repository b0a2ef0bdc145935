package nl.peildatum.standalone.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.peildatum.standalone.endtoend.Browser;
import nl.peildatum.standalone.endtoend.Visitor;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, through the portal, on what docker-compose.yml says. */
@Tag("apart")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApartTest {

    private static final URI PORTAL = URI.create("http://localhost:8080");
    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private @Nullable Composed composed;
    private @Nullable People people;
    private @Nullable String expiring;
    private Instant expired = Instant.MAX;

    @BeforeAll
    void up() throws Exception {
        composed = new Composed(ComposeFile.read());
        composed().up();
        people = new People(composed());
        people().make(
                        "/peildatum/clients",
                        """
                        {"clientId": "kort", "secret": "kort", "serviceAccountsEnabled": true,
                         "standardFlowEnabled": false, "attributes": {"access.token.lifespan": "1"},
                         "protocolMappers": [{"name": "aud", "protocol": "openid-connect",
                            "protocolMapper": "oidc-audience-mapper",
                            "config": {"included.custom.audience": "peildatum",
                                "access.token.claim": "true"}}]}""");
        expiring = people().program("peildatum", "kort", "kort");
        expired = Instant.now().plusSeconds(1).plus(TOLERATED);
    }

    @AfterAll
    void down() {
        if (composed != null) {
            composed.close();
        }
    }

    @Test
    @Order(1)
    void the_overview_is_taken_over_by_the_one_command_once() throws Exception {
        assertThat(composed().printed("overnemen"))
                .containsExactly(
                        "Het monitoringsoverzicht van november 2025 is overgenomen (peildatum 30"
                                + " november 2025).");
        assertThat(composed().printed("overnemen"))
                .containsExactly(
                        "Het monitoringsoverzicht van november 2025 was al overgenomen. Er is niets"
                                + " veranderd.");
        Visitor anybody = new Visitor(PORTAL, null);
        JsonNode counts =
                get(anybody, "/dashboard?peildatum=2025-11-30&minstensJournaal=98").get("totaal");
        assertThat(counts.toString())
                .isEqualTo(
                        "{\"acties\":44,\"afgerond\":13,\"inUitvoering\":20,"
                                + "\"inUitvoeringVertraging\":5,\"doorlopend\":5,\"nogNietGestart\":1}");
        assertThat(
                        new String(
                                anybody.download(
                                        "/programmas/samen-tegen-mensenhandel", "text/html"),
                                StandardCharsets.UTF_8))
                .contains("Samen tegen mensenhandel")
                .contains("44");
    }

    @Test
    @Order(2)
    void a_delay_recorded_by_a_person_is_in_the_history_with_who_did_it() throws Exception {
        Visitor secretary = new Visitor(PORTAL, people().person("secretariaat"));
        Answer recorded =
                secretary.post(
                        PROGRAMME + "/acties/24/statuswijzigingen",
                        Map.of(
                                "soort", "VERTRAGING",
                                "ingangsdatum", "2026-01-15",
                                "reden", "de pilots liepen uit"));
        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);

        String history =
                "/acties/24/historie?minstensJournaal=" + recorded.body().get("journaalnummer");
        JsonNode told = get(secretary, history).get("regels");
        JsonNode last = told.get(told.size() - 1);
        assertThat(last.get("soort").asString()).isEqualTo("VERTRAGING");
        assertThat(last.get("reden").asString()).isEqualTo("de pilots liepen uit");
        assertThat(last.get("door").asString()).isEqualTo(subjectOf("secretariaat"));
        assertThat(get(new Visitor(PORTAL, people().person("lezer")), history).toString())
                .doesNotContain(subjectOf("secretariaat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lezer", "secretariaat", "auditor", "beheerder"})
    @Order(2)
    void everybody_logs_in_at_keycloak_and_out_at_both_ends(String role) throws Exception {
        String page = "/programmas/samen-tegen-mensenhandel/acties/22";
        Browser browser = new Browser(PORTAL).open(page).follow("Inloggen");
        browser.press("kc-login", "username", role, "password", people().password(role));
        assertThat(browser.at()).isEqualTo(PORTAL.resolve(page));
        assertThat(browser.page().select(".account").text()).startsWith(role);
        if (role.equals("secretariaat")) {
            browser.follow("Toelichting wijzigen")
                    .press("Bekijk het gevolg", "toelichting", "Vastgelegd op een bladzijde.")
                    .press("Leg vast");
            assertThat(browser.page().select("#melding").text()).contains("Vastgelegd als regel");
        }
        if (role.equals("auditor")) {
            browser.follow("Journaal").follow("Controle en bewijs").follow("Controleer nu");
            assertThat(browser.page().select("#uitslag").text()).startsWith("In orde");
        }
        browser.press("Afmelden");
        assertThat(browser.at().getAuthority()).isEqualTo(PORTAL.getAuthority());
        assertThat(browser.page().select(".account").text()).isEqualTo("Inloggen");
        browser.open(page).follow("Inloggen");
        assertThat(browser.page().select("#kc-login")).hasSize(1);
    }

    @Test
    @Order(3)
    void another_of_the_secretariat_is_somebody_else() throws Exception {
        Visitor other = new Visitor(PORTAL, people().person("secretariaat-2"));
        Answer recorded =
                other.post(
                        PROGRAMME + "/acties/22/toelichtingen",
                        Map.of("toelichting", "Nagekeken door een ander."));
        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);

        JsonNode told =
                get(
                                other,
                                "/acties/22/historie?minstensJournaal="
                                        + recorded.body().get("journaalnummer"))
                        .get("regels");
        assertThat(told.get(told.size() - 1).get("door").asString())
                .isEqualTo(subjectOf("secretariaat-2"))
                .isNotEqualTo(subjectOf("secretariaat"));
    }

    @Test
    @Order(4)
    void the_proof_is_signed_and_verifies(@TempDir Path home) throws Exception {
        Visitor secretariat = new Visitor(PORTAL, people().program("secretariaat"));
        Answer signed = secretariat.post(PROGRAMME + "/journaal/controlepunten", Map.of());
        assertThat(signed.status()).as(signed.body().toString()).isIn(200, 201);

        Visitor auditor = new Visitor(PORTAL, people().program("auditor"));
        byte[] proof = auditor.download(PROGRAMME + "/bewijs", "application/zip");
        unzip(proof, home);
        Process verifier =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "Controleer.java")
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verifier.waitFor()).as(printed).isZero();
        assertThat(printed).startsWith("IN ORDE").containsPattern("Controlepunten: [1-9]");
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({
        "lezer,        GET,  /dashboard,                       200",
        "lezer,        GET,  /journaal,                        403",
        "lezer,        GET,  /signalen,                        403",
        "lezer,        POST, /acties/22/toelichtingen,         403",
        "secretariaat, GET,  /signalen,                        200",
        "secretariaat, GET,  /journaal,                        403",
        "secretariaat, GET,  /bewijs,                          403",
        "secretariaat, POST, /journaal/1/tekstwissing,         403",
        "auditor,      GET,  /journaal,                        200",
        "auditor,      GET,  /journaal/controle,               200",
        "auditor,      POST, /acties/22/toelichtingen,         403",
        "auditor,      POST, /acties/22/statuswijzigingen,     403",
        "beheerder,    GET,  /journaal,                        403",
        "beheerder,    POST, /acties/22/toelichtingen,         403",
        "beheerder,    GET,  /bewijs,                          403"
    })
    void a_role_gets_what_is_its_own_and_nothing_else(
            String role, String method, String path, int status) throws Exception {
        for (String token : List.of(people().program(role), people().person(role))) {
            assertThat(ask(new Visitor(PORTAL, token), method, path)).isEqualTo(status);
        }
    }

    @Test
    @Order(6)
    void without_a_token_nobody_records_or_audits() {
        Visitor nobody = new Visitor(PORTAL, null);

        assertThat(ask(nobody, "POST", "/acties/22/toelichtingen")).isEqualTo(401);
        assertThat(ask(nobody, "GET", "/journaal")).isEqualTo(401);
        assertThat(ask(nobody, "GET", "/signalen")).isEqualTo(401);
    }

    @Test
    @Order(7)
    void a_token_for_somebody_else_is_refused() throws Exception {
        people().make(
                        "/peildatum/clients",
                        """
                        {"clientId": "zonder-audience", "secret": "zonder",
                         "serviceAccountsEnabled": true, "standardFlowEnabled": false}""");
        String withoutAudience = people().program("peildatum", "zonder-audience", "zonder");
        people().make("", "{\"realm\": \"ander\", \"enabled\": true}");
        people().make(
                        "/ander/clients",
                        """
                        {"clientId": "secretariaat", "secret": "ander",
                         "serviceAccountsEnabled": true, "standardFlowEnabled": false,
                         "protocolMappers": [{"name": "aud", "protocol": "openid-connect",
                            "protocolMapper": "oidc-audience-mapper",
                            "config": {"included.custom.audience": "peildatum",
                                "access.token.claim": "true"}}]}""");
        String ofAnotherRealm = people().program("ander", "secretariaat", "ander");

        for (String token : List.of(withoutAudience, ofAnotherRealm)) {
            refusedEverywhere(token);
        }
    }

    @ParameterizedTest
    @Order(8)
    @ValueSource(strings = {"command-side", "query-side", "portal"})
    void killed_in_the_middle_of_writing_nothing_acknowledged_is_lost(String killed)
            throws Exception {
        Writers writers =
                Writers.begin(
                        new Visitor(PORTAL, people().program("secretariaat")), PROGRAMME, killed);
        writers.awaitMore(20);

        composed().kill(killed);
        TimeUnit.SECONDS.sleep(2);
        Visitor reader = new Visitor(PORTAL, null);
        switch (killed) {
            case "command-side" -> assertThat(ask(reader, "GET", "/dashboard")).isEqualTo(200);
            case "query-side" -> {
                assertThat(ask(reader, "GET", "/dashboard")).isEqualTo(503);
                writers.awaitMore(20);
            }
            default -> {
                composed().awaitHealth("command-side");
                composed().awaitHealth("query-side");
            }
        }
        composed().start(killed);
        composed().awaitHealth(killed);
        writers.awaitMore(20);
        writers.stop();

        assertThat(writers.statuses()).contains(201).isSubsetOf(Writers.NO_ANSWER, 201, 503);
        Map<Long, String> journal = journal(writers.acknowledged());
        assertThat(journal).containsAllEntriesOf(writers.acknowledged());
        assertThat(journal.values()).doesNotHaveDuplicates();
    }

    @Test
    @Order(9)
    void an_expired_token_is_refused() throws Exception {
        Duration wait = Duration.between(Instant.now(), expired).plusSeconds(1);
        if (wait.isPositive()) {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        }
        refusedEverywhere(Objects.requireNonNull(expiring));
    }

    @ParameterizedTest
    @Order(10)
    @ValueSource(strings = {"command-side", "query-side", "portal"})
    void every_setting_is_read(String service) throws Exception {
        assertThat(composed().log(service))
                .contains(service + " draait op poort")
                .doesNotContain("niet gelezen");
        assertThat(composed().file().service(service).environment().keySet())
                .allMatch(name -> name.matches("(PEILDATUM|SPRING|SERVER)_.+"));
    }

    @ParameterizedTest
    @Order(11)
    @CsvSource({
        "SPRING_DATASOURCE_PASSWORD, fout, De database weigert de login",
        "SPRING_FLYWAY_PASSWORD, fout, De database weigert de login",
        "SPRING_DATASOURCE_URL, jdbc:postgresql://127.0.0.1:5432/anders, De database is er niet",
        "SPRING_DATASOURCE_URL,"
                + " jdbc:postgresql://127.0.0.1:5432/peildatum?options=-c%20synchronous_commit=off,"
                + " De database kan bevestigde gegevens verliezen: synchronous_commit staat uit."
    })
    void what_is_wrong_with_the_database_is_one_line(String setting, String value, String line)
            throws Exception {
        for (String side : List.of("command-side", "query-side")) {
            List<String> printed = composed().refused(side, Map.of(setting, value));

            assertThat(printed.getLast()).startsWith(line);
            assertThat(printed)
                    .noneMatch(each -> each.startsWith("\tat ") || each.contains("ERROR"));
        }
    }

    @Test
    @Order(12)
    void no_log_tells_a_secret() throws Exception {
        for (String service : composed().file().names()) {
            if (!service.equals("geheimen")) {
                assertThat(composed().log(service)).doesNotContain(composed().secrets());
            }
        }
    }

    @Test
    @Order(13)
    void a_database_whose_secrets_are_gone_gets_no_others() throws Exception {
        composed().loseSecrets();

        assertThat(composed().run("geheimen")).isEqualTo(1);
        assertThat(composed().log("geheimen"))
                .endsWith("Zet het volume geheimen terug uit een kopie.\n");
    }

    /**
     * Of what it does not know Keycloak says nothing. Asked here, where it is not being started:
     * that writes its files anew.
     */
    @Test
    void keycloak_knows_every_setting_it_is_given() throws Exception {
        Process help =
                new ProcessBuilder(
                                Path.of("target/keycloak/bin/kc.sh").toAbsolutePath().toString(),
                                "start",
                                "--help-all")
                        .redirectErrorStream(true)
                        .start();
        String told = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Set<String> known = new TreeSet<>();
        Matcher option = Pattern.compile("--([a-z0-9-]+)").matcher(told);
        while (option.find()) {
            known.add("KC_" + option.group(1).replace('-', '_').toUpperCase(Locale.ROOT));
        }

        assertThat(known).hasSizeGreaterThan(50);
        assertThat(composed().file().service("keycloak").environment().keySet()).isSubsetOf(known);
    }

    private static void refusedEverywhere(String token) {
        Visitor refused = new Visitor(PORTAL, token);
        assertThat(ask(refused, "GET", "/dashboard")).isEqualTo(401);
        assertThat(ask(refused, "GET", "/journaal")).isEqualTo(401);
        assertThat(ask(refused, "POST", "/acties/22/toelichtingen")).isEqualTo(401);
    }

    private static int ask(Visitor visitor, String method, String path) {
        Answer answer =
                method.equals("GET")
                        ? visitor.get(PROGRAMME + path)
                        : visitor.post(PROGRAMME + path, Map.of());
        return answer.status();
    }

    /** Asks again while it has not been processed, as 503 says to do. */
    private static JsonNode get(Visitor visitor, String path) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        Answer answer = visitor.get(PROGRAMME + path);
        while (answer.status() == 503 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
            answer = visitor.get(PROGRAMME + path);
        }
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /** All numbers with the identifiers of their entries, as an auditor reads them. */
    private Map<Long, String> journal(Map<Long, String> acknowledged) throws Exception {
        Visitor auditor = new Visitor(PORTAL, people().program("auditor"));
        long last = acknowledged.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
        Map<Long, String> journal = new HashMap<>();
        JsonNode page;
        do {
            String rest = "/journaal?aantal=1000&vanaf=" + (journal.size() + 1);
            page = get(auditor, rest + "&minstensJournaal=" + last);
            for (JsonNode row : page.get("regels")) {
                assertThat(row.get("journaalnummer").asLong()).isEqualTo(journal.size() + 1L);
                journal.put(row.get("journaalnummer").asLong(), row.get("id").asString());
            }
        } while (journal.size() < page.get("hoofd").asLong());
        return journal;
    }

    private static String subjectOf(String person) throws IOException {
        JsonNode realm =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        ComposeFile.ROOT.resolve(
                                                "apart/keycloak/peildatum-realm.json")));
        return Stream.of(realm.get("users"))
                .flatMap(users -> users.values().stream())
                .filter(user -> user.get("username").asString().equals(person))
                .map(user -> user.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static void unzip(byte[] zip, Path into) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            @Nullable ZipEntry entry;
            while ((entry = entries.getNextEntry()) != null) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, entries.readAllBytes());
            }
        }
    }

    private Composed composed() {
        return Objects.requireNonNull(composed);
    }

    private People people() {
        return Objects.requireNonNull(people);
    }
}
