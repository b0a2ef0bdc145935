package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Following a programme through the front door, which is not itself the one who follows. */
@Timeout(120)
class FollowingTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final int EACH = 20;
    private static final long MEGABYTE = 1 << 20;

    private final RunningStandalone standalone = RunningStandalone.shared();
    private final List<HttpClient> clients = new ArrayList<>();

    @AfterEach
    void everybody_goes() {
        clients.forEach(HttpClient::shutdownNow);
    }

    /** A caller of its own address on this machine. */
    private HttpClient from(int last) throws IOException {
        HttpClient client =
                HttpClient.newBuilder()
                        .localAddress(InetAddress.getByName("127.0.0." + last))
                        .build();
        clients.add(client);
        return HoldingClient.of(client);
    }

    private HttpResponse<InputStream> follow(HttpClient client) throws Exception {
        return client.send(
                HttpRequest.newBuilder(standalone.address().resolve(PROGRAMME + "/gebeurtenissen"))
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private List<BufferedReader> followMost(HttpClient client) throws Exception {
        List<BufferedReader> streams = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            HttpResponse<InputStream> answer = follow(client);
            assertThat(answer.statusCode()).isEqualTo(200);
            streams.add(
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        }
        assertThat(follow(client).statusCode()).isEqualTo(429);
        return streams;
    }

    private long explain() {
        HttpResponse<String> recorded =
                standalone.post(
                        PROGRAMME + "/acties/24/toelichtingen",
                        "secretariaat",
                        "{\"toelichting\": \"Nieuw %d\"}".formatted(System.nanoTime()));
        assertThat(recorded.statusCode()).isEqualTo(201);
        return JsonMapper.shared().readTree(recorded.body()).path("journaalnummer").asLong();
    }

    private static long megabytesInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    @Test
    void two_hundred_follow_in_little_memory_and_each_hears_of_a_change() throws Exception {
        long before = megabytesInUse();
        List<BufferedReader> followers = new ArrayList<>();
        for (int i = 0; i < 200 / EACH; i++) {
            followers.addAll(followMost(from(100 + i)));
        }
        assertThat(megabytesInUse() - before).isLessThan(100);

        String told = "data: " + explain();
        for (BufferedReader follower : followers) {
            assertThat(follower.lines().filter(told::equals).findFirst()).isPresent();
        }
    }

    @Test
    void who_goes_away_leaves_a_place_behind_the_front_door() throws Exception {
        HttpClient client = from(120);
        followMost(client);
        everybody_goes();
        HttpClient again = from(120);
        int tries = 0;
        while (follow(again).statusCode() == 429) {
            assertThat(++tries).isLessThan(50);
            // what cannot be sent tells that nobody is there, first the front door and then the
            // side
            explain();
            Thread.sleep(200);
        }
    }
}
