package nl.peildatum.command.rules;

import java.util.List;

/** Nothing was recorded; the refusals say why. */
public final class Refused extends RuntimeException {

    private final transient List<Refusal> refusals;

    public Refused(Refusal refusal) {
        this(List.of(refusal));
    }

    /** Refused for all of these, the first of which says what to do first. */
    public Refused(List<Refusal> refusals) {
        super(refusals.toString(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /** Why, first of all. */
    public Refusal refusal() {
        return refusals.getFirst();
    }

    /** Every reason why. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
