package nl.peildatum.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command-side answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public @Nullable String location() {
        return headers.firstValue("Location").orElse(null);
    }

    public long number() {
        return json().get("journaalnummer").asLong();
    }

    public String detail() {
        return json().get("detail").asString();
    }

    /** The fields that are at fault, in order. */
    public List<String> faulty() {
        List<String> fields = new ArrayList<>();
        json().get("fouten").forEach(fault -> fields.add(fault.get("veld").asString()));
        return fields;
    }

    /** The words in a list of the answer. */
    public List<String> words(String member) {
        List<String> words = new ArrayList<>();
        json().get(member).forEach(word -> words.add(word.asString()));
        return words;
    }

    /** Fails unless it is this answer of success. */
    public Answer isDone(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(headers.firstValue("API-Version")).isPresent();
        assertThat(headers.firstValue("Content-Type")).hasValue("application/json");
        return this;
    }

    /** Fails unless it says that nothing was recorded, and names no entry. */
    public Answer isUnchanged() {
        assertThat(isDone(200).body()).isEqualTo("{\"gewijzigd\":false}");
        assertThat(headers.firstValue("Location")).isEmpty();
        return this;
    }

    /** Fails unless it is this problem, whole and without anything of the inside. */
    public Answer isProblem(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(headers.firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(headers.firstValue("API-Version")).isPresent();
        JsonNode problem = json();
        for (String member : List.of("type", "title", "detail", "instance")) {
            assertThat(problem.get(member).asString()).as(member).isNotBlank();
        }
        assertThat(problem.get("status").asInt()).isEqualTo(expected);
        assertThat(body)
                .doesNotContain("Exception")
                .doesNotContain("nl.peildatum")
                .doesNotContain("SELECT")
                .doesNotContain("{0}");
        return this;
    }
}
