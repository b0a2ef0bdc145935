package nl.peildatum.command.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;

/** The fewest moves of the table that lead from one standing to another. */
final class Route {

    private Route() {}

    /** Empty when no moves lead there; an empty list when it is there already. */
    static Optional<List<Move>> between(Standing from, Standing to) {
        Map<Standing, List<Move>> routes = new EnumMap<>(Standing.class);
        routes.put(from, List.of());
        Queue<Standing> reached = new ArrayDeque<>(List.of(from));
        while (!reached.isEmpty() && !routes.containsKey(to)) {
            Standing standing = reached.remove();
            List<Move> sofar = routes.getOrDefault(standing, List.of());
            for (Move move : Move.values()) {
                Optional<Standing> next = move.from(standing);
                if (next.isPresent() && !routes.containsKey(next.get())) {
                    List<Move> longer = new ArrayList<>(sofar);
                    longer.add(move);
                    routes.put(next.get(), longer);
                    reached.add(next.get());
                }
            }
        }
        return Optional.ofNullable(routes.get(to));
    }
}
