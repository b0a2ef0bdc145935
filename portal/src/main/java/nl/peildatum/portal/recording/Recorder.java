package nl.peildatum.portal.recording;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.door.Backends;
import nl.peildatum.portal.login.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives commands to the command-side, as who is logged in. */
@Component
public class Recorder {

    private static final String JSON = "application/json";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final URI commandSide;
    private final Questions questions;
    private final JsonMapper json;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    Recorder(Backends backends, Questions questions, JsonMapper json) {
        this.commandSide = backends.commandSide();
        this.questions = questions;
        this.json = json;
    }

    /** What a command would do. */
    Outcome tries(String address, Map<String, Object> body) {
        return send("POST", request(trial(address), JSON), json.writeValueAsBytes(body), true);
    }

    /** What taking over a document would do. */
    public Outcome tries(String address, String form, byte[] document) {
        return send("POST", request(trial(address), form), document, true);
    }

    /**
     * Records, once for a key however often it is sent.
     *
     * @param key nothing where the command takes none
     * @param version what its sender saw of what it is about, where that counts
     */
    Outcome records(
            String method,
            String address,
            Map<String, Object> body,
            @Nullable String key,
            @Nullable String version) {
        HttpRequest.Builder request = request(address, JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (version != null) {
            request.header("If-Match", '"' + version + '"');
        }
        return send(method, request, json.writeValueAsBytes(body), false);
    }

    /** Takes over a document, once for a key however often it is sent. */
    public Outcome records(String address, String form, byte[] document, String key) {
        return send("POST", request(address, form).header("Idempotency-Key", key), document, false);
    }

    /** Waits a moment until pages show an entry; that they do not yet is no fault. */
    public void waitFor(String programmeAddress, long entry) {
        try {
            questions.ask(programmeAddress + "?minstensJournaal=" + entry, JsonNode.class);
        } catch (NoAnswer behind) {
            // the page says so
        }
    }

    private static String trial(String address) {
        return address + (address.contains("?") ? "&" : "?") + "proef=true";
    }

    private HttpRequest.Builder request(String address, String form) {
        Session session = Session.current();
        if (session == null) {
            throw NoAnswer.notLoggedIn();
        }
        return HttpRequest.newBuilder(commandSide.resolve(address))
                .header("Accept", JSON)
                .header("Content-Type", form)
                .header("Authorization", "Bearer " + session.accessToken())
                .timeout(LONGEST);
    }

    private Outcome send(String method, HttpRequest.Builder request, byte[] body, boolean trial) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            request.method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return read(answer.statusCode(), json.readTree(answer.body()), trial);
        } catch (ConnectException | HttpConnectTimeoutException away) {
            throw NoAnswer.away();
        } catch (IOException | JacksonException broken) {
            return new Outcome.Unknown();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw NoAnswer.away();
        }
    }

    private static Outcome read(int status, JsonNode answer, boolean trial) {
        JsonNode entry = answer.path("journaalnummer");
        return switch (status) {
            case 204 -> new Outcome.Done();
            case 200, 201 -> {
                if (trial) {
                    yield new Outcome.Tried(answer);
                }
                if (entry.isNumber()) {
                    yield new Outcome.Recorded(entry.asLong());
                }
                yield status == 201 ? new Outcome.Done() : new Outcome.Unchanged();
            }
            case 401 -> throw NoAnswer.notLoggedIn();
            case 400, 403, 404, 409, 412, 413, 415, 422 -> refused(status, answer);
            default -> throw NoAnswer.away();
        };
    }

    private static Outcome refused(int status, JsonNode problem) {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode fault : problem.path("fouten")) {
            faults.add(
                    new Fault(fault.path("veld").asString(""), fault.path("melding").asString("")));
        }
        return new Outcome.Refused(status, problem.path("detail").asString(""), faults, problem);
    }
}
