package nl.peildatum.query.api.cut;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cut as an answer says it; never the moment of asking.
 *
 * @param handeling the act of which only a part is known on it, where that was asked for
 */
public record CutShown(
        LocalDate peildatum,
        long bekendTot,
        @Nullable Instant bekendOp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActShown handeling) {

    /** How this cut is said. */
    public static CutShown of(Cut cut) {
        return new CutShown(cut.reportDate(), cut.knownUpTo(), cut.knownAt(), cut.actInPart());
    }
}
