package nl.peildatum.query.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.peildatum.api.ApiRules;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.report.NightlyCheck;
import nl.peildatum.query.processing.ReadSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queries on a real Tomcat and a real PostgreSQL, once closed and once open to all. */
final class Asked {
    static final SettableClock CLOCK = new SettableClock();

    private static final Issuer ISSUER = new Issuer();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HoldingClient.create();
    private static final HikariDataSource DATABASE = database();
    private static final CountedStatements COUNTED = new CountedStatements(DATABASE);
    private static final ServletWebServerApplicationContext SIDE = start(false);
    private static final int CLOSED = port(SIDE);

    private Asked() {}

    /** Begins with the first who asks it. */
    private static final class Open {
        static final int PORT = port(start(true));
    }

    /** Without a stereotype, so that the application itself does not find it. */
    @Import(ApiRules.class)
    @ComponentScan({"nl.peildatum.query.api", "nl.peildatum.query.proof"})
    @ImportAutoConfiguration(HibernateJpaAutoConfiguration.class)
    static class Side {
        @Bean(destroyMethod = "")
        DataSource dataSource() {
            return COUNTED;
        }

        @Bean
        Journal journal(DataSource dataSource) {
            return new Journal(dataSource);
        }

        @Bean
        SettableClock clock() {
            return CLOCK;
        }

        /** So that who does not read soon keeps whoever writes waiting. */
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> littleIsUnderWay() {
            return factory ->
                    factory.addConnectorCustomizers(
                            connector -> connector.setProperty("socket.txBufSize", "16384"));
        }
    }

    private static HikariDataSource database() {
        HikariConfig config = new HikariConfig();
        TestDatabase created = TestDatabase.create();
        ReadSchema.prepare(created.dataSource());
        String url = created.jdbcUrl();
        config.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "currentSchema=read_v2,public");
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static int port(ServletWebServerApplicationContext side) {
        return Objects.requireNonNull(side.getWebServer()).getPort();
    }

    private static ServletWebServerApplicationContext start(boolean open, String... more) {
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Side.class)
                        .properties(more)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.config.name=asked",
                                "--spring.main.banner-mode=off",
                                "--spring.threads.virtual.enabled=true",
                                "--spring.jpa.open-in-view=false",
                                "--spring.jpa.hibernate.ddl-auto=none",
                                "--peildatum.openbaar=" + open,
                                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                        + ISSUER.keys());
    }

    /** A side of its own, to be closed. */
    record Another(ServletWebServerApplicationContext side) implements AutoCloseable {
        static Another with(String... properties) {
            return new Another(start(false, properties));
        }

        String address(String path) {
            return Asked.address(port(side), path).toString();
        }

        @Override
        public void close() {
            side.close();
        }
    }

    static Cuts cuts() {
        return SIDE.getBean(Cuts.class);
    }

    static NightlyCheck nightlyCheck() {
        return SIDE.getBean(NightlyCheck.class);
    }

    /** How many of the pool's connections are in use. */
    static int busyConnections() {
        return DATABASE.getHikariPoolMXBean().getActiveConnections();
    }

    /** The statements that the database executes for whoever asks while something is done. */
    static List<String> statements(Runnable something) {
        return COUNTED.during(something);
    }

    /** Where an address below /api/v1/programmas is, closed to who has no token. */
    static String address(String path) {
        return address(CLOSED, path).toString();
    }

    static String token(String role) {
        return ISSUER.token(role);
    }

    static DataSource dataSource() {
        return COUNTED;
    }

    /** An answer as it came. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        JsonNode json() {
            return JSON.readTree(http.body());
        }

        JsonNode json(String pointer) {
            return json().at(pointer);
        }

        @Nullable String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }
    }

    /** What an auditor gets to see below /api/v1/programmas. */
    static Answer get(String path) {
        return get("auditor", path);
    }

    static Answer get(String role, String path) {
        return send(CLOSED, "GET", path, ISSUER.token(role));
    }

    /** The people, as somebody gets to see them. */
    static Answer people(String role) {
        return send(CLOSED, "GET", "/../personen", ISSUER.token(role));
    }

    static Answer anonymously(String path) {
        return send(CLOSED, "GET", path, null);
    }

    static Answer openly(String path) {
        return send(Open.PORT, "GET", path, null);
    }

    static Answer openly(String role, String path) {
        return send(Open.PORT, "GET", path, ISSUER.token(role));
    }

    static Answer method(String method, String path, String... headers) {
        return send(CLOSED, method, path, ISSUER.token("auditor"), headers);
    }

    static Answer openly(String method, String path, String... headers) {
        return send(Open.PORT, method, path, null, headers);
    }

    /** Any address of the interface; a role is empty for who is not logged in. */
    static Answer at(boolean open, String method, String address, String role) {
        return send(
                open ? Open.PORT : CLOSED,
                method,
                "/.." + address.substring("/api/v1".length()),
                role.isEmpty() ? null : ISSUER.token(role));
    }

    /** The bytes an auditor gets in a form. */
    static byte[] bytes(String path, String accept) {
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(
                            request(CLOSED, "GET", path, ISSUER.token("auditor"), "Accept", accept),
                            BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Answer send(
            int port, String method, String path, @Nullable String token, String... headers) {
        try {
            return new Answer(
                    CLIENT.send(
                            request(port, method, path, token, headers), BodyHandlers.ofString()));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static URI address(int port, String path) {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/programmas" + path);
        return path.startsWith("/../") ? address.normalize() : address;
    }

    private static HttpRequest request(
            int port, String method, String path, @Nullable String token, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(port, path)).method(method, BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
