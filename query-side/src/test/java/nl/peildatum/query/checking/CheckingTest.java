package nl.peildatum.query.checking;

import static nl.peildatum.query.ReadDatabase.await;
import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.peildatum.api.Today;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.QuerySide;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.api.Issuer;
import nl.peildatum.query.api.report.NightlyCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks and the audit log as they are asked for over HTTP, in the whole application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ProgrammeId SOUND = new ProgrammeId("gaaf");
    private static final ProgrammeId SPOILT = new ProgrammeId("aangetast");
    private static final String CHECK = "/api/v1/programmas/gaaf/journaal/controle";

    private final Issuer issuer = new Issuer();
    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final HttpClient http = HoldingClient.create();
    private final ServletWebServerApplicationContext side =
            (ServletWebServerApplicationContext)
                    QuerySide.application()
                            .run(
                                    "--server.port=0",
                                    "--server.address=127.0.0.1",
                                    "--peildatum.auditlog.samentellen=2s",
                                    "--spring.datasource.url=" + database.jdbcUrl(),
                                    "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                            + issuer.keys());

    @BeforeAll
    void record() {
        RecordedEvents events = new RecordedEvents(database.dataSource());
        for (ProgrammeId programme : List.of(SOUND, SPOILT)) {
            events.record(adopted(programme));
            for (int action = 2; action <= 6; action++) {
                events.record(planned(new ActionId(programme, "a" + action), null, "2026-01-01"));
            }
        }
        await(
                () ->
                        jdbc.sql(
                                        """
                                        SELECT count(*) = 2 FROM read_v2.progress
                                        WHERE projection = 'journal' AND processed = 6""")
                                .query(Boolean.class)
                                .single());
        tamper(
                "UPDATE events.event SET name = 'x' WHERE programme = 'aangetast' AND journal_number = 4");
    }

    @AfterAll
    void stop() {
        side.close();
        database.close();
    }

    private void tamper(String statement) {
        jdbc.sql("BEGIN; SET LOCAL session_replication_role = replica; " + statement + "; COMMIT")
                .update();
    }

    @Test
    void a_sound_journal_is_in_order_and_the_answer_says_what_was_compared() {
        JsonNode answer = json(get("auditor", CHECK));

        assertThat(answer.get("inOrde").asBoolean()).isTrue();
        assertThat(answer.get("gecontroleerd").asInt()).isEqualTo(6);
        assertThat(answer.get("afwijkingen").isEmpty()).isTrue();
        assertThat(answer.at("/hoofd/journaalnummer").asInt()).isEqualTo(6);
        assertThat(answer.at("/hoofd/hash").asString()).hasSize(64);
        assertThat(get("auditor", CHECK).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void what_was_recorded_together_is_counted_and_said_not_to_be_signed() {
        assertThat(json(get("auditor", CHECK)).get("handelingen").toString())
                .isEqualTo("{\"aantal\":6,\"ondertekend\":false}");
    }

    @Test
    void entries_of_no_act_or_of_two_are_named() {
        tamper("DELETE FROM events.act WHERE programme = 'gaaf' AND last_number IN (2, 3, 6)");
        tamper(
                "UPDATE events.act SET first_number = 4 WHERE programme = 'gaaf' AND last_number = 5");

        JsonNode answer = json(get("auditor", CHECK));

        tamper(
                "UPDATE events.act SET first_number = 5 WHERE programme = 'gaaf' AND last_number = 5");
        tamper("INSERT INTO events.act VALUES ('gaaf', 2, 2), ('gaaf', 3, 3), ('gaaf', 6, 6)");
        assertThat(answer.get("inOrde").asBoolean()).isFalse();
        assertThat(answer.get("afwijkingen").toString())
                .isEqualTo(
                        """
                        [{"journaalnummer":2,"soort":"HANDELINGEN_SLUITEN_NIET_AAN",\
                        "melding":"Regels 2 tot en met 3 horen bij geen handeling: \
                        er is niet vastgelegd wat samen is geregistreerd."},\
                        {"journaalnummer":4,"soort":"HANDELINGEN_SLUITEN_NIET_AAN",\
                        "melding":"Regels 4 tot en met 4 horen bij meer dan één handeling."},\
                        {"journaalnummer":6,"soort":"HANDELINGEN_SLUITEN_NIET_AAN",\
                        "melding":"Regels 6 tot en met 6 horen bij geen handeling: \
                        er is niet vastgelegd wat samen is geregistreerd."}]""");
    }

    @Test
    void an_act_that_goes_on_beyond_the_journal_is_named_and_one_inside_another() {
        tamper(
                "UPDATE events.act SET last_number = 9 WHERE programme = 'gaaf' AND last_number = 6");
        JsonNode beyond = json(get("auditor", CHECK));
        JsonNode before = json(get("auditor", CHECK + "?totEnMet=5"));
        tamper(
                "UPDATE events.act SET last_number = 6 WHERE programme = 'gaaf' AND last_number = 9");
        tamper(
                "UPDATE events.act SET first_number = 1 WHERE programme = 'gaaf' AND last_number = 6");
        JsonNode inside = json(get("auditor", CHECK));
        tamper(
                "UPDATE events.act SET first_number = 6 WHERE programme = 'gaaf' AND last_number = 6");

        assertThat(beyond.at("/afwijkingen/0/melding").asString())
                .isEqualTo(
                        "Een handeling loopt door tot en met regel 9, maar regel 6 is de laatste van"
                                + " het journaal.");
        assertThat(before.get("inOrde").asBoolean()).isTrue();
        assertThat(inside.get("afwijkingen"))
                .hasSize(5)
                .allMatch(one -> one.get("melding").asString().contains("meer dan één"));
        assertThat(json(get("auditor", CHECK)).get("inOrde").asBoolean()).isTrue();
    }

    @Test
    void what_was_changed_is_named_in_plain_dutch() {
        JsonNode answer = json(get("auditor", "/api/v1/programmas/aangetast/journaal/controle"));

        assertThat(answer.get("inOrde").asBoolean()).isFalse();
        assertThat(answer.get("afwijkingenTotaal").asInt()).isEqualTo(1);
        assertThat(answer.at("/afwijkingen/0").toString())
                .isEqualTo(
                        """
                        {"journaalnummer":4,"soort":"GEWIJZIGD","melding":"Regel 4 is gewijzigd. \
                        Anders dan toen de regel werd vastgelegd: de soort."}""");
    }

    @Test
    void a_checkpoint_that_was_kept_is_compared_and_said_so() {
        String hash = json(get("auditor", CHECK)).at("/hoofd/hash").asString();

        JsonNode answer =
                json(
                        get(
                                "auditor",
                                CHECK
                                        + "?controlepunt=6:"
                                        + hash.toUpperCase(java.util.Locale.ROOT)
                                        + "&controlepunt=3:"
                                        + "ab".repeat(32)));

        assertThat(answer.at("/meegegeven/0/klopt").asBoolean()).isTrue();
        assertThat(answer.at("/meegegeven/1/klopt").asBoolean()).isFalse();
        assertThat(answer.at("/afwijkingen/0/soort").asString()).isEqualTo("HERSCHREVEN");
        assertThat(answer.at("/afwijkingen/0/melding").asString())
                .contains("herschreven sinds controlepunt 3");
    }

    @Test
    void what_is_asked_wrongly_is_refused_with_all_faults() {
        assertThat(get("auditor", CHECK + "?controlepunt=x&vanaf=0").body())
                .contains("\"veld\":\"controlepunt\"", "\"veld\":\"vanaf\"");
        assertThat(get("auditor", CHECK + "?vanaf=4&totEnMet=3").statusCode()).isEqualTo(400);
        assertThat(
                        get("auditor", CHECK + "?vanaf=4&controlepunt=3:" + "ab".repeat(32))
                                .statusCode())
                .isEqualTo(400);
        assertThat(get("auditor", CHECK + "?iets=1").statusCode()).isEqualTo(400);
        assertThat(get("auditor", "/api/v1/programmas/geen/journaal/controle").statusCode())
                .isEqualTo(404);
        assertThat(json(get("auditor", CHECK + "?vanaf=2&totEnMet=4")).get("gecontroleerd").asInt())
                .isEqualTo(3);
    }

    @Test
    void only_an_auditor_checks_and_reads_the_audit_log() {
        for (String path : List.of(CHECK, "/api/v1/auditlog", "/api/v1/auditlog/controle")) {
            assertThat(get(null, path).statusCode()).isEqualTo(401);
            for (String role : List.of("lezer", "secretariaat", "beheerder")) {
                assertThat(get(role, path).statusCode()).isEqualTo(403);
            }
            assertThat(get("auditor", path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void each_check_is_a_line_of_the_audit_log_and_a_head_request_is_none() {
        long before = lines("CONTROLE");
        JsonNode answer = json(get("auditor", CHECK));
        assertThat(send("HEAD", "auditor", CHECK).statusCode()).isEqualTo(200);

        assertThat(lines("CONTROLE")).isEqualTo(before + 1);
        JsonNode line = lastLine("CONTROLE");
        assertThat(line.get("nummer").asLong()).isEqualTo(answer.get("auditregel").asLong());
        assertThat(line.get("door").asString()).isEqualTo("subject-van-auditor");
        assertThat(line.at("/inhoud/programma").asString()).isEqualTo("gaaf");
        assertThat(line.at("/inhoud/hash")).isEqualTo(answer.at("/hoofd/hash"));
        assertThat(line.get("zin").asString())
                .isEqualTo(
                        "Het journaal van programma ‘gaaf’ is gecontroleerd tot en met regel 6: alles in orde.");
    }

    private long lines(String kind) {
        return json(get("auditor", "/api/v1/auditlog?soort=" + kind)).get("totaal").asLong();
    }

    private JsonNode lastLine(String kind) {
        return json(get(
                        "auditor",
                        "/api/v1/auditlog?paginagrootte=1&soort="
                                + kind
                                + "&pagina="
                                + lines(kind)))
                .at("/regels/0");
    }

    @Test
    void several_checks_at_once_work_and_too_many_wait() {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int asker = 0; asker < 24; asker++) {
                asked.add(
                        CompletableFuture.supplyAsync(
                                () -> {
                                    HttpResponse<String> answer = get("auditor", CHECK);
                                    if (answer.statusCode() == 429) {
                                        assertThat(answer.headers().firstValue("Retry-After"))
                                                .isPresent();
                                    }
                                    return answer.statusCode();
                                },
                                askers));
            }
        }
        List<Integer> answers = asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers).containsOnly(200, 429);
        assertThat(answers.stream().filter(status -> status == 200).count())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void the_audit_log_is_listed_and_downloaded() {
        json(get("auditor", CHECK));
        HttpResponse<String> csv =
                send(
                        to("/api/v1/auditlog?soort=CONTROLE", "auditor")
                                .header("Accept", "text/csv")
                                .GET());
        assertThat(csv.body())
                .startsWith("nummer,geregistreerdOp,soort,door,inhoud,hash,zin\r\n")
                .contains("CONTROLE,subject-van-auditor");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("auditlog.csv");
        assertThat(json(get("auditor", "/api/v1/auditlog?vanaf=2999-01-01")).get("totaal").asLong())
                .isZero();
        assertThat(get("auditor", "/api/v1/auditlog?soort=ONZIN").statusCode()).isEqualTo(400);
    }

    @Test
    void refused_access_is_a_line_of_the_audit_log_and_what_is_alike_is_counted() {
        for (int i = 0; i < 20; i++) {
            get("lezer", "/api/v1/programmas/gaaf/journaal/" + (i + 1) + "?geheim=1");
        }
        await(
                () ->
                        jdbc.sql(
                                                """
                                        SELECT coalesce(sum((convert_from(content, 'UTF8')::jsonb ->> 'keer')::int), 0)
                                        FROM events.audit WHERE kind = 'TOEGANG_GEWEIGERD'
                                            AND convert_from(content, 'UTF8') LIKE '%/journaal/%'
                                            AND subject = 'subject-van-lezer'""")
                                        .query(Long.class)
                                        .single()
                                >= 20);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM events.audit WHERE kind = 'TOEGANG_GEWEIGERD'
                                            AND convert_from(content, 'UTF8') LIKE '%/journaal/%'
                                            AND subject = 'subject-van-lezer'""")
                                .query(Long.class)
                                .single())
                .isLessThan(12);
        assertThat(get("auditor", "/api/v1/auditlog?soort=TOEGANG_GEWEIGERD").body())
                .contains("Toegang geweigerd (403) voor GET /api/v1/programmas/gaaf/journaal/")
                .doesNotContain("geheim");
    }

    @Test
    void a_bad_token_is_noted_without_a_subject() {
        send(
                HttpRequest.newBuilder(URI.create(address() + "/api/v1/programmas/gaaf/acties"))
                        .header("Authorization", "Bearer onzin")
                        .GET());
        await(
                () ->
                        get("auditor", "/api/v1/auditlog?soort=TOEGANG_GEWEIGERD")
                                .body()
                                .contains(
                                        "Toegang geweigerd (401) voor GET /api/v1/programmas/gaaf/acties"));
    }

    @Test
    void every_day_everything_is_checked_once_and_deviations_are_shown_in_health_and_metrics() {
        DailyChecks tomorrow = dailyAt(Duration.ofDays(1));
        int first = tomorrow.journals().size();
        assertThat(first).isEqualTo(3); // two journals and the log
        assertThat(tomorrow.isOverdue()).isFalse();
        assertThat(dailyAt(Duration.ofDays(2)).isOverdue()).isTrue();
        assertThat(dailyAt(Duration.ofDays(1)).journals()).isEmpty();
        assertThat(dailyAt(Duration.ofDays(2)).journals()).hasSize(3);

        JsonNode line = lastLine("CONTROLE");
        assertThat(line.get("door").isNull()).isTrue();
        assertThat(line.at("/inhoud/aanleiding").asString()).isEqualTo("DAGELIJKS");

        HttpResponse<String> health = get("beheerder", "/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("AFWIJKING", "journaalcontrole", "\"afwijkingen\":1");
        assertThat(get(null, "/actuator/health/readiness").body()).contains("\"UP\"");

        assertThat(get("auditor", "/actuator/prometheus").statusCode()).isEqualTo(403);
        String metrics = get("beheerder", "/actuator/prometheus").body();
        assertThat(metrics)
                .contains("peildatum_journaal_controle_afwijkingen{programma=\"aangetast\"} 1.0")
                .contains("peildatum_journaal_controle_afwijkingen{programma=\"gaaf\"} 0.0")
                .contains("peildatum_journaal_controle_regels{programma=\"gaaf\"} 6.0")
                .contains("peildatum_journaal_controle_ouderdom_seconds{programma=\"auditlog\"}")
                .contains("peildatum_journaal_controle_duur_seconds_count");
    }

    private DailyChecks dailyAt(Duration ahead) {
        return new DailyChecks(
                side.getBean(NightlyCheck.class),
                side.getBean(JournalCheck.class),
                side.getBean(Checks.class),
                side.getBean(LastChecks.class),
                side.getBean(javax.sql.DataSource.class),
                new Today(Clock.offset(Clock.systemUTC(), ahead)),
                "0 0 0 * * *");
    }

    // --- asking

    private String address() {
        return "http://127.0.0.1:" + Objects.requireNonNull(side.getWebServer()).getPort();
    }

    private HttpResponse<String> get(@Nullable String role, String path) {
        return send(to(path, role).GET());
    }

    private HttpResponse<String> send(String method, String role, String path) {
        return send(to(path, role).method(method, BodyPublishers.noBody()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder to(String path, @Nullable String role) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return role == null
                ? request
                : request.header("Authorization", "Bearer " + issuer.token(role));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
