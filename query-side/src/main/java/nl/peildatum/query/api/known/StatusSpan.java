package nl.peildatum.query.api.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A range of days on which one version of an action held.
 *
 * @param to the first day after it, or null where it is open
 * @param entry the journal number of the entry that gave the status
 */
public record StatusSpan(
        String action, String status, LocalDate from, @Nullable LocalDate to, long entry) {}
