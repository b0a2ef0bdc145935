package nl.peildatum.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.peildatum.api.Longest;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.PrintedAction;
import org.jspecify.annotations.Nullable;

/**
 * The places of printed actions in the publication, which orders the actions of one line by place
 * and then by code. What is held keeps its place while that gives the printed order; a new action
 * takes the place of the one printed before it.
 */
record Positions(Map<String, ActionTimeline> held, LocalDate day) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    Map<String, Integer> of(Map<PrintedAction, String> printed) {
        Map<String, Integer> counted = new HashMap<>();
        Map<Optional<Integer>, List<String>> lines = new LinkedHashMap<>();
        printed.forEach(
                (action, code) -> {
                    counted.put(code, counted.size() + 1);
                    lines.computeIfAbsent(
                                    Optional.ofNullable(action.actionLine()),
                                    _ -> new ArrayList<>())
                            .add(code);
                });
        Map<String, Integer> positions = new HashMap<>();
        lines.values().forEach(order -> positions.putAll(ofLine(order, counted)));
        return positions;
    }

    private Map<String, Integer> ofLine(List<String> order, Map<String, Integer> counted) {
        if (order.stream().anyMatch(held::containsKey)) {
            Map<String, Integer> kept = kept(order, false);
            if (isInOrder(order, kept)) {
                return kept;
            }
            Map<String, Integer> filled = kept(order, true);
            if (isInOrder(order, filled)) {
                return filled;
            }
        }
        Map<String, Integer> renumbered = new HashMap<>(counted);
        renumbered.keySet().retainAll(order);
        return renumbered;
    }

    /** What is held without a place stays so, unless it is to be filled in like a new one. */
    private Map<String, Integer> kept(List<String> order, boolean filledIn) {
        Map<String, Integer> kept = new HashMap<>();
        int before = 0;
        for (String code : order) {
            Integer position = heldPosition(code);
            if (position == null && (filledIn || !held.containsKey(code))) {
                position = before;
            }
            if (position != null) {
                kept.put(code, position);
                before = position;
            }
        }
        return kept;
    }

    private @Nullable Integer heldPosition(String code) {
        ActionTimeline timeline = held.get(code);
        return timeline == null ? null : timeline.on(day).map(ActionState::position).orElse(null);
    }

    private static boolean isInOrder(List<String> order, Map<String, Integer> positions) {
        return order.stream()
                .sorted(
                        Comparator.<String>comparingInt(
                                        code -> positions.getOrDefault(code, Integer.MAX_VALUE))
                                .thenComparing(Positions::sortable))
                .toList()
                .equals(order);
    }

    /** So that 9 comes before 22. */
    private static String sortable(String code) {
        return NUMBER.matcher(code)
                .replaceAll(
                        number ->
                                "0".repeat(Longest.CODE - number.group().length())
                                        + number.group());
    }
}
