package nl.peildatum.command;

import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;

/**
 * What somebody wants to be recorded in a programme's journal: a {@code ProgrammeCommand}, an
 * {@code ActionCommand} or a {@code ReportCommand}.
 */
public interface Command {

    /** The programme it is about. */
    ProgrammeId programme();

    /** On what it rests: effective date, actor and source. */
    Basis basis();
}
