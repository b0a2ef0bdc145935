package nl.peildatum.query.api.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.api.Problem;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoever_finds_the_queue_full_is_told_to_come_back_and_nothing_is_done() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean third = new AtomicBoolean();
        Turns turns = new Turns(1, 1, Duration.ofMinutes(1), "beurt-");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first =
                    callers.submit(
                            () ->
                                    turns.pass(
                                            () -> {
                                                begun.countDown();
                                                return await(goOn);
                                            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Future<String> second = callers.submit(() -> turns.pass(() -> "tweede"));
            Problem refused = null;
            for (int i = 0; i < 1000 && refused == null; i++) {
                TimeUnit.MILLISECONDS.sleep(5); // until the second one stands in the queue
                if (!second.isDone()) {
                    refused = refusal(turns, third);
                }
            }

            assertThat(Objects.requireNonNull(refused).status()).isEqualTo(503);
            assertThat(refused.detail()).contains("over 2 seconden");
            assertThat(third).isFalse();
            goOn.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("eerste");
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("tweede");
            assertThat(turns.pass(() -> "daarna")).isEqualTo("daarna");
        }
    }

    private static Problem refusal(Turns turns, AtomicBoolean done) {
        return catchThrowableOfType(
                Problem.class,
                () ->
                        turns.pass(
                                () -> {
                                    done.set(true);
                                    return "derde";
                                }));
    }

    @Test
    void whoever_waits_too_long_is_told_to_come_back_and_nothing_is_done() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Turns turns = new Turns(1, 10, Duration.ofMillis(50), "beurt-");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first =
                    callers.submit(
                            () ->
                                    turns.pass(
                                            () -> {
                                                begun.countDown();
                                                return await(goOn);
                                            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(refusal(turns, done).status()).isEqualTo(503);
            assertThat(done).isFalse();
            goOn.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("eerste");
            assertThat(turns.isFull()).isFalse();
        }
    }

    @Test
    void those_who_are_refused_together_are_not_told_to_return_together() {
        Turns turns = new Turns(1, 1, Duration.ofMinutes(1), "beurt-");
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            told.add(Long.valueOf(turns.busy().detail().replaceAll("\\D", "")));
        }

        assertThat(told).isSorted().startsWith(2L).endsWith(60L);
        for (long second = 3; second < 60; second++) {
            assertThat(Collections.frequency(told, second)).isBetween(1, 3);
        }
    }

    @Test
    void who_is_refused_where_turns_are_quick_returns_sooner() {
        Turns turns = new Turns(1, 1, Duration.ofMinutes(1), "beurt-");
        for (int i = 0; i < 50; i++) {
            turns.pass(() -> "vlug");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(turns.busy().detail()).contains("over 2 seconden");
        }
    }

    private static String await(CountDownLatch goOn) {
        try {
            assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
            return "eerste";
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void what_goes_wrong_goes_wrong_for_who_asked() {
        Turns turns = new Turns(1, 1, Duration.ofMinutes(1), "beurt-");
        assertThat(
                        catchThrowableOfType(
                                Problem.class,
                                () ->
                                        turns.pass(
                                                () -> {
                                                    throw Problem.unknown();
                                                })))
                .isNotNull();
    }
}
