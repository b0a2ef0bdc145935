package nl.peildatum.eventstore;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work hands to its append, the idempotency key, and what it gets back, the
 * receipts.
 */
public final class AppendingUnit {

    private static final String NAME = AppendingUnit.class.getName();

    private @Nullable Keyed keyed;
    private @Nullable Long expectedHead;
    private List<Receipt> receipts = List.of();

    private AppendingUnit() {}

    /** The one of the unit of work that is under way on this thread. */
    public static AppendingUnit current() {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(NAME, _ -> new AppendingUnit());
    }

    /** Lets the append answer this request once, together with what it records. */
    public void answers(@Nullable Keyed request) {
        keyed = request;
    }

    /** Lets the append go through only while the journal's last number is this one. */
    public void onlyAfter(@Nullable Long head) {
        expectedHead = head;
    }

    /** The receipts of what was appended, in order; empty before the commit. */
    public List<Receipt> receipts() {
        return receipts;
    }

    @Nullable Long expectedHead() {
        return expectedHead;
    }

    @Nullable Keyed keyed() {
        return keyed;
    }

    /** Adds what was appended; what was asked of the append has been done by the first one. */
    void appended(List<Receipt> appended) {
        receipts = Stream.concat(receipts.stream(), appended.stream()).toList();
        keyed = null;
        expectedHead = null;
    }
}
