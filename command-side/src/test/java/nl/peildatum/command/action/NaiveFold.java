package nl.peildatum.command.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;

/**
 * The rules once more, written to be obvious: put everything in order, walk through it, and look
 * each move up in the table as it stands in words.
 */
final class NaiveFold {

    private static final String TABLE =
            """
            ActionStarted: NOT_STARTED > IN_PROGRESS
            ActionDelayed: IN_PROGRESS > DELAYED
            ActionResumed: DELAYED > IN_PROGRESS
            ActionMadeOngoing: NOT_STARTED IN_PROGRESS DELAYED > ONGOING
            ActionMadeFinite: ONGOING > IN_PROGRESS
            ActionCompleted: IN_PROGRESS DELAYED ONGOING > COMPLETED
            ActionReopened: COMPLETED > IN_PROGRESS
            ActionWithdrawn: NOT_STARTED IN_PROGRESS DELAYED ONGOING COMPLETED > WITHDRAWN
            """;

    private static final String NOTHING = "niets";
    private static final String ILLEGAL = "kan niet";

    private NaiveFold() {}

    /** Whether what was recorded, in this order, is a history that can have been. */
    static boolean isLegal(List<ActionEvent> recorded) {
        return !statusOn(recorded, LocalDate.MAX).equals(ILLEGAL);
    }

    /** The status at the end of a day. */
    static String statusOn(List<ActionEvent> recorded, LocalDate day) {
        List<ActionEvent> sorted = new ArrayList<>(recorded);
        sorted.sort(Comparator.comparing(event -> event.basis().effectiveOn()));
        String status = NOTHING;
        boolean hasOwnStatus = false;
        for (ActionEvent event : sorted) {
            if (event.basis().effectiveOn().isAfter(day)) {
                return status;
            }
            if (status.equals(NOTHING) != event instanceof ActionPlanned) {
                return ILLEGAL;
            }
            if (event instanceof ActionPlanned) {
                status = "NOT_STARTED";
            } else if (event instanceof ActionBaselined baseline) {
                if (hasOwnStatus) {
                    return ILLEGAL;
                }
                status = baseline.status().name();
                hasOwnStatus = true;
            } else if (event instanceof StatusChange) {
                status = lookedUp(event.getClass().getSimpleName(), status);
                hasOwnStatus = true;
                if (status.equals(ILLEGAL)) {
                    return ILLEGAL;
                }
            } else if (event instanceof DelayRescheduled && !status.equals("DELAYED")) {
                return ILLEGAL;
            }
        }
        return status;
    }

    private static String lookedUp(String event, String status) {
        for (String line : TABLE.lines().toList()) {
            String[] rule = line.split(": | > ", -1);
            if (rule[0].equals(event) && List.of(rule[1].split(" ", -1)).contains(status)) {
                return rule[2];
            }
        }
        return ILLEGAL;
    }
}
