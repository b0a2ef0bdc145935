package nl.peildatum.command.trying;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;

/** Where an action counts: under a line, null where that is "Niet ingedeeld", with a status. */
public record Place(
        @JsonProperty("actielijn") @Nullable Integer line, @JsonIgnore Standing standing) {

    /**
     * Where each action counts on a day; one that does not count is absent.
     *
     * @param lines those that are defined on that day
     */
    public static Map<String, Place> on(
            LocalDate day, Map<String, ActionTimeline> timelines, Set<Integer> lines) {
        Map<String, Place> places = new LinkedHashMap<>();
        timelines.forEach(
                (code, timeline) ->
                        timeline.on(day)
                                .filter(ActionState::included)
                                .filter(state -> state.standing() != Standing.WITHDRAWN)
                                .ifPresent(state -> places.put(code, of(state, lines))));
        return places;
    }

    private static Place of(ActionState state, Set<Integer> lines) {
        Integer line = state.line();
        return new Place(line != null && lines.contains(line) ? line : null, state.standing());
    }

    /** The code of its status. */
    @JsonProperty
    public String status() {
        return Codes.of(standing);
    }

    /** In words, for a sentence. */
    public String inWords() {
        String status = Wordings.of("standing." + standing);
        return line == null
                ? Wordings.of("import.place.unassigned", status)
                : Wordings.of("import.place", String.valueOf(line), status);
    }
}
