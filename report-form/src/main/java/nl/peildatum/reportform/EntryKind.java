package nl.peildatum.reportform;

import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;

/** The kinds of entries as every answer names them, in {@code soort}. */
public final class EntryKind {

    private EntryKind() {}

    /** The code of the kind of an event. */
    public static String of(Event event) {
        return switch (event) {
            case ProgrammeAdopted _ -> "PROGRAMMA_VASTGESTELD";
            case ProgrammeRevised _ -> "PROGRAMMA_HERZIEN";
            case ActionLineDefined _ -> "ACTIELIJN_VASTGESTELD";
            case ActionLineRevised _ -> "ACTIELIJN_HERZIEN";
            case ActionPlanned _ -> "ACTIE_GEPLAND";
            case ActionBaselined _ -> "OPENINGSSTAND";
            case ActionStarted _ -> "START";
            case ActionDelayed _ -> "VERTRAGING";
            case ActionResumed _ -> "HERVATTING";
            case ActionMadeOngoing _ -> "DOORLOPEND";
            case ActionMadeFinite _ -> "AFBAKENING";
            case ActionCompleted _ -> "AFRONDING";
            case ActionReopened _ -> "HEROPENING";
            case ActionWithdrawn _ -> "INTREKKING";
            case ActionExplained _ -> "TOELICHTING";
            case ActionRetitled _ -> "TITEL";
            case ActionRelabelled _ -> "BENAMING";
            case ActionRescheduled _, DelayRescheduled _ -> "PLANNING";
            case ActionMoved _ -> "ACTIELIJN";
            case ActionIncluded _ -> "OPNAME";
            case ActionExcluded _ -> "UITSLUITING";
            case ActionLinked _ -> "VERBAND";
            case ActionReordered _ -> "VOLGORDE";
            case ActionEntryCorrected _, ProgrammeEntryCorrected _ -> "CORRECTIE";
            case ActionEntryRetracted _, ProgrammeEntryRetracted _ -> "RETRACTIE";
            case SignalAccepted _ -> "SIGNAAL_GEACCEPTEERD";
            case SignalDismissed _ -> "SIGNAAL_AFGEWEZEN";
            case TextErased _ -> "TEKST_GEWIST";
            case ReportProposed _ -> "RAPPORTAGE_VOORGESTELD";
            case ReportFixed _ -> "RAPPORTAGE_VASTGESTELD";
        };
    }
}
