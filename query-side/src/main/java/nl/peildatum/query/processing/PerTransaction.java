package nl.peildatum.query.processing;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Something of its own for every transaction; outside one, for every time it is asked for. */
final class PerTransaction<T> {

    private final Supplier<T> fresh;

    PerTransaction(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    @SuppressWarnings("unchecked") // nobody else binds anything to this key
    T get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return fresh.get();
        }
        if (TransactionSynchronizationManager.getResource(this)
                instanceof PerTransaction<?>.Bound bound) {
            return (T) bound.value;
        }
        Bound bound = new Bound(fresh.get());
        TransactionSynchronizationManager.bindResource(this, bound);
        TransactionSynchronizationManager.registerSynchronization(bound);
        return bound.value;
    }

    private final class Bound implements TransactionSynchronization {

        private final T value;

        Bound(T value) {
            this.value = value;
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }
    }
}
