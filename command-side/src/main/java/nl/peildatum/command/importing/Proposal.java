package nl.peildatum.command.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.trying.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a document would change in a programme, row by row.
 *
 * @param questions what has to be answered first
 * @param remarks what is told besides
 * @param printed where each action counts by the document; empty where it prints no counts
 */
record Proposal(
        List<Row> rows,
        List<Question> questions,
        List<Remark> remarks,
        Map<String, Place> printed) {

    Proposal {
        rows = List.copyOf(rows);
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
        printed = Collections.unmodifiableMap(new LinkedHashMap<>(printed));
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
    @JsonPropertyOrder({
        "actie",
        "actielijn",
        "soort",
        "huidig",
        "voorgesteld",
        "ingangsdatum",
        "reden",
        "uitvoerbaar",
        "melding"
    })
    record Row(
            @JsonProperty("actie") @Nullable String action,
            @JsonProperty("actielijn") @Nullable Integer line,
            @JsonProperty("soort") String kind,
            @JsonProperty("huidig") @Nullable Object current,
            @JsonProperty("voorgesteld") @Nullable Object proposed,
            @JsonProperty("regel") @Nullable Integer lineNumber,
            @JsonProperty("uitvoerbaar") boolean executable,
            @JsonProperty("melding") @Nullable String message,
            @JsonIgnore List<Command> commands) {

        Row {
            commands = List.copyOf(commands);
        }

        /** The date from which the change would hold, null where there is none. */
        @JsonProperty("ingangsdatum")
        @Nullable LocalDate effectiveOn() {
            return commands.isEmpty() ? null : commands.getFirst().basis().effectiveOn();
        }

        /** Why, where that is known. */
        @JsonProperty("reden")
        @Nullable String reason() {
            return commands.isEmpty() ? null : commands.getFirst().reason();
        }

        private boolean isAbout(Set<String> codes) {
            return action != null && codes.contains(action);
        }
    }

    /** Without the rows and the questions about some actions. */
    Proposal without(Set<String> actions) {
        return new Proposal(
                rows.stream().filter(row -> !row.isAbout(actions)).toList(),
                questions.stream().filter(asked -> !actions.contains(asked.action())).toList(),
                remarks,
                printed);
    }

    /** The rows that cannot be carried out. */
    List<Row> obstacles() {
        return rows.stream().filter(row -> !row.executable()).toList();
    }

    /** Everything that carries the proposal out, in order. */
    List<Command> commands() {
        return rows.stream().flatMap(row -> row.commands().stream()).toList();
    }
}
