package nl.peildatum.query.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log is as well guarded as the journals it tells about. */
class AuditLogCheckTest {

    private static final TestDatabase database = TestDatabase.create();

    private final AuditLogCheck check = new AuditLogCheck(database.dataSource(), Clock.systemUTC());

    @BeforeEach
    void write_ten_lines() {
        database.clear();
        AuditLog log = new AuditLog(database.dataSource());
        for (int line = 1; line <= 10; line++) {
            log.append(AuditLog.Kind.CONTROLE, "auditor", Map.of("regel", line));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private void attack(String statement) {
        JdbcClient.create(database.dataSource())
                .sql(
                        "BEGIN; SET LOCAL session_replication_role = replica; "
                                + statement
                                + "; COMMIT")
                .update();
    }

    private List<String> found(Question.Given... given) {
        return Attacked.found(check.check(new Question(1, Long.MAX_VALUE, List.of(given))));
    }

    @Test
    void what_was_written_is_in_order() {
        assertThat(found()).isEmpty();
    }

    @Test
    void a_changed_line_is_named() {
        attack("UPDATE events.audit SET subject = 'een ander' WHERE number = 4");
        assertThat(found()).containsExactly("GEWIJZIGD 4");
    }

    @Test
    void a_removed_line_is_named_with_and_without_renumbering() {
        attack("DELETE FROM events.audit WHERE number = 4");
        assertThat(found()).containsExactly("ONTBREEKT 4");
        attack(
                "UPDATE events.audit SET number = number + 99 WHERE number > 4;"
                        + "UPDATE events.audit SET number = number - 100 WHERE number > 99");
        assertThat(found()).containsExactly("ONTBREEKT 4");
    }

    @Test
    void exchanged_lines_are_named() {
        attack(
                "UPDATE events.audit SET number = 99 WHERE number = 4;"
                        + "UPDATE events.audit SET number = 4 WHERE number = 8;"
                        + "UPDATE events.audit SET number = 8 WHERE number = 99");
        assertThat(found()).containsExactly("VERPLAATST 4", "VERPLAATST 8");
    }

    @Test
    void a_cut_tail_shows_against_a_hash_that_was_kept() {
        Question.Given kept = new Question.Given(10, check.check(Question.EVERYTHING).hash() + "");
        assertThat(found(kept)).isEmpty();
        attack("DELETE FROM events.audit WHERE number > 7");
        assertThat(found()).isEmpty();
        assertThat(found(kept)).containsExactly("STAART_AFGESNEDEN 8");
    }
}
