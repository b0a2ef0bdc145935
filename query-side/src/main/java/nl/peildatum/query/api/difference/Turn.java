package nl.peildatum.query.api.difference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which an action changed.
 *
 * @param before what held the day before
 * @param after what held at the end of the day
 */
record Turn(LocalDate day, @Nullable State before, @Nullable State after) {}
