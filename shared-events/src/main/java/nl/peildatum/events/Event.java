package nl.peildatum.events;

import org.jspecify.annotations.Nullable;

/** Something that was recorded about a programme; it never changes. */
public sealed interface Event permits ProgrammeEvent, ActionEvent, ReportEvent {

    /** The programme in whose journal the event stands. */
    ProgrammeId programme();

    /** On what it rests: effective date, actor and source. */
    Basis basis();

    /** Why, in the words of the actor; free text that can be erased. */
    @Nullable String reason();
}
