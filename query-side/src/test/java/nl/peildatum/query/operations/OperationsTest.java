package nl.peildatum.query.operations;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.QuerySide;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.api.Issuer;
import nl.peildatum.query.processing.ProjectionState;
import nl.peildatum.query.processing.Projections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

    private final Issuer issuer = new Issuer();
    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final RecordedEvents events = new RecordedEvents(database.dataSource());
    private final HttpClient http = HoldingClient.create();
    private final ServletWebServerApplicationContext side =
            (ServletWebServerApplicationContext)
                    QuerySide.application()
                            .run(
                                    "--server.port=0",
                                    "--server.address=127.0.0.1",
                                    "--spring.datasource.url=" + database.jdbcUrl(),
                                    "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                            + issuer.keys());

    /** The store looks by itself once a second; who is told at once is well within that. */
    private static final long SAFETY_NET_MILLIS = 800;

    private static final ProgrammeId SICK = new ProgrammeId("ziek");
    private static final ProgrammeId WELL = new ProgrammeId("gezond");

    @BeforeAll
    void park_one_programme() {
        jdbc.sql("ALTER TABLE read_v2.journal_entry ADD CONSTRAINT gif CHECK (action <> '13')")
                .update();
        events.recordEach(adopted(SICK), planned(new ActionId(SICK, "13"), null, "2026-01-01"));
        events.record(adopted(WELL), planned(new ActionId(WELL, "1"), null, "2026-01-01"));
        Instant deadline = Instant.now().plusSeconds(30);
        while (!everythingProcessed()) {
            assertThat(Instant.now()).isBefore(deadline);
            pause(20);
        }
    }

    /**
     * What the application consists of, run apart; in the standalone it is to be the same, and a
     * test there reads this list. {@code -Dapprove=true} writes it anew.
     */
    @Test
    void the_application_consists_of_what_is_approved() throws IOException {
        Path approved = Path.of("src/test/resources/beans.txt");
        String beans =
                String.join("\n", Arrays.stream(side.getBeanDefinitionNames()).sorted().toList());
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, beans + "\n");
        }

        assertThat(beans + "\n").isEqualTo(Files.readString(approved));
    }

    private boolean everythingProcessed() {
        return side.getBean(Projections.class).states().stream()
                .allMatch(
                        state ->
                                state.caughtUp()
                                        && state.parked().isEmpty()
                                                == !state.name().equals("journal"));
    }

    @AfterAll
    void stop() {
        side.close();
        database.close();
    }

    @Test
    void a_parked_programme_is_told_in_health_and_the_node_stays_in_service() throws Exception {
        HttpResponse<String> anonymous = get("/actuator/health", null);
        HttpResponse<String> detail = get("/actuator/health", "beheerder");

        assertThat(anonymous.statusCode()).isEqualTo(200);
        assertThat(anonymous.body()).contains("GEPARKEERD").doesNotContain("ziek");
        assertThat(get("/actuator/health/readiness", null).body()).contains("\"UP\"");
        assertThat(detail.statusCode()).isEqualTo(200);
        assertThat(detail.body())
                .contains("\"programma\":\"ziek\"")
                .contains("\"journaalnummer\":2")
                .contains(
                        "\"oorzaak\":\"De database weigerde de verwerking (SQLState 23514, regel gif).\"");
    }

    @Test
    void what_is_recorded_after_the_start_keeps_no_node_out_of_service() throws Exception {
        CaughtUp readiness = new CaughtUp(side.getBean(Projections.class));
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            hold(connection);
            events.record(planned(new ActionId(WELL, "voor-de-start"), null, "2026-01-02"));
            assertThat(status(readiness)).isEqualTo(Status.OUT_OF_SERVICE);
            connection.rollback();

            Instant deadline = Instant.now().plusSeconds(30);
            while (!everythingProcessed()) {
                assertThat(Instant.now()).isBefore(deadline);
                pause(20);
            }
            hold(connection);
            events.record(planned(new ActionId(WELL, "na-de-start"), null, "2026-01-02"));
            assertThat(everythingProcessed()).isFalse();
            assertThat(status(readiness)).isEqualTo(Status.UP);
            connection.rollback();
        }
    }

    /** Until the rollback the dashboard processes nothing. */
    private static void hold(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE read_v2.dashboard_action IN EXCLUSIVE MODE");
        }
    }

    private static Status status(CaughtUp readiness) {
        return Objects.requireNonNull(readiness.health()).getStatus();
    }

    @Test
    void who_does_not_run_the_system_may_not_touch_the_projections() throws Exception {
        assertThat(get("/actuator/projections", null).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/projections", "auditor").statusCode()).isEqualTo(403);
        assertThat(post("/actuator/projections/journal/replay", "auditor", "{}").statusCode())
                .isEqualTo(403);
        assertThat(get("/actuator/projections", "beheerder").statusCode()).isEqualTo(200);
        assertThat(post("/actuator/projections/geen/replay", "beheerder", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_retry_needs_a_programme_and_tells_what_is_left() throws Exception {
        assertThat(post("/actuator/projections/journal/retry", "beheerder", "{}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> retried =
                post(
                        "/actuator/projections/journal/retry",
                        "beheerder",
                        "{\"programma\": \"ziek\"}");
        assertThat(retried.statusCode()).isEqualTo(200);
        assertThat(retried.body()).contains("\"waiting\":1");
    }

    @Test
    void a_replay_builds_the_projection_up_again() throws Exception {
        Projections projections = side.getBean(Projections.class);
        HttpResponse<String> replayed =
                post("/actuator/projections/dashboard/replay", "beheerder", "{}");
        assertThat(replayed.statusCode()).isEqualTo(200);
        Instant deadline = Instant.now().plusSeconds(20);
        while (!projections.state("dashboard").map(ProjectionState::caughtUp).orElse(false)) {
            assertThat(Instant.now()).isBefore(deadline);
            pause(20);
        }
    }

    @Test
    void an_entry_is_processed_long_before_the_safety_net_would_find_it() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.record(planned(new ActionId(WELL, "later-" + i), null, "2026-01-02"));
            Instant recorded = Instant.now();
            while (processed() < i + 3) {
                pause(1);
            }
            waits.add(Duration.between(recorded, Instant.now()).toMillis());
        }
        Collections.sort(waits);
        assertThat(waits.get(waits.size() / 2)).isLessThan(SAFETY_NET_MILLIS);
    }

    private long processed() {
        return jdbc.sql(
                        """
                        SELECT min(processed) FROM read_v2.progress
                        WHERE programme = 'gezond'""")
                .query(Long.class)
                .single();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpResponse<String> get(String path, @Nullable String role)
            throws IOException, InterruptedException {
        return send(to(path, role).GET());
    }

    private HttpResponse<String> post(String path, String role, String body)
            throws IOException, InterruptedException {
        return send(
                to(path, role)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path, @Nullable String role) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:"
                                        + Objects.requireNonNull(side.getWebServer()).getPort()
                                        + path));
        return role == null
                ? request
                : request.header("Authorization", "Bearer " + issuer.token(role));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
