package nl.peildatum.command.status;

import static nl.peildatum.command.status.Standing.COMPLETED;
import static nl.peildatum.command.status.Standing.DELAYED;
import static nl.peildatum.command.status.Standing.IN_PROGRESS;
import static nl.peildatum.command.status.Standing.NOT_STARTED;
import static nl.peildatum.command.status.Standing.ONGOING;
import static nl.peildatum.command.status.Standing.WITHDRAWN;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The moves between statuses, and the table of those that are legal. */
public enum Move {
    START,
    DELAY,
    RESUME,
    MAKE_ONGOING,
    MAKE_FINITE,
    COMPLETE,
    REOPEN,
    WITHDRAW;

    /** Where the move leads from a standing, or empty where the table does not know it. */
    public Optional<Standing> from(Standing standing) {
        Step step =
                switch (this) {
                    case START -> to(IN_PROGRESS, NOT_STARTED);
                    case DELAY -> to(DELAYED, IN_PROGRESS);
                    case RESUME -> to(IN_PROGRESS, DELAYED);
                    case MAKE_ONGOING -> to(ONGOING, NOT_STARTED, IN_PROGRESS, DELAYED);
                    case MAKE_FINITE -> to(IN_PROGRESS, ONGOING);
                    case COMPLETE -> to(COMPLETED, IN_PROGRESS, DELAYED, ONGOING);
                    case REOPEN -> to(IN_PROGRESS, COMPLETED);
                    case WITHDRAW ->
                            to(WITHDRAWN, NOT_STARTED, IN_PROGRESS, DELAYED, ONGOING, COMPLETED);
                };
        return step.from().contains(standing) ? Optional.of(step.to()) : Optional.empty();
    }

    private record Step(Standing to, Set<Standing> from) {}

    private static Step to(Standing to, Standing first, Standing... others) {
        return new Step(to, EnumSet.of(first, others));
    }

    /** Whether the move must say why. */
    public boolean needsReason() {
        return switch (this) {
            case DELAY, REOPEN, WITHDRAW -> true;
            case START, RESUME, MAKE_ONGOING, MAKE_FINITE, COMPLETE -> false;
        };
    }

    /** The moves that are legal from a standing. */
    public static Set<Move> allowedFrom(Standing standing) {
        EnumSet<Move> allowed = EnumSet.allOf(Move.class);
        allowed.removeIf(move -> move.from(standing).isEmpty());
        return allowed;
    }
}
