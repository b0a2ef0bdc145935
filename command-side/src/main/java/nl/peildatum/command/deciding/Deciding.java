package nl.peildatum.command.deciding;

import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.peildatum.api.Today;
import nl.peildatum.command.journal.Held;
import nl.peildatum.eventstore.PostgresEventStorageEngine;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
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
        return new OnceLoaded(
                EmbeddedEventStore.builder()
                        .storageEngine(new PostgresEventStorageEngine(dataSource)));
    }

    /**
     * A unit of work loads what it decides about once, before it records anything about it, so it
     * need not look for that among all it has recorded: in an act of a thousand actions that took
     * seconds.
     */
    private static final class OnceLoaded extends EmbeddedEventStore {

        OnceLoaded(Builder builder) {
            super(builder);
        }

        @Override
        protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(
                String aggregate) {
            return Stream.empty();
        }
    }

    @Bean
    CommandBus commandBus(EventStore eventStore, Held held, Today today) {
        CommandBus bus = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(decisions(eventStore, held, today)).subscribe(bus);
        return bus;
    }

    private static Decisions decisions(EventStore eventStore, Held held, Today today) {
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
                held::state,
                today);
    }

    @Bean
    Instructions instructions(CommandBus commandBus) {
        return new Instructions(DefaultCommandGateway.builder().commandBus(commandBus).build());
    }
}
