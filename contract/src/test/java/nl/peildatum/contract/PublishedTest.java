package nl.peildatum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/openapi.json} is the document as everybody reads it where reading is open to all;
 * {@code -Dapprove=true} writes it anew.
 */
class PublishedTest {
    private static final Path COMMITTED = Path.of("../docs/openapi.json");

    @Test
    void the_document_that_is_committed_is_the_one_that_is_served() throws IOException {
        byte[] served = Contract.published().json(true);
        if (Boolean.getBoolean("approve")) {
            Files.write(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED))
                .as("docs/openapi.json is out of date; write it anew with -Dapprove=true")
                .isEqualTo(new String(served, java.nio.charset.StandardCharsets.UTF_8));
    }
}
