package nl.peildatum.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import nl.peildatum.benchmarks.Rate.Writer;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.EventSchema;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * What the PostgreSQL of a standalone does at most: inserts of the row of an event with no order,
 * no chain and no lock, each in its own commit; and beside them the append alone. In a database of
 * its own, so that nothing else hears of it.
 */
final class Limit implements AutoCloseable {

    private static final String DATABASE = "benchmarks";
    private static final String SUPERUSER = "postgres";
    private static final Basis BASIS = new Basis(LocalDate.of(2025, 11, 30), "subject-1", null);

    private final HikariDataSource dataSource;
    private final PostgresEventStorageEngine engine;
    private final AtomicLong ids = new AtomicLong();

    Limit(Started standalone) throws IOException, SQLException {
        String password = standalone.secret("postgres.properties", SUPERUSER + ".password");
        try (Connection connection =
                        DriverManager.getConnection(
                                standalone.jdbcUrl(SUPERUSER), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(standalone.jdbcUrl(DATABASE));
        pool.setUsername(SUPERUSER);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2 * Rate.WRITERS);
        dataSource = new HikariDataSource(pool);
        EventSchema.migrate(dataSource);
        engine = new PostgresEventStorageEngine(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE raw (LIKE events.event, id bigserial PRIMARY KEY);
                    ALTER TABLE raw ALTER global_index DROP NOT NULL""");
        }
    }

    /** One row, one commit. */
    Writer rawInserts() throws SQLException {
        Connection connection = dataSource.getConnection();
        PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO raw (programme, journal_number, recorded_at, event_id, aggregate_type,
                            aggregate_id, sequence_number, name, revision, facts, texts, salt, commitment, hash)
                        VALUES (?, 1, clock_timestamp(), gen_random_uuid(), 'Action', ?, 0, 'action-planned', 1,
                            ?, ?, ?, ?, ?)""");
        return new Writer() {
            @Override
            public int write() throws SQLException {
                insert.setString(1, "programma-1");
                insert.setString(2, "programma-1/a" + ids.incrementAndGet());
                insert.setBytes(3, new byte[230]);
                insert.setBytes(4, new byte[60]);
                insert.setBytes(5, new byte[32]);
                insert.setBytes(6, new byte[32]);
                insert.setBytes(7, new byte[32]);
                return insert.executeUpdate();
            }

            @Override
            public void finish() throws SQLException {
                insert.close();
                connection.close();
            }
        };
    }

    /** So many events by one call of the append, each writer in its own programme. */
    Writer appends(int writer, int events) {
        return () -> {
            engine.appendEvents(
                    IntStream.range(0, events).mapToObj(_ -> message(planned(writer))).toList());
            return events;
        };
    }

    private ActionPlanned planned(int writer) {
        String code = "a" + ids.incrementAndGet();
        return new ActionPlanned(
                new ActionId(new ProgrammeId("programma-" + writer), code),
                code,
                "Een actie",
                null,
                new TreeSet<>(List.of(2025)),
                true,
                null,
                null,
                BASIS,
                null,
                "Een toelichting van een gewone zin.");
    }

    private static GenericDomainEventMessage<Event> message(ActionPlanned planned) {
        return new GenericDomainEventMessage<>("Action", planned.action().toString(), 0, planned);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
