package nl.peildatum.command.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Event;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.events.Status;

/** The Dutch codes of the interface. */
public final class Codes {

    /** The statuses of the legend by their code. */
    public static final Map<String, Status> STATUSES =
            byCode(Status.values(), status -> of(Standing.of(status)));

    /** The kinds of links by their code. */
    public static final Map<String, LinkKind> LINKS = byCode(LinkKind.values(), Codes::of);

    private Codes() {}

    /** The status code of a standing. */
    public static String of(Standing standing) {
        return switch (standing) {
            case COMPLETED -> "AFGEROND";
            case IN_PROGRESS -> "IN_UITVOERING";
            case DELAYED -> "IN_UITVOERING_VERTRAGING";
            case ONGOING -> "DOORLOPEND";
            case NOT_STARTED -> "NOG_NIET_GESTART";
            case WITHDRAWN -> "VERVALLEN";
        };
    }

    /** The code of a kind of link. */
    public static String of(LinkKind kind) {
        return switch (kind) {
            case COINCIDES_WITH -> "VALT_SAMEN_MET";
            case TOGETHER_WITH -> "SAMEN_MET";
            case FOLLOWS -> "VOLGT_OP";
            case COUPLED_TO -> "GEKOPPELD_AAN";
        };
    }

    /** The {@code soort} of an entry. */
    public static String of(Event event) {
        return switch (event) {
            case ProgrammeAdopted _ -> "PROGRAMMA_VASTGESTELD";
            case ActionLineDefined _ -> "ACTIELIJN_VASTGESTELD";
            case ActionLineRevised _ -> "ACTIELIJN_HERZIEN";
            case SignalAccepted _ -> "SIGNAAL_GEACCEPTEERD";
            case SignalDismissed _ -> "SIGNAAL_AFGEWEZEN";
            case TextErased _ -> "TEKST_GEWIST";
            case ReportProposed _ -> "RAPPORTAGE_VOORGESTELD";
            case ReportFixed _ -> "RAPPORTAGE_VASTGESTELD";
            case ActionEntryCorrected _, ProgrammeEntryCorrected _ -> "CORRECTIE";
            case ActionEntryRetracted _, ProgrammeEntryRetracted _ -> "RETRACTIE";
            case ActionPlanned _ -> "ACTIE_GEPLAND";
            case ActionBaselined _ -> "OPENINGSSTAND";
            case StatusChange change -> StatusChanges.code(StatusChanges.of(change));
            case ActionExplained _ -> "TOELICHTING";
            case ActionRetitled _ -> "TITEL";
            case ActionRescheduled _, DelayRescheduled _ -> "PLANNING";
            case ActionMoved _ -> "ACTIELIJN";
            case ActionIncluded _ -> "OPNAME";
            case ActionExcluded _ -> "UITSLUITING";
            case ActionLinked _ -> "VERBAND";
            case ActionReordered _ -> "VOLGORDE";
        };
    }

    private static <T> Map<String, T> byCode(T[] values, Function<T, String> code) {
        return Stream.of(values)
                .collect(
                        Collectors.toMap(
                                code,
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }
}
