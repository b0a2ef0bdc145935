package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasedRemainsTest {

    private static final int ENTRIES = 7;
    private static final String MARK = "Merkteken-5d10";
    private static final Basis BASIS = new Basis(java.time.LocalDate.EPOCH, "s-1", null);

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource());
    private final People people = new People(database.dataSource());
    private ErasedRemains remains =
            ErasedRemains.ofEvents(database.dataSource(), database.dataSource());

    @BeforeEach
    void record() {
        // some that fit in their rows and fill a page, and one so long that it is kept elsewhere
        for (int i = 0; i < ENTRIES; i++) {
            engine.appendEvents(
                    new GenericDomainEventMessage<>(
                            "Action",
                            "samen-tegen-mensenhandel/1",
                            (long) i,
                            new ActionExplained(
                                    new nl.peildatum.events.ActionId(Sampler.PROGRAMME, "1"),
                                    BASIS,
                                    null,
                                    MARK + noise(i < ENTRIES - 1 ? 1_200 : 20_000))));
        }
        people.name("s-2", MARK + " de Vries");
    }

    /** What does not compress, so that it stands in the file as it is. */
    private static String noise(int characters) {
        StringBuilder noise = new StringBuilder();
        new java.util.Random(7).ints(characters, 33, 126).forEach(c -> noise.append((char) c));
        return noise.toString();
    }

    @AfterEach
    void close() {
        remains.close();
        database.close();
    }

    private void erase() {
        for (long entry = 1; entry <= ENTRIES; entry++) {
            engine.appendEvents(
                    new GenericDomainEventMessage<>(
                            "Programme",
                            Sampler.PROGRAMME.value(),
                            entry - 1,
                            new TextErased(Sampler.PROGRAMME, entry, null, BASIS, "een naam")));
        }
        people.erase("s-2");
    }

    /** The relations of which a file holds the mark. */
    private List<String> files() {
        jdbc.sql("CHECKPOINT").update();
        return jdbc.sql(
                        """
                        SELECT c.oid::regclass::text FROM pg_class c
                        WHERE pg_relation_filepath(c.oid) IS NOT NULL AND c.relkind IN ('r', 'i', 't', 'm')
                            AND position(?::bytea IN pg_read_binary_file(pg_relation_filepath(c.oid))) > 0
                        ORDER BY 1""")
                .param(MARK.getBytes(StandardCharsets.UTF_8))
                .query(String.class)
                .list();
    }

    @Test
    void the_files_hold_what_was_erased_until_they_are_written_anew() throws SQLException {
        assertThat(files()).hasSize(3).contains("events.event", "events.person");
        erase();
        assertThat(files()).hasSize(3);
        jdbc.sql("VACUUM events.event").update();
        jdbc.sql("VACUUM events.person").update();
        assertThat(files()).as("cleaning up alone is not enough").isNotEmpty();

        assertThat(remains.look()).isTrue();

        assertThat(files()).isEmpty();
        assertThat(kept()).containsExactly("events.event " + ENTRIES, "events.person 1");
        assertThat(remains.look()).isTrue();
    }

    @Test
    void while_somebody_still_reads_the_old_version_it_is_tried_again() throws SQLException {
        try (Connection reader = database.dataSource().getConnection()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = reader.createStatement()) {
                statement.execute("SELECT 1 FROM pg_class");
            }
            erase();

            assertThat(remains.look()).isFalse();
            assertThat(kept()).isEmpty();
            reader.rollback();
        }

        assertThat(remains.look()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void what_is_too_large_to_keep_others_waiting_is_left_to_a_person() throws SQLException {
        remains.close();
        remains =
                new ErasedRemains(
                        database.dataSource(),
                        database.dataSource(),
                        "SELECT relation, erasures FROM events.awaiting_rewriting()",
                        "events.rewritten",
                        0);
        erase();

        assertThat(remains.look()).isTrue();

        assertThat(kept()).containsExactly("events.event " + ENTRIES, "events.person 1");
    }

    private List<String> kept() {
        return jdbc.sql(
                        """
                        SELECT relation || ' ' || erasures FROM events.rewritten ORDER BY 1""")
                .query(String.class)
                .list();
    }
}
