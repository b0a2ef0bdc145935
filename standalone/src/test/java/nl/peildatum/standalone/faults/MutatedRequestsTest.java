package nl.peildatum.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor;
import nl.peildatum.standalone.faults.RawRequest.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that went wrong in every way, through the front door. */
@Tag("faults")
class MutatedRequestsTest {

    private static final long SEED = 20261130;
    private static final int REQUESTS = 20_000;
    private static final int SLOW_BODIES = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final String PROGRAMMES = "/api/v1/programmas";
    private static final String PROGRAMME = PROGRAMMES + "/gemuteerd";
    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningStandalone standalone = RunningStandalone.shared();
    private final URI address = standalone.address();
    private final JdbcClient jdbc = JdbcClient.create(standalone.database("query-side"));
    private final Random random = new Random(SEED);

    private List<RawRequest> wellFormed() {
        String secretariat = "Authorization: Bearer " + standalone.token("secretariaat");
        String auditor = "Authorization: Bearer " + standalone.token("auditor");
        String json = "Content-Type: application/json";
        List<RawRequest> requests = new ArrayList<>();
        for (String read :
                List.of(
                        "",
                        "/dashboard",
                        "/acties?paginagrootte=5",
                        "/acties/22",
                        "/acties/22/historie",
                        "/acties/22/statusverloop",
                        "/acties/22/mogelijkheden?ingangsdatum=2026-01-31",
                        "/actielijnen",
                        "/actielijnen/1",
                        "/momenten",
                        "/monitoringsoverzicht",
                        "/verschillen?van=2026-01-01",
                        "/verloop?stap=kwartaal",
                        "/rapportages",
                        "/signalen",
                        "/journaal?aantal=5",
                        "/journaal/2",
                        "/journaal/controle",
                        "/journaal/controlepunten",
                        "/importen/sjabloon?peildatum=2026-01-31")) {
            requests.add(new RawRequest("GET", PROGRAMME + read, new byte[0], auditor));
        }
        requests.add(new RawRequest("GET", "/", new byte[0]));
        requests.add(new RawRequest("GET", "/api/v1/openapi.json", new byte[0]));
        requests.add(
                new RawRequest(
                        "POST",
                        "/oauth2/token",
                        bytes("grant_type=client_credentials"),
                        "Content-Type: application/x-www-form-urlencoded",
                        "Authorization: Basic Zm9vOmJhcg=="));
        String action = PROGRAMME + "/acties/22";
        Map<String, String> commands = new TreeMap<>();
        commands.put(
                PROGRAMMES,
                "{\"programma\":\"q\",\"naam\":\"n\",\"startjaar\":2024,\"eindjaar\":2027}");
        commands.put(
                PROGRAMME + "/actielijnen",
                "{\"nummer\":9,\"titel\":\"t\",\"langeTitel\":\"l\",\"doelen\":[\"d\"]}");
        commands.put(
                PROGRAMME + "/acties",
                "{\"actie\":\"z\",\"titel\":\"t\",\"opgenomen\":true,\"uitvoeringsjaren\":[2025]}");
        commands.put(action + "/openingsstand", "{\"status\":\"DOORLOPEND\",\"bron\":\"b\"}");
        commands.put(
                action + "/statuswijzigingen",
                "{\"soort\":\"START\",\"ingangsdatum\":\"2025-06-01\"}");
        commands.put(action + "/toelichtingen", "{\"toelichting\":\"tekst\"}");
        commands.put(action + "/toelichtingen?proef=true", "{\"toelichting\":\"tekst\"}");
        commands.put(
                action + "/wijzigingen", "{\"titel\":\"Ander\",\"actielijn\":null,\"volgorde\":3}");
        commands.put(
                PROGRAMME + "/journaal/2/correcties",
                "{\"reden\":\"r\",\"als\":{\"titel\":\"Beter\"}}");
        commands.put(PROGRAMME + "/journaal/3/intrekkingen", "{\"reden\":\"r\"}");
        commands.put(
                PROGRAMME + "/rapportages",
                "{\"peildatum\":\"2026-01-31\",\"bekendTot\":2,\"digest\":\""
                        + "ab".repeat(32)
                        + "\"}");
        commands.put(
                PROGRAMME + "/signalen/tekst-22-op-2/beoordelingen",
                "{\"oordeel\":\"GEACCEPTEERD\",\"reden\":\"r\"}");
        commands.forEach(
                (path, body) ->
                        requests.add(new RawRequest("POST", path, bytes(body), secretariat, json)));
        requests.add(
                new RawRequest(
                        "PUT",
                        PROGRAMME,
                        bytes("{\"naam\":\"Ander\",\"eindjaar\":2028,\"uitgevers\":[\"u\"]}"),
                        secretariat,
                        json));
        requests.add(
                new RawRequest(
                        "POST",
                        PROGRAMME + "/importen?peildatum=2026-01-31",
                        bytes("actie;status;toelichting\n22;Doorlopend;\"een tekst\"\n"),
                        secretariat,
                        "Content-Type: text/csv"));
        requests.add(
                new RawRequest(
                        "POST",
                        PROGRAMME + "/importen?peildatum=2026-01-31&proef=true",
                        bytes(Visitor.publication().substring(0, 6_000)),
                        secretariat,
                        "Content-Type: text/markdown"));
        return requests;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void no_mutated_request_fails_inside_records_behind_its_answer_or_keeps_others_waiting()
            throws Exception {
        Visitor secretariat = new Visitor(address, standalone.token("secretariaat"));
        secretariat.post(
                PROGRAMMES,
                Map.of("programma", "gemuteerd", "naam", "n", "startjaar", 2024, "eindjaar", 2027));
        secretariat.post(
                PROGRAMME + "/acties",
                Map.of(
                        "actie",
                        "22",
                        "titel",
                        "t",
                        "opgenomen",
                        true,
                        "ingangsdatum",
                        "2025-01-01"));
        List<RawRequest> wellFormed = wellFormed();
        Map<Mutation, Integer> drawn = new EnumMap<>(Mutation.class);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        List<Socket> slow = slowBodies();
        Thread reader = Thread.ofVirtual().start(() -> read(over, longest));
        long before = entries();
        for (int i = 0; i < REQUESTS && wrong.size() < 20; i++) {
            RawRequest request = wellFormed.get(random.nextInt(wellFormed.size())).copy();
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
                drawn.merge(mutation, 1, Integer::sum);
                mutation.apply(request, random);
            }
            Answer answer = request.send(address);
            statuses.merge(answer.status(), 1, Integer::sum);
            long after = entries();
            String fault = fault(answer, after - before);
            if (fault != null) {
                wrong.add(fault + "\n" + request + "\n" + answer);
            }
            before = after;
        }
        over.set(true);
        reader.join();
        for (Socket socket : slow) {
            socket.close();
        }

        System.out.printf(
                "drawn %s%nstatuses %s%nlongest read %d ms%n", drawn, statuses, longest.get());
        assertThat(wrong).isEmpty();
        int all = drawn.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(drawn.values()).allMatch(times -> times * 20 > all);
        assertThat(Duration.ofMillis(longest.get())).isLessThan(LONGEST_WAIT);
    }

    private static @Nullable String fault(Answer answer, long recorded) {
        int status = answer.status();
        if (status >= 500 && status != 501 && status != 505 && status != 503) {
            return "fails inside";
        }
        if (status == 503 && !answer.head().toLowerCase(Locale.ROOT).contains("retry-after")) {
            return "says not when to come back";
        }
        if (answer.body().contains("Exception") || answer.body().contains("\tat ")) {
            return "shows the inside";
        }
        if (recorded != 0 && !names(answer)) {
            return "recorded " + recorded + " and does not say so";
        }
        return null;
    }

    private static boolean names(Answer answer) {
        if (answer.status() != 200 && answer.status() != 201) {
            return false;
        }
        try {
            int from = answer.body().indexOf('{');
            JsonNode body =
                    JSON.readTree(
                            answer.body()
                                    .substring(
                                            Math.max(0, from), answer.body().lastIndexOf('}') + 1));
            return body.hasNonNull("journaalnummer");
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private long entries() {
        return jdbc.sql("SELECT count(*) FROM events.event").query(Long.class).single();
    }

    /** Whoever sends the half of a body keeps nobody else waiting. */
    private List<Socket> slowBodies() throws IOException {
        List<Socket> slow = new ArrayList<>();
        String head =
                """
                POST %s/acties/22/toelichtingen HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: 100\r
                \r
                {"toelichting\""""
                        .formatted(PROGRAMME, standalone.token("secretariaat"));
        for (int i = 0; i < SLOW_BODIES; i++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream().write(bytes(head));
            socket.getOutputStream().flush();
            slow.add(socket);
        }
        return slow;
    }

    private void read(AtomicBoolean over, AtomicLong longest) {
        Visitor anyone = new Visitor(address, null);
        while (!over.get()) {
            long begun = System.nanoTime();
            assertThat(anyone.get(PROGRAMME + "/dashboard").status()).isEqualTo(200);
            long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            longest.accumulateAndGet(took, Math::max);
        }
    }
}
