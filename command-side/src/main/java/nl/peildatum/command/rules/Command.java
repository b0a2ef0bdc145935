package nl.peildatum.command.rules;

import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be recorded in a programme's journal: a {@code ProgrammeCommand}, an
 * {@code ActionCommand} or a {@code ReportCommand}.
 */
public interface Command {

    /** The programme it is about. */
    ProgrammeId programme();

    /** On what it rests: effective date, actor and source. */
    Basis basis();

    /** Why, where it is known. */
    @Nullable String reason();
}
