package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import nl.peildatum.eventstore.DurableDatabase.NotDurable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DurableDatabaseTest {

    private static final TestDatabase database = TestDatabase.create();

    private final JdbcClient owner = JdbcClient.create(database.dataSource());

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_database_that_keeps_what_it_acknowledged_is_accepted() {
        assertThatCode(() -> DurableDatabase.require(database.dataSource()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_database_without_synchronous_commit_is_refused() {
        String name = owner.sql("SELECT current_database()").query(String.class).single();
        owner.sql("ALTER DATABASE %s SET synchronous_commit = off".formatted(name)).update();

        try {
            assertThatThrownBy(() -> DurableDatabase.require(database.as("postgres")))
                    .isInstanceOf(NotDurable.class)
                    .hasMessageContaining("synchronous_commit staat uit");
        } finally {
            owner.sql("ALTER DATABASE %s RESET synchronous_commit".formatted(name)).update();
        }
    }

    @Test
    void a_login_without_synchronous_commit_is_refused() {
        String login = "login_" + UUID.randomUUID().toString().replace("-", "");
        owner.sql("CREATE ROLE %s LOGIN".formatted(login)).update();
        owner.sql("ALTER ROLE %s SET synchronous_commit = off".formatted(login)).update();

        assertThatThrownBy(() -> DurableDatabase.require(database.as(login)))
                .isInstanceOf(NotDurable.class);
    }

    @Test
    void a_session_without_synchronous_commit_is_refused() {
        PGSimpleDataSource session = new PGSimpleDataSource();
        session.setUrl(database.jdbcUrl());
        session.setOptions("-c synchronous_commit=off");

        assertThatThrownBy(() -> DurableDatabase.require(session)).isInstanceOf(NotDurable.class);
    }

    @Test
    void a_server_without_fsync_and_full_page_writes_is_refused_and_each_is_named()
            throws IOException {
        try (EmbeddedPostgres careless =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "on")
                        .start()) {
            assertThatThrownBy(() -> DurableDatabase.require(careless.getPostgresDatabase()))
                    .isInstanceOf(NotDurable.class)
                    .hasMessageContaining("fsync, full_page_writes staat uit");
        }
    }
}
