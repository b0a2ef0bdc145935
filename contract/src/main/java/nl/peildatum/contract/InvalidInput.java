package nl.peildatum.contract;

import java.util.List;

/** A request that the document does not allow, with everything that is wrong with it at once. */
public final class InvalidInput extends RuntimeException {
    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super("A request that the document does not allow", null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, and where. */
    public List<Fault> faults() {
        return faults;
    }
}
