package nl.peildatum.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushingTest {

    private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private volatile int status = 201;
    private @TempDir Path directory;
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/controlepunten",
                exchange -> {
                    arrived.add(
                            exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private Pushing pushing() {
        InstantSource clock = () -> now;
        return new Pushing(
                clock.withZone(ZoneOffset.UTC),
                directory.toString(),
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/controlepunten",
                "geheim");
    }

    private void hand(int number) throws IOException {
        new Handed(directory).add(Map.of("nummer", number));
    }

    private static String line(int number) {
        return "Bearer geheim {\"nummer\":" + number + "}";
    }

    @Test
    void every_line_arrives_once_and_in_order_also_after_a_restart() throws IOException {
        hand(1);
        hand(2);
        pushing().push();
        hand(3);
        pushing().push();
        pushing().push();

        assertThat(arrived).containsExactly(line(1), line(2), line(3));
    }

    @Test
    void what_is_not_accepted_is_tried_again_after_longer_and_longer() throws IOException {
        Pushing pushing = pushing();
        hand(1);
        hand(2);
        status = 503;
        pushing.push();
        assertThat(arrived).containsExactly(line(1));
        assertThat(pushing.trouble()).contains("127.0.0.1").endsWith("later.");

        pushing.push();
        now = now.plus(Duration.ofMinutes(1));
        pushing.push();
        assertThat(arrived).containsExactly(line(1), line(1));
        now = now.plus(Duration.ofMinutes(1));
        pushing.push();
        assertThat(arrived).hasSize(2);

        status = 204;
        now = now.plus(Duration.ofMinutes(1));
        pushing.push();
        assertThat(arrived).containsExactly(line(1), line(1), line(1), line(2));
        assertThat(pushing.trouble()).isNull();
    }

    @Test
    void nobody_listening_is_tried_again_as_well() throws IOException {
        Pushing pushing = pushing();
        int port = receiver.getAddress().getPort();
        receiver.stop(0);
        hand(1);
        pushing.push();
        assertThat(pushing.trouble()).isNotNull();
        assertThat(arrived).isEmpty();
        assertThat(port).isPositive();
    }

    @Test
    void a_line_that_is_still_being_written_waits() throws IOException {
        hand(1);
        Path file = directory.resolve("controlepunten.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"nummer\":");
        pushing().push();
        assertThat(arrived).containsExactly(line(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kluis.example/controlepunten",
                "http://127.0.0.1.kluis.example/",
                "ftp://kluis.example/",
                "kluis.example",
                "https:kluis"
            })
    void an_address_that_others_could_read_along_with_is_refused(String address) {
        assertThatThrownBy(() -> new Pushing(Clock.systemUTC(), directory.toString(), address, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kluis.example/controlepunten",
                "http://localhost:9/",
                "http://[::1]:9/",
                "http://127.0.0.1:9/"
            })
    void an_address_with_https_or_on_this_machine_is_taken(String address) {
        assertThat(new Pushing(Clock.systemUTC(), directory.toString(), address, "").trouble())
                .isNull();
    }
}
