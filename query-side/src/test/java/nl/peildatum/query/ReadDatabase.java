package nl.peildatum.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.TestDatabase;
import nl.peildatum.query.dashboard.Dashboard;
import nl.peildatum.query.journal.RecordedEntries;
import nl.peildatum.query.processing.KnownEntries;
import nl.peildatum.query.processing.Projection;
import nl.peildatum.query.processing.ReadSchema;
import nl.peildatum.query.reports.Reports;
import nl.peildatum.query.trail.AuditTrail;
import nl.peildatum.query.versions.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own with both schemas, seen as the query-side sees it. */
public final class ReadDatabase implements AutoCloseable {

    private static final Map<String, List<String>> TABLES =
            Map.of(
                    Versions.NAME,
                    List.of("programme_version", "line_version", "action_version", "action_entry"),
                    Dashboard.NAME,
                    List.of("dashboard_action", "dashboard_line", "dashboard_count"),
                    RecordedEntries.NAME,
                    List.of("journal_entry"),
                    AuditTrail.NAME,
                    List.of("audit_line"),
                    Reports.NAME,
                    List.of("report_entry"));

    private final TestDatabase database = TestDatabase.create("read", ReadSchema::prepare);
    private final HikariDataSource dataSource = new HikariDataSource();
    private final JdbcClient jdbc;
    private final KnownEntries known;

    public ReadDatabase() {
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setSchema(ReadSchema.NAME);
        dataSource.setMaximumPoolSize(30);
        dataSource.setMinimumIdle(0);
        jdbc = JdbcClient.create(dataSource);
        known = new KnownEntries(journal());
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Connects without the read schema, as the command-side does. */
    public TestDatabase database() {
        return database;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Journal journal() {
        return new Journal(dataSource);
    }

    /** What its projections read, once in a transaction. */
    public KnownEntries known() {
        return known;
    }

    /** The projections that the query-side has. */
    public List<Projection> projections() {
        return List.of(
                new Versions(jdbc, known),
                new Dashboard(jdbc, known),
                new RecordedEntries(jdbc),
                new AuditTrail(jdbc, journal(), known),
                new Reports(jdbc));
    }

    /** Every row of one projection, in a fixed order. */
    public Map<String, List<String>> dump(String projection) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TABLES.getOrDefault(projection, List.of())) {
            rows.put(
                    table,
                    jdbc.sql("SELECT t::text FROM " + table + " t ORDER BY 1")
                            .query(String.class)
                            .list());
        }
        rows.put(
                "progress",
                jdbc.sql("SELECT p::text FROM progress p WHERE projection = ? ORDER BY 1")
                        .param(projection)
                        .query(String.class)
                        .list());
        return rows;
    }

    /** Every row of every projection. */
    public Map<String, Map<String, List<String>>> dumps() {
        Map<String, Map<String, List<String>>> dumps = new TreeMap<>();
        TABLES.keySet().forEach(projection -> dumps.put(projection, dump(projection)));
        return dumps;
    }

    /** How far each projection is with a programme, where it has begun. */
    public Map<String, Long> processed(ProgrammeId programme) {
        Map<String, Long> processed = new TreeMap<>();
        jdbc.sql("SELECT projection, processed FROM progress WHERE programme = ?")
                .param(programme.value())
                .query(
                        row -> {
                            processed.put(row.getString(1), row.getLong(2));
                        });
        return processed;
    }

    /** That every projection is as far as this. */
    public static Map<String, Long> everywhere(long number) {
        Map<String, Long> everywhere = new TreeMap<>();
        TABLES.keySet().forEach(projection -> everywhere.put(projection, number));
        return everywhere;
    }

    /** Returns as soon as something holds, and fails where that takes half a minute. */
    public static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(deadline);
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() {
        dataSource.close();
        database.close();
    }
}
