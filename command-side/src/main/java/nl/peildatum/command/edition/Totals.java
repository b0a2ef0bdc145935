package nl.peildatum.command.edition;

import java.util.List;
import nl.peildatum.events.Status;

/** How many actions there are, and how many of them have each status. */
public record Totals(
        int actions, int completed, int inProgress, int delayed, int ongoing, int notStarted) {

    /** Counts statuses; an action whose status could not be read is an action still. */
    static Totals of(int actions, List<Status> statuses) {
        return new Totals(
                actions,
                count(statuses, Status.COMPLETED),
                count(statuses, Status.IN_PROGRESS),
                count(statuses, Status.DELAYED),
                count(statuses, Status.ONGOING),
                count(statuses, Status.NOT_STARTED));
    }

    int of(Tally tally) {
        return switch (tally) {
            case ACTIONS -> actions;
            case COMPLETED -> completed;
            case IN_PROGRESS -> inProgress;
            case DELAYED -> delayed;
            case ONGOING -> ongoing;
            case NOT_STARTED -> notStarted;
        };
    }

    private static int count(List<Status> statuses, Status wanted) {
        return Math.toIntExact(statuses.stream().filter(wanted::equals).count());
    }
}
