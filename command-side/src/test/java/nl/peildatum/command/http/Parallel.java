package nl.peildatum.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import nl.peildatum.command.Answer;

/** The same moment for several requests. */
public final class Parallel {

    private Parallel() {}

    /** The answers to requests 0 to n − 1, all sent at once. */
    public static List<Answer> answers(int requests, IntFunction<Answer> request) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(requests)) {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                int number = i;
                sent.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return request.apply(number);
                                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
