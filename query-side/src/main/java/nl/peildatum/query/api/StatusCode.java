package nl.peildatum.query.api;

import java.util.Arrays;
import java.util.List;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/** A status as the interface names it, in the legend's order; withdrawn comes after the legend. */
public enum StatusCode {
    AFGEROND,
    IN_UITVOERING,
    IN_UITVOERING_VERTRAGING,
    DOORLOPEND,
    NOG_NIET_GESTART,
    VERVALLEN;

    /** How the projections name an action that was withdrawn. */
    public static final String WITHDRAWN = "WITHDRAWN";

    /** The code for a status as the projections name it. */
    public static StatusCode of(String stored) {
        return stored.equals(WITHDRAWN)
                ? VERVALLEN
                : switch (Status.valueOf(stored)) {
                    case COMPLETED -> AFGEROND;
                    case IN_PROGRESS -> IN_UITVOERING;
                    case DELAYED -> IN_UITVOERING_VERTRAGING;
                    case ONGOING -> DOORLOPEND;
                    case NOT_STARTED -> NOG_NIET_GESTART;
                };
    }

    /** The statuses of the legend, in its order. */
    public static List<StatusCode> legend() {
        return Arrays.stream(values()).filter(code -> code != VERVALLEN).toList();
    }

    /** The code for a status that may be absent. */
    public static @Nullable StatusCode ofNullable(@Nullable String stored) {
        return stored == null ? null : of(stored);
    }

    /** The words people read. */
    public String label() {
        return Wording.label(this);
    }
}
