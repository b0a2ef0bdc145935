package nl.peildatum.query.api.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.api.Problem;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.Turns;
import nl.peildatum.query.api.overview.Renderings.Place;
import nl.peildatum.query.api.overview.Renderings.Rendering;
import org.junit.jupiter.api.Test;

class RenderingsTest {

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
        Turns turns = new Turns(1, 1, Duration.ofMinutes(1), "weergave-");
        Renderings renderings = new Renderings(turns, 100);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
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
            callers.execute(() -> turns.pass(() -> await(goOn)));
            callers.execute(() -> turns.pass(() -> await(goOn)));
            while (!turns.isFull()) {
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
    void what_was_not_asked_for_longest_makes_place() {
        Renderings renderings =
                new Renderings(new Turns(1, 1, Duration.ofMinutes(1), "weergave-"), 100);
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

    private static Place key(long number) {
        return new Place(new Cut("p", LocalDate.EPOCH, number, null), "pdf", 0);
    }

    private static Rendering bytes(int length) {
        return new Rendering(new byte[length], "");
    }
}
