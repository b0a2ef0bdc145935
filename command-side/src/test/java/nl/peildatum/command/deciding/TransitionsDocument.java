package nl.peildatum.command.deciding;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.deciding.Walk.Step;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent.StatusChange;

/** The transitions as a page: the moves, every standing with every move, and a diagram. */
record TransitionsDocument(Map<String, List<Step>> byCommand) {

    String text() {
        return """
        # Statuses and the moves between them

        Written by `TransitionsTest`, which gives every command to the aggregate in every status. After a
        change: `mvn -pl command-side test -Dtest=TransitionsTest -Dapprove=true`.

        ## The moves

        | Command | Event | `soort` | In Dutch | From | To | Reason |
        |---|---|---|---|---|---|---|
        %s

        Every other move is refused, with the moves that are allowed.

        ## Every status with every move

        | From | %s |
        |---|%s
        %s

        An empty cell is a refusal. `Vervallen` is not a status of the legend: a withdrawn action leaves the
        counts and stays in the history.

        ## The diagram

        ```mermaid
        stateDiagram-v2
        %s
            [*] --> NOT_STARTED: ActionPlanned / ACTIE_GEPLAND
        %s
        ```

        A baseline (`BaselineAction`, `ActionBaselined`, `OPENINGSSTAND`) takes over any of the five statuses
        from a publication, once, for an action that has only been planned.
        """
                .formatted(
                        lines(byCommand.values().stream().map(TransitionsDocument::move)),
                        cells(byCommand.keySet().stream()),
                        "---|".repeat(byCommand.size()),
                        lines(Stream.of(Standing.values()).map(this::row)),
                        lines(Stream.of(Standing.values()).map(TransitionsDocument::state)),
                        lines(
                                Stream.of(Standing.values())
                                        .flatMap(
                                                from ->
                                                        steps(from)
                                                                .filter(
                                                                        step ->
                                                                                step.to()
                                                                                        .isPresent())
                                                                .map(TransitionsDocument::arrow))));
    }

    private static String move(List<Step> steps) {
        Step first = steps.getFirst();
        Move move = move(first);
        Function<Standing, String> label = TransitionsDocument::label;
        return "| `%s` | `%s` | `%s` | %s | %s | %s | %s |"
                .formatted(
                        first.move().name(),
                        first.move().event().getClass().getSimpleName(),
                        StatusChanges.code(move),
                        Wordings.of("move." + move),
                        steps.stream()
                                .filter(step -> step.to().isPresent())
                                .map(Step::from)
                                .map(label)
                                .collect(Collectors.joining(" · ")),
                        steps.stream()
                                .flatMap(step -> step.to().stream())
                                .distinct()
                                .map(label)
                                .collect(Collectors.joining(" · ")),
                        move.needsReason() ? "mandatory" : "");
    }

    private Stream<Step> steps(Standing from) {
        return byCommand.values().stream()
                .flatMap(List::stream)
                .filter(step -> step.from() == from);
    }

    private String row(Standing from) {
        return "| %s | %s |"
                .formatted(
                        label(from),
                        cells(
                                steps(from)
                                        .map(
                                                step ->
                                                        step.to()
                                                                .map(TransitionsDocument::label)
                                                                .orElse(""))));
    }

    private static String state(Standing standing) {
        return "    state \"%s\" as %s".formatted(label(standing), standing);
    }

    private static String arrow(Step step) {
        return "    %s --> %s: %s / %s"
                .formatted(
                        step.from(),
                        step.to().orElseThrow(),
                        step.move().event().getClass().getSimpleName(),
                        StatusChanges.code(move(step)));
    }

    private static Move move(Step step) {
        return StatusChanges.of((StatusChange) step.move().event());
    }

    private static String label(Standing standing) {
        return Wordings.of("standing." + standing);
    }

    private static String cells(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | "));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
