package nl.peildatum.query.api.cut;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The cut as an answer says it; never the moment of asking. */
public record CutShown(LocalDate peildatum, long bekendTot, @Nullable Instant bekendOp) {

    /** How this cut is said. */
    public static CutShown of(Cut cut) {
        return new CutShown(cut.reportDate(), cut.knownUpTo(), cut.knownAt());
    }
}
