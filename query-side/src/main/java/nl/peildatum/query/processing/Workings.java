package nl.peildatum.query.processing;

import javax.sql.DataSource;
import nl.peildatum.eventstore.EventStream;
import nl.peildatum.eventstore.Journal;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What all projections of one node work with: one database, one transaction for everything. */
final class Workings {

    private static final TokenSchema TOKENS =
            TokenSchema.builder()
                    .setTokenTable("token_entry")
                    .setProcessorNameColumn("processor_name")
                    .setTokenTypeColumn("token_type")
                    .build();

    private final DataSource dataSource;
    final String node;
    final JdbcClient jdbc;
    final Journal journal;
    final KnownEntries known;
    final EventStream events;
    final ConnectionProvider connections;
    final TransactionManager transactions;
    final TransactionTemplate transaction;
    final TransactionTemplate savepoint;
    final Serializer serializer;
    final JdbcTokenStore tokens;

    Workings(
            DataSource dataSource,
            Journal journal,
            KnownEntries known,
            EventStream events,
            String node) {
        this.dataSource = dataSource;
        this.node = node;
        this.journal = journal;
        this.known = known;
        this.events = events;
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        jdbc = JdbcClient.create(dataSource);
        connections = new SpringDataSourceConnectionProvider(dataSource);
        transactions = new SpringTransactionManager(manager);
        transaction = new TransactionTemplate(manager);
        savepoint = new TransactionTemplate(manager);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        serializer = serializer();
        tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .schema(TOKENS)
                        .serializer(serializer)
                        .nodeId(node)
                        .build();
    }

    /** Undoes what the transaction under way did so far; it goes on as a new one would begin. */
    void rollBack() {
        new JdbcTemplate(dataSource)
                .execute(
                        (ConnectionCallback<Boolean>)
                                connection -> {
                                    connection.rollback();
                                    return true;
                                });
    }

    /**
     * Axon's tokens hold one another by class name, which Jackson reads for named packages only.
     */
    private static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json ->
                                json.polymorphicTypeValidator(
                                        BasicPolymorphicTypeValidator.builder()
                                                .allowIfSubType("org.axonframework.")
                                                .build()))
                .build();
    }
}
