package nl.peildatum.command.deciding;

import java.time.LocalDate;
import nl.peildatum.command.report.ReportDecisions;
import nl.peildatum.command.report.ReportState;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.eventstore.JournalEntry;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The report for a report date as Axon loads it; the rules are in {@link ReportDecisions}. */
@AggregateRoot(type = "Report")
class ReportAggregate {

    @SuppressWarnings("UnusedVariable") // read by Axon
    @AggregateIdentifier
    private @Nullable String id;

    private ReportState state = ReportState.EMPTY;

    /** The key of a report, which no action's key can be. */
    static String id(ProgrammeId programme, LocalDate reportDate) {
        return programme + "/rapportages/" + reportDate;
    }

    ReportState state() {
        return state;
    }

    @EventSourcingHandler
    void on(ReportEvent event, MetaData place) {
        id = id(event.programme(), event.reportDate());
        state = state.with(JournalEntry.numberOf(place), event);
    }
}
