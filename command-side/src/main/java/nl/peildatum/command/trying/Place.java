package nl.peildatum.command.trying;

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
public record Place(@Nullable Integer line, Standing standing) {

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

    /** By the names of the interface. */
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("actielijn", line);
        shown.put("status", Codes.of(standing));
        return shown;
    }

    /** In words, for a sentence. */
    public String inWords() {
        String status = Wordings.of("standing." + standing);
        return line == null
                ? Wordings.of("import.place.unassigned", status)
                : Wordings.of("import.place", String.valueOf(line), status);
    }
}
