package nl.peildatum.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was recorded about a programme itself or one of its action lines. */
public sealed interface ProgrammeEvent extends Event {

    /** What holds of the programme or a line of it from its effective date on. */
    sealed interface ProgrammeFact extends ProgrammeEvent {}

    /** What a programme says of itself. */
    sealed interface OwnFact extends ProgrammeFact {

        /** What it is called. */
        String name();

        /** Its last calendar year, included. */
        int lastYear();

        /** Who publishes about it. */
        List<String> publishers();
    }

    /** What an action line says from the effective date on. */
    sealed interface LineFact extends ProgrammeFact {

        /** The line's number. */
        int number();

        /** What it says, as a whole. */
        LineContent content();
    }

    /** A programme was adopted, for the calendar years from first to last inclusive. */
    @StoredAs("programme-adopted")
    record ProgrammeAdopted(
            ProgrammeId programme,
            String name,
            int firstYear,
            int lastYear,
            List<String> publishers,
            Basis basis,
            @FreeText @Nullable String reason)
            implements OwnFact {

        public ProgrammeAdopted {
            publishers = List.copyOf(publishers);
        }
    }

    /**
     * The programme is called otherwise, lasts until another year or has other publishers, from the
     * effective date. What it was adopted as holds on every day before.
     */
    @StoredAs("programme-revised")
    record ProgrammeRevised(
            ProgrammeId programme,
            String name,
            int lastYear,
            List<String> publishers,
            Basis basis,
            @FreeText @Nullable String reason)
            implements OwnFact {

        public ProgrammeRevised {
            publishers = List.copyOf(publishers);
        }
    }

    /** An action line was defined. */
    @StoredAs("action-line-defined")
    record ActionLineDefined(
            ProgrammeId programme,
            int number,
            LineContent content,
            Basis basis,
            @FreeText @Nullable String reason)
            implements LineFact {}

    /** An action line reads differently, as a whole, from the effective date. */
    @StoredAs("action-line-revised")
    record ActionLineRevised(
            ProgrammeId programme,
            int number,
            LineContent content,
            Basis basis,
            @FreeText @Nullable String reason)
            implements LineFact {}

    /**
     * An earlier entry about the programme or a line reads differently, with the reason why. The
     * named entry is the one that is corrected or an earlier correction of it.
     */
    @StoredAs("programme-entry-corrected")
    record ProgrammeEntryCorrected(
            ProgrammeId programme,
            long entry,
            Correction as,
            Basis basis,
            @FreeText @Nullable String reason,
            @FreeText @Nullable String entryReason)
            implements ProgrammeEvent, EntryCorrected {}

    /** An earlier entry about a line does not hold, and never did, with the reason why. */
    @StoredAs("programme-entry-retracted")
    record ProgrammeEntryRetracted(
            ProgrammeId programme, long entry, Basis basis, @FreeText @Nullable String reason)
            implements ProgrammeEvent, EntryRetracted {}

    /** What somebody thinks of a signal about the consistency of what is recorded. */
    sealed interface SignalJudged extends ProgrammeEvent {

        /** The signal's key: what it is about and on which entries it rests. */
        String signal();
    }

    /** The signal points at something that is to stay as it is; the reason says why. */
    @StoredAs("signal-accepted")
    record SignalAccepted(
            ProgrammeId programme, String signal, Basis basis, @FreeText @Nullable String reason)
            implements SignalJudged {}

    /** The signal points at nothing; the reason says why. */
    @StoredAs("signal-dismissed")
    record SignalDismissed(
            ProgrammeId programme, String signal, Basis basis, @FreeText @Nullable String reason)
            implements SignalJudged {}

    /**
     * The free texts of an earlier entry were erased, with the reason why. Nothing else changes:
     * neither what held, nor how often an action was touched, nor any digest.
     *
     * @param entry the journal number of that entry, of whatever subject
     * @param action the action that entry is about, where it is about one
     */
    @StoredAs("text-erased")
    record TextErased(
            ProgrammeId programme,
            long entry,
            @Nullable ActionId action,
            Basis basis,
            @FreeText @Nullable String reason)
            implements ProgrammeEvent {}
}
