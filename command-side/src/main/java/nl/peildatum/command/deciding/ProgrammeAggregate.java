package nl.peildatum.command.deciding;

import nl.peildatum.command.programme.ProgrammeDecisions;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.eventstore.JournalEntry;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A programme as Axon loads it; the rules are in {@link ProgrammeDecisions}. */
@AggregateRoot(type = "Programme")
class ProgrammeAggregate {

    @SuppressWarnings("UnusedVariable") // read by Axon
    @AggregateIdentifier
    private @Nullable String id;

    private ProgrammeState state = ProgrammeState.EMPTY;

    ProgrammeState state() {
        return state;
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event, MetaData place) {
        id = event.programme().value();
        state = state.with(JournalEntry.numberOf(place), event);
    }
}
