package nl.peildatum.command.deciding;

import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.eventstore.JournalEntry;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** An action as Axon loads it; the rules are in {@link ActionDecisions}. */
@AggregateRoot(type = "Action")
class ActionAggregate {

    @SuppressWarnings("UnusedVariable") // read by Axon
    @AggregateIdentifier
    private @Nullable String id;

    private ActionTimeline timeline = ActionTimeline.EMPTY;

    ActionTimeline timeline() {
        return timeline;
    }

    @EventSourcingHandler
    void on(ActionEvent event, MetaData place) {
        id = event.action().toString();
        timeline = timeline.with(JournalEntry.numberOf(place), event);
    }
}
