package nl.peildatum.query.processing;

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

    /**
     * What writes and what reads begins with this, so that nothing does so before the schema is
     * there.
     */
    @Bean
    JdbcClient jdbcClient(DataSource dataSource, DatabaseOwner owner) {
        DurableDatabase.require(dataSource);
        ReadSchema.prepare(owner.dataSource());
        return JdbcClient.create(dataSource);
    }

    /** JPA too begins when the schema is there, and not by asking a database that may be away. */
    @Bean
    static EntityManagerFactoryDependsOnPostProcessor entitiesAfterSchema() {
        return new EntityManagerFactoryDependsOnPostProcessor("jdbcClient");
    }

    /** Takes what was erased out of the files of the tables, once they no longer hold it. */
    @Bean(initMethod = "start")
    ErasedRemains erasedRemains(JdbcClient ready, DataSource dataSource, DatabaseOwner owner) {
        return ReadSchema.erasedRemains(dataSource, owner.dataSource());
    }

    @Bean
    Journal journal(DataSource dataSource) {
        return new Journal(dataSource);
    }

    @Bean
    KnownEntries knownEntries(Journal journal) {
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
    EventStream eventStream(DataSource dataSource, Announcements announcements) {
        return new EventStream(new PostgresEventStorageEngine(dataSource), announcements);
    }

    /** What was recorded before is there when the node is ready. */
    @Bean
    Building building(Projections projections, DatabaseOwner owner) {
        return new Building(projections, owner.dataSource());
    }

    @Bean
    Projections projections(
            DataSource dataSource,
            Journal journal,
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
