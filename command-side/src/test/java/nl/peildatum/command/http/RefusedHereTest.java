package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.api.Test;

class RefusedHereTest {

    private final CommandSideServer server = CommandSideServer.shared();

    @Test
    void who_is_refused_a_command_is_in_the_audit_log() throws InterruptedException {
        String path = "/api/v1/programmas/geweigerd/acties";
        assertThat(server.post(path, "{}", CommandSideServer.as("s-geweigerd", "lezer")).status())
                .isEqualTo(403);

        Instant deadline = Instant.now().plusSeconds(20);
        while (!isNoted(path)) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private boolean isNoted(String path) {
        return server.jdbc()
                .sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM events.audit
                            WHERE kind = 'TOEGANG_GEWEIGERD' AND subject = 's-geweigerd'
                                AND convert_from(content, 'UTF8')::jsonb @> :content::jsonb)""")
                .param(
                        "content",
                        "{\"status\": 403, \"methode\": \"POST\", \"pad\": \"%s\"}".formatted(path))
                .query(Boolean.class)
                .single();
    }
}
