package nl.peildatum.standalone.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.standalone.endtoend.Visitor;
import nl.peildatum.standalone.endtoend.Visitor.Answer;

/**
 * Several who record one explanation after another, and repeat each with the same key until it is
 * acknowledged, as careful callers do.
 */
final class Writers {

    private static final int HOW_MANY = 3;

    /** Where there was no answer at all. */
    static final int NO_ANSWER = 0;

    private final Visitor secretariat;
    private final String programme;
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    private Writers(Visitor secretariat, String programme) {
        this.secretariat = secretariat;
        this.programme = programme;
    }

    static Writers begin(Visitor secretariat, String programme, String name) {
        Writers writers = new Writers(secretariat, programme);
        for (int each = 0; each < HOW_MANY; each++) {
            String key = name + "-" + each;
            writers.threads.add(Thread.ofVirtual().start(() -> writers.write(key)));
        }
        return writers;
    }

    /** The identifiers of the entries that were acknowledged, by their journal numbers. */
    Map<Long, String> acknowledged() {
        return acknowledged;
    }

    /** Every status that any of them saw. */
    Set<Integer> statuses() {
        return statuses;
    }

    /** Waits until so many more were acknowledged. */
    void awaitMore(int more) throws InterruptedException {
        int enough = acknowledged.size() + more;
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (acknowledged.size() < enough) {
            assertThat(System.nanoTime()).as("acknowledged in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    void stop() throws InterruptedException {
        writing.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(String name) {
        for (int i = 0; writing.get(); i++) {
            String key = name + "-" + i;
            String action = programme + "/acties/" + (5 + i % 15);
            boolean done = false;
            while (!done && writing.get()) {
                done = acknowledges(action + "/toelichtingen", key);
                pause();
            }
        }
    }

    private boolean acknowledges(String path, String key) {
        try {
            Answer answer =
                    secretariat.post(
                            path,
                            Map.of("toelichting", "Opgave " + key),
                            Map.of("Idempotency-Key", key));
            statuses.add(answer.status());
            if (answer.status() == 201) {
                acknowledged.put(
                        answer.body().get("journaalnummer").asLong(),
                        answer.body().get("id").asString());
            }
            return answer.status() == 201;
        } catch (RuntimeException nobodyThere) {
            statuses.add(NO_ANSWER);
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
