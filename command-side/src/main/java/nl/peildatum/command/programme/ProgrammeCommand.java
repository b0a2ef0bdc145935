package nl.peildatum.command.programme;

import java.util.List;
import nl.peildatum.command.Command;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be recorded about a programme or one of its action lines. */
public sealed interface ProgrammeCommand extends Command {

    /** Adopts a programme for the calendar years from first to last inclusive. */
    record AdoptProgramme(
            ProgrammeId programme,
            String name,
            int firstYear,
            int lastYear,
            List<String> publishers,
            Basis basis,
            @Nullable String reason)
            implements ProgrammeCommand {}

    /** Defines an action line. */
    record DefineLine(
            ProgrammeId programme,
            int number,
            LineContent content,
            Basis basis,
            @Nullable String reason)
            implements ProgrammeCommand {}

    /** Lets an action line read differently, as a whole. */
    record ReviseLine(
            ProgrammeId programme,
            int number,
            LineContent content,
            Basis basis,
            @Nullable String reason)
            implements ProgrammeCommand {}

    /** Lets an earlier entry about the programme or a line read differently, and says why. */
    record CorrectProgrammeEntry(
            ProgrammeId programme,
            long entry,
            Correction as,
            Basis basis,
            String reason,
            @Nullable String entryReason)
            implements ProgrammeCommand {}

    /** Takes an earlier entry about a line back, and says why. */
    record RetractProgrammeEntry(ProgrammeId programme, long entry, Basis basis, String reason)
            implements ProgrammeCommand {}

    /** Says of a signal that what it points at is to stay as it is, and why. */
    record AcceptSignal(ProgrammeId programme, String signal, Basis basis, String reason)
            implements ProgrammeCommand {}

    /** Says of a signal that it points at nothing, and why. */
    record DismissSignal(ProgrammeId programme, String signal, Basis basis, String reason)
            implements ProgrammeCommand {}

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
            implements ProgrammeCommand {}
}
