package nl.peildatum.command.edition;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * One counted action as it is printed; a block {@code 3/4} is two of these with one line number.
 *
 * @param code the action's code; for an extra action only what a first edition would give it
 * @param reportLabel what the publication prints as its number: {@code 22}, {@code 3/4}, {@code
 *     Extra actie}
 * @param extra whether no number is printed, so that the title is all there is to know it by
 * @param title null only where the publication says "(zonder titel)"
 * @param actionLine the number of its line, null under "Niet ingedeeld"
 * @param executionYears the years of its status line, empty where none are printed
 * @param explanation paragraphs divided by one empty line, null where there is none
 * @param position 1-based place among the counted actions of the publication
 * @param lineNumber the line of the document its heading stands on
 */
public record PrintedAction(
        String code,
        String reportLabel,
        boolean extra,
        @Nullable String title,
        @Nullable Integer actionLine,
        Status status,
        SortedSet<Integer> executionYears,
        @Nullable String explanation,
        int position,
        int lineNumber) {

    public PrintedAction {
        executionYears = Collections.unmodifiableSortedSet(new TreeSet<>(executionYears));
    }

    boolean isPrintedWith(PrintedAction other) {
        return lineNumber == other.lineNumber && reportLabel.equals(other.reportLabel);
    }
}
