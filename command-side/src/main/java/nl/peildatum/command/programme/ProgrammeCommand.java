package nl.peildatum.command.programme;

import java.util.List;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ActionLineRevised;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryRetracted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeEvent.TextErased;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be recorded about a programme or one of its action lines. */
public sealed interface ProgrammeCommand extends Command {

    /** What is recorded where the command is allowed. */
    ProgrammeEvent event();

    /** Adopts a programme for the calendar years from first to last inclusive. */
    record AdoptProgramme(
            ProgrammeId programme,
            String name,
            int firstYear,
            int lastYear,
            List<String> publishers,
            Basis basis,
            @Nullable String reason)
            implements ProgrammeCommand {

        @Override
        public ProgrammeAdopted event() {
            return new ProgrammeAdopted(
                    programme, name, firstYear, lastYear, publishers, basis, reason);
        }
    }

    /**
     * Calls the programme otherwise, lets it last until another year, or changes its publishers.
     *
     * @param ofActions all that is recorded of the programme's actions, as it stands: a programme
     *     does not know in which years they are carried out
     */
    record ReviseProgramme(
            ProgrammeId programme,
            String name,
            int lastYear,
            List<String> publishers,
            List<Entry<ActionFact>> ofActions,
            Basis basis,
            @Nullable String reason)
            implements ProgrammeCommand {

        public ReviseProgramme {
            ofActions = List.copyOf(ofActions);
        }

        @Override
        public ProgrammeRevised event() {
            return new ProgrammeRevised(programme, name, lastYear, publishers, basis, reason);
        }
    }

    /** Defines an action line. */
    record DefineLine(
            ProgrammeId programme,
            int number,
            LineContent content,
            Basis basis,
            @Nullable String reason)
            implements ProgrammeCommand {

        @Override
        public ActionLineDefined event() {
            return new ActionLineDefined(programme, number, content, basis, reason);
        }
    }

    /** Lets an action line read differently, as a whole. */
    record ReviseLine(
            ProgrammeId programme,
            int number,
            LineContent content,
            Basis basis,
            @Nullable String reason)
            implements ProgrammeCommand {

        @Override
        public ActionLineRevised event() {
            return new ActionLineRevised(programme, number, content, basis, reason);
        }
    }

    /**
     * Lets an earlier entry about the programme or a line read differently, and says why.
     *
     * @param ofActions where the programme's last year reads differently, all that is recorded of
     *     its actions, as it stands
     */
    record CorrectProgrammeEntry(
            ProgrammeId programme,
            long entry,
            Correction as,
            List<Entry<ActionFact>> ofActions,
            Basis basis,
            String reason,
            @Nullable String entryReason)
            implements ProgrammeCommand {

        @Override
        public ProgrammeEntryCorrected event() {
            return new ProgrammeEntryCorrected(programme, entry, as, basis, reason, entryReason);
        }
    }

    /**
     * Takes an earlier entry about the programme or a line back, and says why.
     *
     * @param ofActions all that is recorded of the programme's actions, as it stands: neither knows
     *     which actions rest on it
     */
    record RetractProgrammeEntry(
            ProgrammeId programme,
            long entry,
            List<Entry<ActionFact>> ofActions,
            Basis basis,
            String reason)
            implements ProgrammeCommand {

        public RetractProgrammeEntry {
            ofActions = List.copyOf(ofActions);
        }

        @Override
        public ProgrammeEntryRetracted event() {
            return new ProgrammeEntryRetracted(programme, entry, basis, reason);
        }
    }

    /** Says of a signal that what it points at is to stay as it is, and why. */
    record AcceptSignal(ProgrammeId programme, String signal, Basis basis, String reason)
            implements ProgrammeCommand {

        @Override
        public SignalAccepted event() {
            return new SignalAccepted(programme, signal, basis, reason);
        }
    }

    /** Says of a signal that it points at nothing, and why. */
    record DismissSignal(ProgrammeId programme, String signal, Basis basis, String reason)
            implements ProgrammeCommand {

        @Override
        public SignalDismissed event() {
            return new SignalDismissed(programme, signal, basis, reason);
        }
    }

    /**
     * Erases the free texts of an earlier entry, of whatever subject, and says why.
     *
     * @param action the action that entry is about, where it is about one
     */
    record EraseText(
            ProgrammeId programme,
            long entry,
            @Nullable ActionId action,
            Basis basis,
            String reason)
            implements ProgrammeCommand {

        @Override
        public TextErased event() {
            return new TextErased(programme, entry, action, basis, reason);
        }
    }
}
