package nl.peildatum.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh database on the one PostgreSQL 18 of this test run, with durable settings and the schema
 * {@code events}.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "peildatum_template";
    private static final Map<String, String> PREPARED = new ConcurrentHashMap<>();

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        dataSource = pool(name);
    }

    /** The server starts with the first database that is asked for, and ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setPGStartupWait(Duration.ofMinutes(2))
                                .setPort(TestPorts.free())
                                .setDataDirectory(TestDirectories.create("epg"))
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("full_page_writes", "on")
                                .setServerConfig("max_connections", "300")
                                // nothing here lasts long enough to be vacuumed, or to be worth
                                // a plan of its own each time it is asked for
                                .setServerConfig("autovacuum", "off")
                                .setServerConfig("plan_cache_mode", "force_generic_plan")
                                .start();
                create(postgres.getPostgresDatabase(), TEMPLATE, "template0");
                try (HikariDataSource template = pool(postgres, TEMPLATE)) {
                    EventSchema.migrate(template);
                }
                return postgres;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** A database of its own for one test class. */
    public static TestDatabase create() {
        return copyOf(TEMPLATE);
    }

    /** As {@link #create}, with more in it that is prepared once for all of that name. */
    public static TestDatabase create(String name, Consumer<DataSource> preparation) {
        return copyOf(
                PREPARED.computeIfAbsent(
                        name,
                        _ -> {
                            create(Server.POSTGRES.getPostgresDatabase(), name, TEMPLATE);
                            try (HikariDataSource template = pool(name)) {
                                preparation.accept(template);
                            }
                            return name;
                        }));
    }

    private static TestDatabase copyOf(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        create(Server.POSTGRES.getPostgresDatabase(), name, template);
        return new TestDatabase(name);
    }

    private static void create(DataSource server, String name, String template) {
        JdbcClient.create(server).sql("CREATE DATABASE " + name + " TEMPLATE " + template).update();
    }

    private static HikariDataSource pool(String name) {
        return pool(Server.POSTGRES, name);
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Connects as the owner. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Connects anew each time, as another login of the server. */
    public DataSource as(String login) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(login);
        return dataSource;
    }

    /** The address with the owner's name in it, for an application of its own. */
    public String jdbcUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** Empties the schema {@code events}, as only a superuser can; numbers begin at 1 again. */
    public void clear() {
        JdbcClient.create(dataSource)
                .sql(
                        """
                        BEGIN;
                        SET LOCAL session_replication_role = replica;
                        TRUNCATE events.event, events.act, events.answer, events.signing_key, events.checkpoint,
                            events.audit, events.person, events.rewritten;
                        UPDATE events.settled SET moment = '-infinity';
                        ALTER SEQUENCE events.global_index RESTART;
                        COMMIT""")
                .update();
    }

    /** Closes the pool; the database stays until the server ends. */
    @Override
    public void close() {
        dataSource.close();
    }
}
