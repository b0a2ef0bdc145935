package nl.peildatum.query.api.possibility;

import static nl.peildatum.query.timeline.ActionStatus.COMPLETED;
import static nl.peildatum.query.timeline.ActionStatus.DELAYED;
import static nl.peildatum.query.timeline.ActionStatus.IN_PROGRESS;
import static nl.peildatum.query.timeline.ActionStatus.NOT_STARTED;
import static nl.peildatum.query.timeline.ActionStatus.ONGOING;
import static nl.peildatum.query.timeline.ActionStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.timeline.ActionStatus;
import nl.peildatum.reportform.EntryKind;

/**
 * A move from one status to another as the interface names it, and the table of those there are.
 */
enum MoveCode {
    START(Wording.MAKING_START, IN_PROGRESS, NOT_STARTED),
    VERTRAGING(Wording.MAKING_VERTRAGING, DELAYED, IN_PROGRESS),
    HERVATTING(Wording.MAKING_HERVATTING, IN_PROGRESS, DELAYED),
    DOORLOPEND(Wording.MAKING_DOORLOPEND, ONGOING, NOT_STARTED, IN_PROGRESS, DELAYED),
    AFBAKENING(Wording.MAKING_AFBAKENING, IN_PROGRESS, ONGOING),
    AFRONDING(Wording.MAKING_AFRONDING, COMPLETED, IN_PROGRESS, DELAYED, ONGOING),
    HEROPENING(Wording.MAKING_HEROPENING, IN_PROGRESS, COMPLETED),
    INTREKKING(
            Wording.MAKING_INTREKKING,
            WITHDRAWN,
            NOT_STARTED,
            IN_PROGRESS,
            DELAYED,
            ONGOING,
            COMPLETED);

    private final Wording making;
    private final ActionStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that nobody changes
    private final Set<ActionStatus> from;

    MoveCode(Wording making, ActionStatus to, ActionStatus first, ActionStatus... others) {
        this.making = making;
        this.to = to;
        from = EnumSet.of(first, others);
    }

    /** The move that an entry records. */
    static MoveCode of(StatusChange change) {
        return valueOf(EntryKind.of(change));
    }

    /** What making it is called in a sentence. */
    String making() {
        return making.text();
    }

    /** Where it leads. */
    ActionStatus to() {
        return to;
    }

    /** Whether it can be made from a status. */
    boolean isFrom(ActionStatus status) {
        return from.contains(status);
    }

    /** The fields that must be given with it. */
    List<String> needed() {
        return switch (this) {
            case VERTRAGING, HEROPENING, INTREKKING -> List.of("reden");
            case START, HERVATTING, DOORLOPEND, AFBAKENING, AFRONDING -> List.of();
        };
    }
}
