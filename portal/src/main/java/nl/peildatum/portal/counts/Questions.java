package nl.peildatum.portal.counts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.portal.door.Backends;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the query-side what a page shows; with nobody's token, so only what is open to all. */
@Component
class Questions {

    private final URI querySide;
    private final JsonMapper json;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    Questions(Backends backends, JsonMapper json) {
        this.querySide = backends.querySide();
        this.json = json;
    }

    /** The programmes there are. */
    List<Programme> programmes() throws NoAnswer {
        List<Programme> programmes = new ArrayList<>();
        for (JsonNode programme : ask("/api/v1/programmas?paginagrootte=200").path("programmas")) {
            programmes.add(read(programme, Programme.class));
        }
        return programmes;
    }

    /** The counts of a programme on a report date; without a date those of today. */
    Dashboard dashboard(String programme, @Nullable String reportDate) throws NoAnswer {
        String query = reportDate == null ? "" : "?peildatum=" + encoded(reportDate);
        return read(
                ask("/api/v1/programmas/" + encoded(programme) + "/dashboard" + query),
                Dashboard.class);
    }

    private JsonNode ask(String pathAndQuery) throws NoAnswer {
        HttpRequest question =
                HttpRequest.newBuilder(querySide.resolve(pathAndQuery))
                        .header("Accept", "application/json")
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    client.send(question, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new NoAnswer(answer.statusCode(), detail(answer.body()));
            }
            return json.readTree(answer.body());
        } catch (IOException | JacksonException away) {
            throw new NoAnswer(503, null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(503, null);
        }
    }

    private <T> T read(JsonNode node, Class<T> type) throws NoAnswer {
        try {
            return json.treeToValue(node, type);
        } catch (JacksonException strange) {
            throw new NoAnswer(503, null);
        }
    }

    /** What the query-side says is wrong, which is written for people. */
    private @Nullable String detail(byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            String fault = problem.path("fouten").path(0).path("melding").asString("");
            String detail = fault.isEmpty() ? problem.path("detail").asString("") : fault;
            return detail.isEmpty() ? null : detail;
        } catch (JacksonException noProblem) {
            return null;
        }
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /** The query-side did not answer, or refused; with what it said about that. */
    static final class NoAnswer extends Exception {

        private final int status;
        private final @Nullable String detail;

        NoAnswer(int status, @Nullable String detail) {
            super(detail, null, false, false);
            this.status = status;
            this.detail = detail;
        }

        int status() {
            return status;
        }

        @Nullable String detail() {
            return detail;
        }
    }
}
