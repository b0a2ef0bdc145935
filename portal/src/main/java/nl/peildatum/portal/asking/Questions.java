package nl.peildatum.portal.asking;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import nl.peildatum.portal.door.Backends;
import nl.peildatum.portal.login.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks as who is logged in, or as nobody. */
@Component
public class Questions {

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(60);

    private final URI querySide;
    private final JsonMapper json;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    Questions(Backends backends, JsonMapper json) {
        this.querySide = backends.querySide();
        // the interface may grow: what a page does not show it need not know
        this.json =
                json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /**
     * What is answered at an address of the interface.
     *
     * @param address path and query
     * @throws NoAnswer when it is refused, or nobody answers
     */
    public <T> T ask(String address, Class<T> type) {
        HttpRequest question =
                question(querySide.resolve(address), "application/json").timeout(LONGEST).build();
        try {
            HttpResponse<byte[]> answer =
                    client.send(question, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw refusal(answer.statusCode(), answer.body());
            }
            return json.readValue(answer.body(), type);
        } catch (JacksonException strange) {
            throw strange(address, strange);
        } catch (IOException away) {
            throw NoAnswer.away();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw NoAnswer.away();
        }
    }

    /**
     * An answer as it comes, in a form.
     *
     * @param known the tag of what the one who asks has already
     * @throws NoAnswer when it is refused, or nobody answers
     */
    public HttpResponse<InputStream> open(String address, String form, @Nullable String known)
            throws IOException {
        HttpRequest.Builder question =
                question(querySide.resolve(address), form).timeout(LONGEST_OPENING);
        if (known != null) {
            question.header("If-None-Match", known);
        }
        try {
            HttpResponse<InputStream> answer =
                    client.send(question.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200 && answer.statusCode() != 304) {
                try (InputStream body = answer.body()) {
                    throw refusal(answer.statusCode(), body.readAllBytes());
                }
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw NoAnswer.away();
        }
    }

    /**
     * What the answer at an address says of itself.
     *
     * @throws NoAnswer when it is refused, nobody answers, or it says nothing of it
     */
    public String header(String address, String name) {
        try {
            HttpResponse<InputStream> answer = open(address, "application/json", null);
            answer.body().close();
            return answer.headers().firstValue(name).orElseThrow(NoAnswer::away);
        } catch (IOException away) {
            throw NoAnswer.away();
        }
    }

    /**
     * How one of the sides says that it is, whatever it says; nothing where it does not answer.
     *
     * @param side its address
     */
    public @Nullable JsonNode health(URI side) {
        HttpRequest question =
                question(side.resolve("/actuator/health"), "application/json")
                        .timeout(LONGEST)
                        .build();
        try {
            return json.readTree(
                    client.send(question, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException | JacksonException away) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** A piece of JSON as it came. */
    public JsonNode tree(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (JacksonException strange) {
            throw strange("JSON", strange);
        }
    }

    /** An answer, or a part of it, as what a page shows. */
    public <T> T read(JsonNode answer, Class<T> type) {
        try {
            return json.treeToValue(answer, type);
        } catch (JacksonException strange) {
            throw strange(type.getSimpleName(), strange);
        }
    }

    private HttpRequest.Builder question(URI address, String form) {
        HttpRequest.Builder question = HttpRequest.newBuilder(address).header("Accept", form);
        Session session = Session.current();
        return session == null
                ? question
                : question.header("Authorization", "Bearer " + session.accessToken());
    }

    /** An answer unlike the interface is a defect of ours: whoever keeps the portal must see it. */
    private static NoAnswer strange(String what, JacksonException why) {
        LOG.error("The answer to {} is not what a page expects", what, why);
        return NoAnswer.away();
    }

    private NoAnswer refusal(int status, byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            JsonNode fault = problem.path("fouten").path(0);
            String told = fault.path("melding").asString(problem.path("detail").asString(""));
            return new NoAnswer(
                    status,
                    told.isEmpty() ? null : told,
                    fault.has("veld") ? fault.path("veld").asString() : null);
        } catch (JacksonException noProblem) {
            return new NoAnswer(status, null, null);
        }
    }
}
