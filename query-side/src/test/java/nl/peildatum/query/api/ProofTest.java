package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.peildatum.query.proof.Unpacked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {

    @TempDir private Path folder;

    @Test
    void the_unpacked_proof_verifies_with_a_jdk_alone() throws Exception {
        Story story = Story.adopted();
        story.line(1, "Lijn", 1, "2024-01-01");
        story.planned("24", 1, 1, "2025-11-30");

        Unpacked proof =
                Unpacked.of(
                        Asked.bytes("/" + story.programme + "/bewijs", "application/zip"), folder);

        assertThat(proof.run().out()).startsWith("IN ORDE");
        assertThat(proof.run().exit()).isZero();
    }
}
