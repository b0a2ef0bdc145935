package nl.peildatum.query.processing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.peildatum.eventstore.Announcements;
import nl.peildatum.eventstore.DatabaseOwner;
import nl.peildatum.eventstore.DurableDatabase;
import nl.peildatum.eventstore.ErasedRemains;
import nl.peildatum.eventstore.EventStream;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Puts the projections to work on a durable database with an up-to-date schema. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseOwner.class)
class ProcessingConfiguration {

    private static final int WRITING_AT_ONCE = 15;

    /**
     * Connections to write with, for the few who do: the data source that everybody gets only
     * reads, with a snapshot for a transaction, so that no read has to ask for that.
     */
    @Bean(defaultCandidate = false)
    HikariDataSource writing(HikariDataSource dataSource) {
        HikariDataSource writing = new HikariDataSource();
        dataSource.copyStateTo(writing);
        writing.setPoolName("query-side-writing");
        writing.setMaximumPoolSize(WRITING_AT_ONCE);
        writing.setMinimumIdle(1);
        writing.setReadOnly(false);
        writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return writing;
    }

    /**
     * What writes and what reads begins with this, so that nothing does so before the schema is
     * there.
     */
    @Bean
    JdbcClient jdbcClient(
            DataSource dataSource, @Qualifier("writing") DataSource writing, DatabaseOwner owner) {
        DurableDatabase.require(writing);
        requireSnapshots(dataSource);
        ReadSchema.prepare(owner.dataSource());
        return JdbcClient.create(writing);
    }

    private static void requireSnapshots(DataSource reading) {
        String isolation =
                JdbcClient.create(reading)
                        .sql("SELECT current_setting('transaction_isolation')")
                        .query(String.class)
                        .single();
        if (!isolation.equals("repeatable read")) {
            throw new IllegalStateException(
                    "spring.datasource.hikari.transaction-isolation has to stay"
                            + " TRANSACTION_REPEATABLE_READ: an answer is read from one snapshot");
        }
    }

    /** JPA too begins when the schema is there, and not by asking a database that may be away. */
    @Bean
    static EntityManagerFactoryDependsOnPostProcessor entitiesAfterSchema() {
        return new EntityManagerFactoryDependsOnPostProcessor("jdbcClient");
    }

    /** Takes what was erased out of the files of the tables, once they no longer hold it. */
    @Bean(initMethod = "start")
    ErasedRemains erasedRemains(
            JdbcClient ready, @Qualifier("writing") DataSource dataSource, DatabaseOwner owner) {
        return ReadSchema.erasedRemains(dataSource, owner.dataSource());
    }

    @Bean
    Journal journal(DataSource dataSource) {
        return new Journal(dataSource);
    }

    /** The journal as projections read it, in the transaction in which they write. */
    @Bean(defaultCandidate = false)
    Journal processed(@Qualifier("writing") DataSource dataSource) {
        return new Journal(dataSource);
    }

    @Bean
    KnownEntries knownEntries(@Qualifier("processed") Journal journal) {
        return new KnownEntries(journal);
    }

    /** Listening holds a connection for good, so that one does not come from the pool. */
    @Bean
    Announcements announcements(JdbcConnectionDetails database) {
        DriverManagerDataSource unpooled = new DriverManagerDataSource(database.getJdbcUrl());
        unpooled.setUsername(database.getUsername());
        unpooled.setPassword(database.getPassword());
        return new Announcements(unpooled);
    }

    @Bean
    EventStream eventStream(
            @Qualifier("writing") DataSource dataSource, Announcements announcements) {
        return new EventStream(new PostgresEventStorageEngine(dataSource), announcements);
    }

    /** What was recorded before is there when the node is ready. */
    @Bean
    Building building(Projections projections, DatabaseOwner owner) {
        return new Building(projections, owner.dataSource());
    }

    @Bean
    Projections projections(
            @Qualifier("writing") DataSource dataSource,
            @Qualifier("processed") Journal journal,
            KnownEntries known,
            EventStream events,
            List<Projection> projections,
            @Value("${peildatum.projecties.segmenten:2}") int segments,
            @Value("${peildatum.projecties.knooppunt:#{null}}") @Nullable String node) {
        return new Projections(
                dataSource,
                journal,
                known,
                events,
                projections,
                segments,
                node == null ? UUID.randomUUID().toString() : node);
    }
}
