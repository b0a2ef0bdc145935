package nl.peildatum.query.api.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.peildatum.eventstore.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps names beside the requests, and never holds one up: where too many wait, or the database is
 * away, the next request of that person brings the name again.
 */
@Component
public class Register implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final int MOST_REMEMBERED = 1_000;
    private static final int MOST_WAITING = 100;

    private final People people;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("people").factory());

    /** For each subject the hash of the name last kept: the name itself can be erased. */
    private final Map<String, Integer> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    Register(DataSource dataSource) {
        people = new People(dataSource);
    }

    /** Keeps the name that goes with a subject, some time later, where it is another. */
    void seen(String subject, String name) {
        int hash = name.hashCode();
        synchronized (last) {
            Integer before = last.put(subject, hash);
            if (before != null && before == hash) {
                return;
            }
        }
        try {
            worker.execute(() -> keep(subject, name));
        } catch (RuntimeException full) {
            forget(subject);
        }
    }

    private void keep(String subject, String name) {
        try {
            people.name(subject, name);
        } catch (RuntimeException failure) {
            LOG.warn("Een naam kon niet worden bewaard: {}", failure.getClass().getSimpleName());
            forget(subject);
        }
    }

    private void forget(String subject) {
        synchronized (last) {
            last.remove(subject);
        }
    }

    /** The names of some subjects. */
    public Names names(Collection<String> subjects) {
        return Names.of(people, List.copyOf(subjects));
    }

    /** Some of the people, in the order of their subjects. */
    List<People.Person> some(long offset, int most) {
        return people.some(offset, most);
    }

    int count() {
        return people.count();
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
