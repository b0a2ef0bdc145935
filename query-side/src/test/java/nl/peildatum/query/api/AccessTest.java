package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.peildatum.contract.AccessChecks;
import nl.peildatum.contract.AccessChecks.Heard;
import nl.peildatum.contract.Contract;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static Story story;

    @BeforeAll
    static void tell() {
        story = Story.adopted();
        story.planned("22", null, null, "2024-01-01");
        story.line(1, "Eén", 1, "2024-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ''                        , 401, 200, 200, 200, 403, 200
                    /dashboard                , 401, 200, 200, 200, 403, 200
                    /monitoringsoverzicht     , 401, 200, 200, 200, 403, 200
                    /actielijnen              , 401, 200, 200, 200, 403, 200
                    /actielijnen/1            , 401, 200, 200, 200, 403, 200
                    /acties                   , 401, 200, 200, 200, 403, 200
                    /acties/22                , 401, 200, 200, 200, 403, 200
                    /acties/22/historie       , 401, 200, 200, 200, 403, 200
                    /acties/22/mogelijkheden  , 401, 403, 200, 200, 403, 401
                    /acties/22/statusverloop  , 401, 200, 200, 200, 403, 200
                    /verschillen              , 401, 200, 200, 200, 403, 200
                    /momenten                 , 401, 200, 200, 200, 403, 200
                    /verloop                  , 401, 200, 200, 200, 403, 200
                    /importen/sjabloon        , 401, 403, 200, 200, 403, 401
                    /rapportages              , 401, 200, 200, 200, 403, 200
                    /monitoringsoverzicht/controle, 401, 403, 403, 200, 403, 401
                    /signalen                 , 401, 403, 200, 200, 403, 401
                    /journaal                 , 401, 403, 403, 200, 403, 401
                    /journaal/1               , 401, 403, 200, 200, 403, 401
                    /journaal/controlepunten  , 401, 403, 403, 200, 403, 401
                    /bewijs                   , 401, 403, 403, 200, 403, 401
                    """)
    void each_role_sees_its_own(
            String path,
            int anonymous,
            int reader,
            int secretariat,
            int auditor,
            int operator,
            int anonymousWhereOpen) {
        String address = "/" + story.programme + path;
        assertThat(Asked.anonymously(address).status()).isEqualTo(anonymous);
        assertThat(Asked.get("lezer", address).status()).isEqualTo(reader);
        assertThat(Asked.get("secretariaat", address).status()).isEqualTo(secretariat);
        assertThat(Asked.get("auditor", address).status()).isEqualTo(auditor);
        assertThat(Asked.get("beheerder", address).status()).isEqualTo(operator);
        assertThat(Asked.get("iets-anders", address).status()).isEqualTo(403);
        assertThat(Asked.openly(address).status()).isEqualTo(anonymousWhereOpen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_is_let_in_is_as_the_document_says(boolean open) {
        assertThat(
                        AccessChecks.otherwise(
                                Contract.published(),
                                open,
                                Set.of("GET"),
                                (method, address, role) -> {
                                    Answer answer = Asked.at(open, method, address, role);
                                    return Heard.of(answer.status(), answer.header("Allow"));
                                }))
                .isEmpty();
    }

    @Test
    void the_list_of_programmes_is_guarded_alike() {
        assertThat(Asked.anonymously("").status()).isEqualTo(401);
        assertThat(Asked.get("lezer", "").status()).isEqualTo(200);
        assertThat(Asked.get("beheerder", "").status()).isEqualTo(403);
        assertThat(Asked.openly("").status()).isEqualTo(200);
    }

    @Test
    void who_may_not_ask_is_not_told_what_exists() {
        for (String path : List.of("/bestaat-niet/journaal", "/bestaat-niet/journaal?onzin=1")) {
            assertThat(Asked.get("lezer", path).status()).isEqualTo(403);
            assertThat(Asked.anonymously(path).status()).isEqualTo(401);
        }
        assertThat(Asked.get("auditor", "/bestaat-niet/journaal").status()).isEqualTo(404);
    }

    @Test
    void who_recorded_it_is_for_the_secretariat_and_the_auditor() {
        String path = "/" + story.programme + "/acties/22/historie";
        for (Answer open :
                List.of(
                        Asked.get("lezer", path),
                        Asked.openly(path),
                        Asked.openly("lezer", path))) {
            assertThat(open.json("/regels/0").has("door")).isFalse();
            assertThat(open.body()).doesNotContain("subject-1");
        }
        for (Answer full :
                List.of(
                        Asked.get("secretariaat", path),
                        Asked.get("auditor", path),
                        Asked.openly("auditor", path))) {
            assertThat(full.json("/regels/0/door").asString()).isEqualTo("subject-1");
        }
        assertThat(Asked.get("lezer", path).header("ETag"))
                .isEqualTo(Asked.openly(path).header("ETag"))
                .isNotEqualTo(Asked.get("auditor", path).header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST ",
                "POST /p/actielijnen",
                "PUT /p/actielijnen/1",
                "POST /p/acties",
                "POST /p/acties/22/openingsstand",
                "POST /p/acties/22/statuswijzigingen",
                "POST /p/acties/22/toelichtingen",
                "POST /p/acties/22/wijzigingen",
                "POST /p/signalen/vertraging-22-op-1/beoordelingen",
                "POST /p/importen",
                "GET /p/importen",
                "DELETE /p/acties/22",
                "POST /p/dashboard",
                "POST /p/bewijs"
            })
    void commands_are_not_for_this_side(String command) {
        String method = command.substring(0, command.indexOf(' '));
        Answer answer = Asked.method(method, command.substring(command.indexOf(' ') + 1));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isNotBlank();
    }
}
