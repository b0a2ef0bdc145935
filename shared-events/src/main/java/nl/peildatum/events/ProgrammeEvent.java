package nl.peildatum.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was recorded about a programme itself or one of its action lines. */
public sealed interface ProgrammeEvent extends Event {

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
            implements ProgrammeEvent {

        public ProgrammeAdopted {
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
            implements ProgrammeEvent {}

    /** An action line reads differently, as a whole, from the effective date. */
    @StoredAs("action-line-revised")
    record ActionLineRevised(
            ProgrammeId programme,
            int number,
            LineContent content,
            Basis basis,
            @FreeText @Nullable String reason)
            implements ProgrammeEvent {}
}
