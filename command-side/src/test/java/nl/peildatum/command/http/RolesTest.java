package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.contract.AccessChecks;
import nl.peildatum.contract.AccessChecks.Heard;
import nl.peildatum.contract.Contract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String[] ANONYMOUSLY = {"Authorization", ""};
    private static final byte @Nullable [] NOTHING = null;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/programmas",
        "POST, /api/v1/programmas/onbekend/actielijnen",
        "PUT, /api/v1/programmas/onbekend/actielijnen/1",
        "POST, /api/v1/programmas/onbekend/acties",
        "POST, /api/v1/programmas/onbekend/acties/22/openingsstand",
        "POST, /api/v1/programmas/onbekend/acties/22/statuswijzigingen",
        "POST, /api/v1/programmas/onbekend/acties/22/toelichtingen",
        "POST, /api/v1/programmas/onbekend/acties/22/wijzigingen",
        "POST, /api/v1/programmas/onbekend/signalen/vertraging-22-op-4/beoordelingen",
        "POST, /api/v1/programmas/onbekend/importen"
    })
    void a_command_is_the_secretariats_business(String method, String path) {
        Answer nobody = SERVER.send(method, path, "{}", "Authorization", "").isProblem(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        SERVER.send(method, path, "{}", "Authorization", "Bearer onzin").isProblem(401);
        for (String role : List.of("lezer", "auditor", "beheerder", "onbekend")) {
            SERVER.send(method, path, "{}", CommandSideServer.as("iemand", role)).isProblem(403);
        }
        SERVER.send(method, path, "{}", CommandSideServer.as("iemand")).isProblem(403);
        Answer secretariat = SERVER.send(method, path, "{}");
        assertThat(secretariat.status()).isIn(400, 404, 415);
        SERVER.send(method, path, "{}", CommandSideServer.as("x", "lezer", "secretariaat"))
                .isProblem(secretariat.status());
    }

    @Test
    void who_is_let_in_is_as_the_document_says() {
        assertThat(
                        AccessChecks.otherwise(
                                Contract.published(),
                                false,
                                Set.of("POST", "PUT", "DELETE"),
                                (method, address, role) -> {
                                    Answer answer =
                                            role.isEmpty()
                                                    ? SERVER.send(
                                                            method, address, NOTHING, ANONYMOUSLY)
                                                    : SERVER.send(
                                                            method,
                                                            address,
                                                            NOTHING,
                                                            CommandSideServer.as("iemand", role));
                                    return Heard.of(
                                            answer.status(),
                                            answer.headers().firstValue("Allow").orElse(null));
                                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/p",
                "/p/dashboard",
                "/p/acties",
                "/p/acties/22",
                "/p/acties/22/historie",
                "/p/acties/22/statusverloop",
                "/p/signalen",
                "/p/journaal",
                "/p/journaal/1"
            })
    void what_is_only_read_knows_no_other_method(String path) {
        Answer refused = SERVER.send("DELETE", "/api/v1/programmas" + path, "{}").isProblem(405);
        assertThat(refused.headers().firstValue("Allow").orElseThrow()).contains("GET, HEAD");
    }
}
