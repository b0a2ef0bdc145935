package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.peildatum.contract.Contract;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InterfaceTest {
    private static final String DOCUMENT = "/../openapi.json";

    @Test
    void the_document_is_for_everybody_and_from_everywhere() {
        for (Answer answer :
                List.of(
                        Asked.anonymously(DOCUMENT),
                        Asked.get("beheerder", DOCUMENT),
                        Asked.openly(DOCUMENT))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("API-Version"))
                    .isEqualTo(answer.json("/info/version").asString());
        }
        assertThat(Asked.openly(DOCUMENT).body())
                .isEqualTo(new String(Contract.published().json(true), StandardCharsets.UTF_8));
    }

    @Test
    void who_has_it_already_is_not_sent_it_again() {
        String tag = String.valueOf(Asked.anonymously(DOCUMENT).header("ETag"));
        assertThat(Asked.openly("GET", DOCUMENT, "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(Asked.method("GET", DOCUMENT, "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    void where_reading_is_not_open_nothing_says_that_it_is() {
        assertThat(open(Asked.anonymously(DOCUMENT))).isZero();
        assertThat(open(Asked.openly(DOCUMENT))).isGreaterThan(10);
    }

    private static long open(Answer document) {
        return document.json().findValues("security").stream()
                .filter(security -> security.size() > 1)
                .filter(security -> security.valueStream().anyMatch(JsonNode::isEmpty))
                .count();
    }
}
