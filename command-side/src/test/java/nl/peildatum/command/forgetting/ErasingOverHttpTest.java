package nl.peildatum.command.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.command.http.Parallel;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.eventstore.People;
import org.junit.jupiter.api.Test;

class ErasingOverHttpTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final String WHY = "{\"reden\": \"er staat een naam in\"}";
    private static final String[] ADMIN = CommandSideServer.as("subject-beheer", "beheerder");

    private static Answer erase(String programme, long entry, String... headers) {
        List<String> all = new ArrayList<>(List.of(ADMIN));
        all.addAll(List.of(headers));
        return SERVER.post(
                programme + "/journaal/" + entry + "/tekstwissing",
                WHY,
                all.toArray(String[]::new));
    }

    /** Action 37 started as entry 3, with texts. */
    private static String started() {
        String programme = SERVER.programme();
        SERVER.post(
                        SERVER.action(programme, "37") + "/statuswijzigingen",
                        """
                        {"soort": "START", "ingangsdatum": "2025-02-01", "reden": "Jansen belde",
                         "toelichting": "Met mevrouw Jansen"}""")
                .isDone(201);
        return programme;
    }

    private static List<String> texts(String programme) {
        return SERVER.jdbc()
                .sql(
                        """
                        SELECT coalesce(convert_from(texts, 'UTF8'), '-') FROM events.event
                        WHERE programme = ? ORDER BY journal_number""")
                .param(programme.substring(programme.lastIndexOf('/') + 1))
                .query(String.class)
                .list();
    }

    private static AuditLog audit() {
        return new AuditLog(SERVER.database().dataSource());
    }

    @Test
    void erasing_is_an_entry_that_takes_the_texts() {
        String programme = started();
        long audited = audit().head();

        Answer erased = erase(programme, 3).isDone(201);

        assertThat(erased.number()).isEqualTo(4);
        assertThat(erased.location()).isEqualTo(programme + "/journaal/4");
        assertThat(erased.json().get("id").asString()).isNotBlank();
        assertThat(SERVER.recorded(programme)).last().isEqualTo("text-erased");
        assertThat(texts(programme))
                .containsExactly("-", "-", "-", "{\"reason\":\"er staat een naam in\"}");
        AuditLog.Line line = audit().from(audited + 1, 10).getFirst();
        assertThat(line.kind()).isEqualTo("TEKST_GEWIST");
        assertThat(line.subject()).isEqualTo("subject-beheer");
        assertThat(line.content())
                .contains("\"journaalnummer\": 3", "\"gewistMet\": 4", programme.substring(19))
                .doesNotContain("naam in");
    }

    @Test
    void the_entry_of_the_erasure_names_the_action() {
        String programme = started();
        erase(programme, 3).isDone(201);

        assertThat(
                        SERVER.jdbc()
                                .sql(
                                        """
                                        SELECT convert_from(facts, 'UTF8') FROM events.event
                                        WHERE programme = ? AND journal_number = 4""")
                                .param(programme.substring(19))
                                .query(String.class)
                                .single())
                .contains("\"entry\":3,\"action\":\"" + programme.substring(19) + "/37\"");
    }

    @Test
    void what_was_erased_or_never_was_cannot_be_erased() {
        String programme = started();
        long audited = audit().head();
        erase(programme, 3).isDone(201);

        assertThat(erase(programme, 3).isProblem(409).detail())
                .isEqualTo("De tekst van regel 3 is al gewist, met regel 4.");
        assertThat(erase(programme, 2).isProblem(409).detail())
                .isEqualTo(
                        "Regel 2 heeft geen reden of toelichting; er valt geen tekst te wissen.");
        assertThat(SERVER.recorded(programme)).hasSize(4);
        assertThat(audit().head()).isEqualTo(audited + 1);
    }

    @Test
    void the_reason_of_an_erasure_can_be_erased_as_well() {
        String programme = started();
        erase(programme, 3).isDone(201);

        erase(programme, 4).isDone(201);

        assertThat(texts(programme).subList(0, 4)).containsOnly("-");
        assertThat(erase(programme, 4).isProblem(409).detail()).contains("met regel 5");
    }

    @Test
    void of_two_who_erase_at_once_one_does() {
        for (int round = 0; round < 5; round++) {
            String programme = started();

            List<Answer> answers = Parallel.answers(4, _ -> erase(programme, 3));

            assertThat(answers.stream().map(Answer::status))
                    .containsExactlyInAnyOrder(201, 409, 409, 409);
            assertThat(SERVER.recorded(programme)).hasSize(4);
        }
    }

    @Test
    void a_repeated_request_is_answered_as_at_first() {
        String programme = started();
        String key = CommandSideServer.key();
        long audited = audit().head();

        Answer first = erase(programme, 3, "Idempotency-Key", key).isDone(201);
        Answer repeat = erase(programme, 3, "Idempotency-Key", key).isDone(201);

        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.location()).isEqualTo(first.location());
        assertThat(audit().head()).isEqualTo(audited + 1);
    }

    @Test
    void a_reason_is_asked_and_nothing_else() {
        String programme = started();
        String path = programme + "/journaal/3/tekstwissing";

        assertThat(SERVER.post(path, "{}", ADMIN).isProblem(400).faulty()).containsExactly("reden");
        assertThat(
                        SERVER.post(path, "{\"reden\": \"x\", \"tekst\": \"y\"}", ADMIN)
                                .isProblem(400)
                                .faulty())
                .containsExactly("tekst");
        assertThat(SERVER.recorded(programme)).hasSize(3);
    }

    @Test
    void an_entry_that_is_not_there_cannot_be_erased() {
        String programme = started();

        for (String entry : List.of("4", "0", "x", "99999999999999999999")) {
            SERVER.post(programme + "/journaal/" + entry + "/tekstwissing", WHY, ADMIN)
                    .isProblem(404);
        }
        SERVER.post("/api/v1/programmas/geen/journaal/1/tekstwissing", WHY, ADMIN).isProblem(404);
    }

    @Test
    void erasing_is_the_administrators_business() {
        String path = started() + "/journaal/3/tekstwissing";

        SERVER.post(path, WHY, "Authorization", "").isProblem(401);
        for (String role : List.of("lezer", "auditor", "secretariaat")) {
            SERVER.post(path, WHY, CommandSideServer.as("iemand", role)).isProblem(403);
            SERVER.send("DELETE", "/api/v1/personen/x", "", CommandSideServer.as("i", role))
                    .isProblem(403);
        }
        SERVER.send("GET", "/api/v1/personen", (String) null, ADMIN).isProblem(405);
    }

    @Test
    void erasures_are_a_collection_as_well() {
        String programme = started();
        SERVER.post(programme + "/journaal/3/tekstwissingen?proef=true", WHY, ADMIN).isDone(200);
        Answer erased =
                SERVER.post(programme + "/journaal/3/tekstwissingen", WHY, ADMIN).isDone(201);
        assertThat(erased.location()).isEqualTo(programme + "/journaal/4");
        assertThat(erase(programme, 3).isProblem(409).detail()).contains("al gewist");
        SERVER.post(programme + "/journaal/3/tekstwissingen", WHY).isProblem(403);
        SERVER.send("GET", programme + "/journaal/3/tekstwissingen", (String) null, ADMIN)
                .isProblem(405);
    }

    @Test
    void a_person_is_erased_without_being_named_in_an_address() {
        People people = new People(SERVER.database().dataSource());
        people.name("subject-b", "B. de Vries");
        long audited = audit().head();
        String path = "/api/v1/personen/wissingen";

        for (int i = 0; i < 2; i++) {
            assertThat(SERVER.post(path, "{\"subject\": \"subject-b\"}", ADMIN).status())
                    .isEqualTo(204);
        }
        people.name("subject-b", "B. de Vries");

        assertThat(people.names(List.of("subject-b")))
                .allSatisfy((_, name) -> assertThat(name).isNull());
        assertThat(audit().from(audited + 1, 10))
                .extracting(AuditLog.Line::content)
                .containsExactly("{\"persoon\":\"subject-b\"}");
        for (String body :
                List.of("{}", "{\"subject\": \" \"}", "{\"subject\": 3}", "{\"subject\": null}")) {
            assertThat(SERVER.post(path, body, ADMIN).isProblem(400).faulty())
                    .containsExactly("subject");
        }
        SERVER.post(path, "{\"subject\": \"subject-b\"}").isProblem(403);
        SERVER.send("GET", path, (String) null, ADMIN).isProblem(405);
    }

    @Test
    void it_is_told_where_texts_remain() {
        String programme = started();
        SERVER.post(
                        programme + "/journaal/3/correcties",
                        """
                        {"reden": "zo staat het in de brief", "als": {"reden": "Jansen belde weer"}}""")
                .isDone(201);
        SERVER.post(
                        programme + "/acties/37/toelichtingen",
                        "{\"toelichting\": \"Met mevrouw Jansen, en nog meer\"}")
                .isDone(201);

        Answer preview =
                SERVER.post(programme + "/journaal/3/tekstwissing?proef=true", WHY, ADMIN)
                        .isDone(200);
        assertThat(preview.json().get("ookMetTekst").toString()).isEqualTo("[4]");
        assertThat(preview.json().get("zelfdeTekst").toString()).isEqualTo("[4,5]");
        assertThat(SERVER.recorded(programme)).hasSize(5);

        assertThat(erase(programme, 3).isDone(201).json().get("ookMetTekst").toString())
                .isEqualTo("[4]");
        assertThat(erase(programme, 4).isDone(201).json().get("ookMetTekst").toString())
                .isEqualTo("[]");
        SERVER.post(programme + "/journaal/3/tekstwissing?proef=true", WHY, ADMIN).isProblem(409);
    }

    @Test
    void what_was_erased_can_still_be_corrected_and_an_erasure_cannot() {
        String programme = started();
        erase(programme, 3).isDone(201);

        SERVER.post(
                        programme + "/journaal/3/correcties",
                        """
                        {"reden": "een dag later", "als": {"ingangsdatum": "2025-02-02"}}""")
                .isDone(201);
        SERVER.post(programme + "/journaal/4/intrekkingen", "{\"reden\": \"toch niet\"}")
                .isProblem(409);
        SERVER.post(
                        programme + "/journaal/4/correcties",
                        "{\"reden\": \"anders\", \"als\": {\"reden\": \"nee\"}}")
                .isProblem(409);
        Answer preview =
                SERVER.post(
                                programme + "/journaal/3/correcties?proef=true",
                                """
                                {"reden": "weg", "als": {"ingangsdatum": "2025-02-03"}}""")
                        .isDone(200);
        assertThat(preview.body()).doesNotContain("Jansen");
    }

    @Test
    void a_person_is_erased_for_good_known_or_not() {
        People people = new People(SERVER.database().dataSource());
        people.name("subject-a", "A. de Vries");
        long audited = audit().head();

        for (String subject : List.of("subject-a", "f:1:iemand", "subject-a")) {
            assertThat(
                            SERVER.send(
                                            "DELETE",
                                            "/api/v1/personen/" + subject,
                                            (String) null,
                                            ADMIN)
                                    .status())
                    .isEqualTo(204);
        }
        people.name("subject-a", "A. de Vries");
        people.name("f:1:iemand", "I. Emand");

        assertThat(people.names(List.of("subject-a", "f:1:iemand")))
                .hasSize(2)
                .allSatisfy((_, name) -> assertThat(name).isNull());
        assertThat(audit().from(audited + 1, 10))
                .extracting(AuditLog.Line::content)
                .containsExactly("{\"persoon\":\"subject-a\"}", "{\"persoon\":\"f:1:iemand\"}");
        SERVER.send("DELETE", "/api/v1/personen/%20", (String) null, ADMIN).isProblem(404);
    }
}
