package nl.peildatum.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often something is done in a second by so many at once. */
final class Rate {

    static final int WRITERS = 8;
    private static final Duration ROUND = Duration.ofSeconds(4);

    /** One of those who do it, each with what it needs for itself. */
    interface Writer {
        /** Does it once, and says for how many that counts. */
        int write() throws Exception;

        /** Gives back what it held. */
        default void finish() throws Exception {}
    }

    /** Makes a writer ready before the time runs. */
    @FunctionalInterface
    interface Writers {
        Writer open(int number) throws Exception;
    }

    private Rate() {}

    static double perSecond(Writers writers) throws Exception {
        List<Writer> open = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int number = 0; number < WRITERS; number++) {
                open.add(writers.open(number));
            }
            long begin = System.nanoTime();
            List<Future<Long>> counts =
                    open.stream()
                            .map(writer -> threads.submit(() -> count(writer, begin)))
                            .toList();
            long done = 0;
            for (Future<Long> count : counts) {
                done += count.get();
            }
            return done / ((System.nanoTime() - begin) / 1e9);
        } finally {
            for (Writer writer : open) {
                writer.finish();
            }
        }
    }

    private static long count(Writer writer, long begin) throws Exception {
        long done = 0;
        while (System.nanoTime() - begin < ROUND.toNanos()) {
            done += writer.write();
        }
        return done;
    }
}
