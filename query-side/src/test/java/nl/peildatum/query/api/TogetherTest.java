package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.QuerySide;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The application as it runs: projections and queries in one. */
class TogetherTest {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("p");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "22");
    private static final Basis BASIS = new Basis(LocalDate.parse("2025-01-01"), "s", null);

    @Test
    void what_was_just_recorded_is_answered_to_who_asks_for_it() throws Exception {
        Issuer issuer = new Issuer();
        try (TestDatabase database = TestDatabase.create();
                ServletWebServerApplicationContext side = start(database, issuer)) {
            PostgresEventStorageEngine engine =
                    new PostgresEventStorageEngine(database.dataSource());
            record(
                    engine,
                    "p",
                    0,
                    new ProgrammeAdopted(
                            PROGRAMME, "Programma", 2024, 2027, List.of(), BASIS, null));
            record(
                    engine,
                    "p/22",
                    0,
                    new ActionPlanned(
                            ACTION,
                            "22",
                            "Titel",
                            null,
                            new TreeSet<>(),
                            true,
                            null,
                            null,
                            BASIS,
                            null,
                            null));
            record(engine, "p/22", 1, new ActionStarted(ACTION, BASIS, null, null));
            int port = Objects.requireNonNull(side.getWebServer()).getPort();
            for (String path :
                    List.of(
                            "",
                            "/dashboard",
                            "/acties",
                            "/acties/22",
                            "/acties/22/historie",
                            "/acties/22/statusverloop",
                            "/journaal",
                            "/journaal/3")) {
                HttpResponse<String> answer =
                        get(port, path + "?minstensJournaal=3", issuer.token("auditor"));
                assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains("\"bekendTot\":3");
            }
            assertThat(get(port, "/dashboard", issuer.token("auditor")).body())
                    .isEqualTo(get(port, "/dashboard?bekendTot=3", issuer.token("auditor")).body())
                    .contains("\"inUitvoering\":1");
        }
    }

    private static ServletWebServerApplicationContext start(TestDatabase database, Issuer issuer) {
        return (ServletWebServerApplicationContext)
                QuerySide.application()
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.datasource.url=" + database.jdbcUrl(),
                                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                        + issuer.keys());
    }

    private static void record(
            PostgresEventStorageEngine engine, String aggregate, long sequence, Event event) {
        engine.appendEvents(
                List.of(
                        new GenericDomainEventMessage<>(
                                aggregate.equals("p") ? "Programme" : "Action",
                                aggregate,
                                sequence,
                                event)));
    }

    private static HttpResponse<String> get(int port, String path, String token) throws Exception {
        return HoldingClient.create()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + port
                                                        + "/api/v1/programmas/p"
                                                        + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());
    }
}
