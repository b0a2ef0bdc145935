package nl.peildatum.standalone.firstimport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The overview of November 2025, brought to an empty store as any client would bring it: with a
 * token, and with fixed idempotency keys, so that it can be killed anywhere and done again.
 */
public final class FirstImport {

    /** The programme the overview is about. */
    public static final String PROGRAMME = "samen-tegen-mensenhandel";

    /** The report date of the overview. */
    public static final String REPORT_DATE = "2025-11-30";

    private static final String DOCUMENT = "/monitoringsoverzicht-2025-11.md";
    private static final String ADOPT_KEY = "peildatum-eerste-start-programma";
    private static final String IMPORT_KEY = "peildatum-eerste-start-overzicht-2025-11";

    /** Questions that every projection has a part in. */
    private static final List<String> READ_BACK = List.of("/dashboard", "/acties/22/historie");

    private static final String CLIENT = "secretariaat";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What came of it. */
    public enum Outcome {
        /** The store was empty, or an earlier import had not got that far. */
        IMPORTED,
        /** There was something already, which is not touched. */
        NOT_NEEDED
    }

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI frontDoor;
    private final String secret;
    private final Runnable beforeImport;

    /**
     * @param frontDoor the address to ask
     * @param secret of the client {@code secretariaat}
     * @param beforeImport is run when there turns out to be something to import
     */
    public FirstImport(URI frontDoor, String secret, Runnable beforeImport) {
        this.frontDoor = frontDoor;
        this.secret = secret;
        this.beforeImport = beforeImport;
    }

    /**
     * Imports where nothing is recorded yet, and waits until it can be read back.
     *
     * @throws IOException when the interface does not answer, or refuses
     */
    public Outcome run() throws IOException, InterruptedException {
        boolean empty = get("/api/v1/programmas").path("programmas").isEmpty();
        if (!empty && (!hasProgramme() || hasActions())) {
            return Outcome.NOT_NEEDED;
        }
        beforeImport.run();
        String token = token();
        HttpResponse<String> adopted =
                post("/api/v1/programmas", "application/json", programme(), ADOPT_KEY, token);
        if (adopted.statusCode() == 409 && empty) {
            // reading lags behind: someone adopted it in another way, so it is theirs to fill
            return Outcome.NOT_NEEDED;
        }
        if (adopted.statusCode() != 409) {
            expect(201, adopted);
        }
        HttpResponse<String> imported =
                post(
                        "/api/v1/programmas/" + PROGRAMME + "/importen?peildatum=" + REPORT_DATE,
                        "text/markdown",
                        document(),
                        IMPORT_KEY,
                        token);
        expect(201, imported);
        askForCheckpoint(token);
        long number = json.readTree(imported.body()).path("journaalnummer").asLong();
        for (String question : READ_BACK) {
            get("/api/v1/programmas/" + PROGRAMME + question + "?minstensJournaal=" + number);
        }
        return Outcome.IMPORTED;
    }

    /**
     * So that the import is signed from the start on; where it is not now, it is within a minute.
     */
    private void askForCheckpoint(String token) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(
                                frontDoor.resolve(
                                        "/api/v1/programmas/"
                                                + PROGRAMME
                                                + "/journaal/controlepunten"))
                        .header("Authorization", "Bearer " + token)
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private boolean hasProgramme() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                patiently(
                        HttpRequest.newBuilder(frontDoor.resolve("/api/v1/programmas/" + PROGRAMME))
                                .header("Accept", "application/json")
                                .GET());
        if (answer.statusCode() == 404) {
            return false;
        }
        expect(200, answer);
        return true;
    }

    /** An import brings all actions or none, so one is enough to know. */
    private boolean hasActions() throws IOException, InterruptedException {
        JsonNode dashboard =
                get("/api/v1/programmas/" + PROGRAMME + "/dashboard?peildatum=" + REPORT_DATE);
        return dashboard.path("totaal").path("acties").asInt(0) > 0
                || dashboard.path("nietVastgelegd").asInt(0) > 0
                || !dashboard.path("nietOpgenomen").isEmpty()
                || !dashboard.path("vervallen").isEmpty();
    }

    private byte[] programme() {
        return json.writeValueAsBytes(
                Map.of(
                        "programma",
                        PROGRAMME,
                        "naam",
                        "Samen tegen mensenhandel",
                        "startjaar",
                        2024,
                        "eindjaar",
                        2027,
                        "uitgevers",
                        List.of(
                                "Ministerie van Justitie en Veiligheid",
                                "Ministerie van Sociale Zaken en Werkgelegenheid",
                                "Ministerie van Volksgezondheid, Welzijn en Sport",
                                "Ministerie van Buitenlandse Zaken")));
    }

    private static byte[] document() throws IOException {
        try (InputStream document = FirstImport.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IOException(DOCUMENT);
            }
            return document.readAllBytes();
        }
    }

    private String token() throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String form =
                "grant_type=" + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                patiently(
                        HttpRequest.newBuilder(frontDoor.resolve("/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        expect(200, answer);
        return json.readTree(answer.body()).path("access_token").asString("");
    }

    private HttpResponse<String> post(
            String path, String contentType, byte[] body, String key, String token)
            throws IOException, InterruptedException {
        return patiently(
                HttpRequest.newBuilder(frontDoor.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                patiently(
                        HttpRequest.newBuilder(frontDoor.resolve(path))
                                .header("Accept", "application/json")
                                .GET());
        expect(200, answer);
        try {
            return json.readTree(answer.body());
        } catch (JacksonException strange) {
            throw new IOException(path, strange);
        }
    }

    /** Asks again while the answer is that it is too early to ask. */
    private HttpResponse<String> patiently(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer =
                    client.send(
                            request.timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 503 || System.nanoTime() > deadline) {
                return answer;
            }
            Thread.sleep(500);
        }
    }

    private static void expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(
                    answer.request().method()
                            + " "
                            + answer.request().uri()
                            + ": "
                            + answer.statusCode()
                            + " "
                            + answer.body());
        }
    }
}
