package nl.peildatum.api;

import java.util.Optional;

/**
 * A side's own reading of an exception; asked for the exception and then for each of its causes,
 * before the general rules.
 */
@FunctionalInterface
public interface ProblemTranslation {

    /** The problem this exception means to a caller, or empty when this side has no word for it. */
    Optional<Problem> translate(Throwable exception);
}
