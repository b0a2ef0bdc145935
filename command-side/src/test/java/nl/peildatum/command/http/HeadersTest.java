package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest {
    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String PROGRAMME = SERVER.programme();

    /** What guards elsewhere would guard nothing here, and whoever sends it would not know. */
    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/programmas, secretariaat, If-Match",
        "POST, /api/v1/programmas, secretariaat, If-None-Match",
        "POST, {p}/actielijnen, secretariaat, If-Match",
        "POST, {p}/acties, secretariaat, If-Match",
        "POST, {p}/rapportages, secretariaat, If-Match",
        "POST, {p}/importen, secretariaat, If-Match",
        "POST, {p}/journaal/controlepunten, secretariaat, If-Match",
        "POST, {p}/journaal/controlepunten, secretariaat, Idempotency-Key",
        "POST, /api/v1/sleutels, beheerder, Idempotency-Key",
        "POST, {p}/journaal/1/tekstwissingen, beheerder, If-Match",
        "POST, /api/v1/personen/wissingen, beheerder, Idempotency-Key",
        "DELETE, /api/v1/personen/iemand, beheerder, If-Match"
    })
    void a_header_that_would_do_nothing_is_refused(
            String method, String address, String role, String header) {
        Answer refused =
                SERVER.send(
                                method,
                                address.replace("{p}", PROGRAMME),
                                method.equals("DELETE") ? null : "{}",
                                "Authorization",
                                "Bearer " + CommandSideServer.token("iemand", role),
                                "Content-Type",
                                address.endsWith("importen") ? "text/markdown" : "application/json",
                                header,
                                "\"1\"")
                        .isProblem(400);
        assertThat(refused.json().path("fouten").valueStream())
                .anyMatch(
                        fault ->
                                fault.path("veld").asString().equals(header)
                                        && fault.path("melding").asString().contains(header));
    }
}
