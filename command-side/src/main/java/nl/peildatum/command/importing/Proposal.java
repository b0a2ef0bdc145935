package nl.peildatum.command.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.peildatum.command.rules.Command;
import org.jspecify.annotations.Nullable;

/** What a document would change in a programme, row by row. */
public record Proposal(List<Row> rows) {

    public Proposal {
        rows = List.copyOf(rows);
    }

    /**
     * One change, or something that is only told.
     *
     * @param action the action it is about, null for a line
     * @param line the action line it is about, null for an action
     * @param kind the {@code soort} of the interface
     * @param current what is held: a status code for a status move, else the value
     * @param proposed what the document says, likewise
     * @param lineNumber the line of the document or the row of the sheet, null where nothing in it
     *     says so
     * @param executable whether it can be carried out; what is only told always can
     * @param message why not, or what is told
     * @param commands what carries it out, empty when it is only told
     */
    public record Row(
            @Nullable String action,
            @Nullable Integer line,
            String kind,
            @Nullable Object current,
            @Nullable Object proposed,
            @Nullable Integer lineNumber,
            boolean executable,
            @Nullable String message,
            List<Command> commands) {

        public Row {
            commands = List.copyOf(commands);
        }

        /** The date from which the change would hold, null where there is none. */
        @Nullable LocalDate effectiveOn() {
            return commands.isEmpty() ? null : commands.getFirst().basis().effectiveOn();
        }

        /** Why, where that is known. */
        @Nullable String reason() {
            return commands.isEmpty() ? null : commands.getFirst().reason();
        }

        private boolean isAbout(Set<String> codes) {
            return action != null && codes.contains(action);
        }
    }

    /** Without the rows about some actions. */
    public Proposal without(Set<String> actions) {
        return new Proposal(rows.stream().filter(row -> !row.isAbout(actions)).toList());
    }

    /** The rows that cannot be carried out. */
    public List<Row> obstacles() {
        return rows.stream().filter(row -> !row.executable()).toList();
    }

    /** Everything that carries the proposal out, in order. */
    public List<Command> commands() {
        return rows.stream().flatMap(row -> row.commands().stream()).toList();
    }
}
