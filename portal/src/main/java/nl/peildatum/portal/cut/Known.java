package nl.peildatum.portal.cut;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cut that an answer is about.
 *
 * @param peildatum the day
 * @param bekendTot the last entry that is known; 0 when none is
 * @param bekendOp when that one was recorded
 */
public record Known(LocalDate peildatum, long bekendTot, @Nullable Instant bekendOp) {}
