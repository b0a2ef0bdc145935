package nl.peildatum.query.api.cut;

import java.util.function.Supplier;

/** Lets work through when its turn comes, or refuses it. */
@FunctionalInterface
public interface Gate {
    /**
     * Does the work.
     *
     * @throws nl.peildatum.api.Problem 503 when too many wait already
     */
    <T> T pass(Supplier<T> work);
}
