package nl.peildatum.query.api.cut;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cut an answer is about: the report date, and up to which journal number recorded knowledge
 * was used.
 *
 * @param knownAt when entry {@code knownUpTo} was recorded; null before the first entry
 */
public record Cut(
        String programme, LocalDate reportDate, long knownUpTo, @Nullable Instant knownAt) {}
