package nl.peildatum.command.edition;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published overview that was read without a fault and agrees with its own printed totals.
 *
 * @param month the month the publication states, null where it states none or more than one
 * @param lines the action lines, in the order of their chapters
 * @param actions the counted actions, in the order of the publication
 * @param exclusions the actions that are part of the plan but not monitored
 * @param withdrawals the actions told to be withdrawn
 * @param publishers who published it, as the colophon names them
 * @param reconciliation the printed beside the counted totals; they are equal
 */
public record Edition(
        @Nullable YearMonth month,
        List<PrintedLine> lines,
        List<PrintedAction> actions,
        List<PrintedExclusion> exclusions,
        List<PrintedWithdrawal> withdrawals,
        List<String> publishers,
        Reconciliation reconciliation)
        implements EditionReading {

    public Edition {
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
        exclusions = List.copyOf(exclusions);
        withdrawals = List.copyOf(withdrawals);
        publishers = List.copyOf(publishers);
    }

    /** The actions as they are printed: those of one block together, in order. */
    public List<List<PrintedAction>> blocks() {
        List<List<PrintedAction>> blocks = new ArrayList<>();
        for (PrintedAction action : actions) {
            if (blocks.isEmpty() || !blocks.getLast().getLast().isPrintedWith(action)) {
                blocks.add(new ArrayList<>());
            }
            blocks.getLast().add(action);
        }
        return blocks.stream().map(List::copyOf).toList();
    }
}
