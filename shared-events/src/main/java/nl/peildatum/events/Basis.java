package nl.peildatum.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On what an entry rests: the calendar date (Europe/Amsterdam) from which it holds, the subject
 * that recorded it (never a name), and the source (a publication, a letter) where there is one.
 */
public record Basis(LocalDate effectiveOn, String actor, @Nullable String source) {}
