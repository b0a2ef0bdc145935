package nl.peildatum.query.api.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.api.Problem;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.overview.Renderings.Place;
import nl.peildatum.query.api.overview.Renderings.Rendering;
import org.junit.jupiter.api.Test;

class RenderingsTest {

    @Test
    void whoever_finds_the_queue_full_is_told_to_come_back_and_nothing_is_done() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean third = new AtomicBoolean();
        try (Renderings renderings = new Renderings(1, 1, 100);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first =
                    callers.submit(
                            () ->
                                    renderings.inTurn(
                                            () -> {
                                                begun.countDown();
                                                return await(goOn);
                                            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Future<String> second = callers.submit(() -> renderings.inTurn(() -> "tweede"));
            Problem refused = null;
            for (int i = 0; i < 1000 && refused == null; i++) {
                TimeUnit.MILLISECONDS.sleep(5); // until the second one stands in the queue
                if (!second.isDone()) {
                    refused = refusal(renderings, third);
                }
            }

            assertThat(Objects.requireNonNull(refused).status()).isEqualTo(503);
            assertThat(refused.detail()).contains("over 5 seconden");
            assertThat(third).isFalse();
            goOn.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("eerste");
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("tweede");
            assertThat(renderings.inTurn(() -> "daarna")).isEqualTo("daarna");
        }
    }

    private static Problem refusal(Renderings renderings, AtomicBoolean done) {
        return catchThrowableOfType(
                Problem.class,
                () ->
                        renderings.inTurn(
                                () -> {
                                    done.set(true);
                                    return "derde";
                                }));
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
    void whoever_waited_to_be_looked_for_and_finds_the_queue_full_is_not_looked_for()
            throws Exception {
        CountDownLatch looking = new CountDownLatch(2);
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean lookedFor = new AtomicBoolean();
        try (Renderings renderings = new Renderings(1, 1, 100);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                callers.execute(
                        () ->
                                renderings.beforehand(
                                        () -> {
                                            looking.countDown();
                                            return await(looked);
                                        }));
            }
            assertThat(looking.await(10, TimeUnit.SECONDS)).isTrue();
            Thread[] third = new Thread[1];
            Future<Problem> refused =
                    callers.submit(
                            () -> {
                                third[0] = Thread.currentThread();
                                begun.countDown();
                                return catchThrowableOfType(
                                        Problem.class,
                                        () ->
                                                renderings.beforehand(
                                                        () -> {
                                                            lookedFor.set(true);
                                                            return "derde";
                                                        }));
                            });
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            while (third[0].getState() != Thread.State.WAITING) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            // one is made, one waits
            callers.execute(() -> renderings.inTurn(() -> await(goOn)));
            callers.execute(() -> renderings.inTurn(() -> await(goOn)));
            while (!renderings.isFull()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            looked.countDown();

            assertThat(refused.get(10, TimeUnit.SECONDS).status()).isEqualTo(503);
            assertThat(lookedFor).isFalse();
            assertThat(renderings.beforehand(() -> "gevonden")).isEqualTo("gevonden");
            goOn.countDown();
        }
    }

    @Test
    void what_goes_wrong_goes_wrong_for_who_asked() {
        try (Renderings renderings = new Renderings(1, 1, 100)) {
            assertThat(
                            catchThrowableOfType(
                                    Problem.class,
                                    () ->
                                            renderings.inTurn(
                                                    () -> {
                                                        throw Problem.unknown();
                                                    })))
                    .isNotNull();
        }
    }

    @Test
    void what_was_not_asked_for_longest_makes_place() {
        try (Renderings renderings = new Renderings(1, 1, 100)) {
            renderings.keep(key(1), bytes(40));
            renderings.keep(key(2), bytes(40));
            assertThat(renderings.kept(key(1))).isPresent();
            renderings.keep(key(3), bytes(40));
            renderings.keep(key(4), bytes(101));

            assertThat(renderings.kept(key(1))).isPresent();
            assertThat(renderings.kept(key(2))).isEmpty();
            assertThat(renderings.kept(key(3))).isPresent();
            assertThat(renderings.kept(key(4))).isEmpty();
            renderings.keep(key(3), bytes(60));
            assertThat(renderings.kept(key(1))).isPresent();
            renderings.keep(key(3), bytes(61));
            assertThat(renderings.kept(key(1))).isEmpty();
        }
    }

    private static Place key(long number) {
        return new Place(new Cut("p", LocalDate.EPOCH, number, null), "pdf", 0);
    }

    private static Rendering bytes(int length) {
        return new Rendering(new byte[length], "");
    }
}
