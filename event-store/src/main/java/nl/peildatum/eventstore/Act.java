package nl.peildatum.eventstore;

/**
 * The entries of a journal that one request recorded: all from one number up to another, both
 * included.
 */
public record Act(long first, long last) {

    /** Whether whoever knows the journal up to this number knows a part of the act only. */
    public boolean isCutAt(long number) {
        return first <= number && number < last;
    }
}
