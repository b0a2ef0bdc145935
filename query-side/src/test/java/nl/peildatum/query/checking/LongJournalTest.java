package nl.peildatum.query.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * A long journal is checked without holding it. {@code -Dentries=100000} takes a longer one, for
 * the figures in the decision record.
 */
class LongJournalTest {

    private static final int ENTRIES = Integer.getInteger("entries", 3_000);
    private static final long FLAT = 24L * 1024 * 1024;

    @Test
    void memory_stays_flat_however_long_the_journal_is() {
        try (Attacked journal = new Attacked()) {
            journal.record(ENTRIES);
            journal.process();
            assertThat(journal.found()).isEmpty();
            long before = live();

            long begun = System.nanoTime();
            Outcome outcome = journal.check.check("p", Question.EVERYTHING);
            double seconds = (System.nanoTime() - begun) / 1e9;

            CompletableFuture<Outcome> again =
                    CompletableFuture.supplyAsync(
                            () -> journal.check.check("p", Question.EVERYTHING));
            long most = before;
            while (!again.isDone()) {
                most = Math.max(most, live());
            }
            System.out.printf(
                    "%d entries in %.2f s, %.0f a second, at most %d kB more in use%n",
                    ENTRIES, seconds, ENTRIES / seconds, (most - before) / 1024);

            assertThat(outcome.looked()).isEqualTo(ENTRIES);
            assertThat(outcome.inOrder()).isTrue();
            assertThat(most - before).isLessThan(FLAT);
        }
    }

    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
