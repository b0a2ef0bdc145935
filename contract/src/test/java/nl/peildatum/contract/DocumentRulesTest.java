package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the published document keeps as a whole. */
class DocumentRulesTest {
    private static final JsonNode DOCUMENT =
            new JsonMapper().readTree(Contract.published().json(true));

    @Test
    void everything_that_can_be_asked_can_be_checked() {
        assertThat(DocumentChecks.unchecked(DOCUMENT)).isEmpty();
    }

    @Test
    void every_value_of_a_request_is_bounded_and_every_object_closed_and_named() {
        assertThat(DocumentChecks.unbounded(DOCUMENT)).isEmpty();
    }

    /** Or a generated client gives it a name of its own. */
    @Test
    void every_object_has_a_name() {
        assertThat(DocumentChecks.nameless(DOCUMENT)).isEmpty();
    }

    @Test
    void every_part_is_used() {
        assertThat(DocumentChecks.unused(DOCUMENT)).isEmpty();
    }

    @Test
    void the_address_has_the_version_and_no_insecure_transport() {
        assertThat(DocumentChecks.unsafe(DOCUMENT)).isEmpty();
    }

    @Test
    void where_reading_is_not_open_nothing_says_that_it_is() {
        assertThat(DocumentChecks.open(DOCUMENT)).isEmpty();
    }

    @Test
    void the_examples_are_as_the_document_says() {
        assertThat(DocumentChecks.refusedExamples(DOCUMENT)).isEmpty();
        assertThat(new HeldAnswers().otherExamples()).isEmpty();
    }
}
