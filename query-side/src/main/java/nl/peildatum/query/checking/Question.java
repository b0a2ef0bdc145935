package nl.peildatum.query.checking;

import java.util.List;

/**
 * What is to be checked.
 *
 * @param from the first number
 * @param upTo the last number; everything where it lies beyond the end
 * @param given checkpoints that were kept elsewhere
 */
record Question(long from, long upTo, List<Given> given) {

    /** Everything. */
    static final Question EVERYTHING = new Question(1, Long.MAX_VALUE, List.of());

    /** The number and the hash of a checkpoint that was kept elsewhere. */
    record Given(long number, String hash) {}

    boolean covers(long number) {
        return from <= number && number <= upTo;
    }
}
