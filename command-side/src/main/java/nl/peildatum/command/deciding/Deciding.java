package nl.peildatum.command.deciding;

import javax.sql.DataSource;
import nl.peildatum.api.Today;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The parts of Axon that decide: a command bus without a transaction of its own, since the append
 * is the transaction, and a repository per aggregate.
 */
@Configuration(proxyBeanMethods = false)
public class Deciding {

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(DataSource dataSource) {
        return EmbeddedEventStore.builder()
                .storageEngine(new PostgresEventStorageEngine(dataSource))
                .build();
    }

    @Bean
    CommandBus commandBus(EventStore eventStore, Today today) {
        CommandBus bus = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(decisions(eventStore, today)).subscribe(bus);
        return bus;
    }

    private static Decisions decisions(EventStore eventStore, Today today) {
        return new Decisions(
                EventSourcingRepository.builder(ProgrammeAggregate.class)
                        .eventStore(eventStore)
                        .build(),
                EventSourcingRepository.builder(ActionAggregate.class)
                        .eventStore(eventStore)
                        .build(),
                EventSourcingRepository.builder(ReportAggregate.class)
                        .eventStore(eventStore)
                        .build(),
                today);
    }

    @Bean
    Instructions instructions(CommandBus commandBus) {
        return new Instructions(DefaultCommandGateway.builder().commandBus(commandBus).build());
    }
}
