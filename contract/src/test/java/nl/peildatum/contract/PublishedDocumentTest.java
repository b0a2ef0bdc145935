package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document as it is published, committed so that a change of the interface shows. */
class PublishedDocumentTest {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");

    @Test
    void the_published_document_is_the_one_that_is_committed() throws IOException {
        String published = new String(Contract.published().json(true), StandardCharsets.UTF_8);
        if (Boolean.getBoolean("approve")) {
            Files.writeString(COMMITTED, published);
        }
        assertThat(Files.readString(COMMITTED))
                .as("docs/openapi.json; -Dapprove=true writes it anew")
                .isEqualTo(published);
    }
}
