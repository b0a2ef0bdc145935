package nl.peildatum.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps in the audit log who was refused what, out of the way of the request that is refused.
 *
 * <p>The first of its kind is written at once; what is like it within the next minute is counted,
 * and written as one line when the minute is over. Of a flood of different ones the log gets sixty
 * lines a minute, and the number of those it did not get.
 */
public final class RefusedAccess implements AutoCloseable {

    /** How long what is alike is counted together. */
    public static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** So many different ones are kept of each minute. */
    static final int MOST_AT_ONCE = 60;

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);
    private static final int LONGEST = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern OWN_NAME = Pattern.compile("[^/]*[0-9%][^/]*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final AuditLog log;
    private final long periodNanos;
    private final Map<Alike, Counted> period = new LinkedHashMap<>();
    private final List<Counted> fresh = new ArrayList<>();
    private final Thread writer;
    private long periodBegan = System.nanoTime();
    private long missed;
    private boolean closing;

    /** Begins to write in the background; what is alike is counted together for so long. */
    public RefusedAccess(DataSource dataSource, Duration period) {
        log = new AuditLog(dataSource);
        periodNanos = period.toNanos();
        writer = Thread.ofPlatform().daemon().name("refused-access").start(this::write);
    }

    /** What makes refusals alike: names in the path that hold a digit make no difference. */
    private record Alike(int status, @Nullable String subject, String method, String pattern) {}

    private static final class Counted {
        private final Alike alike;
        private final String path;
        private final Instant since;
        private long more;
        private long line;

        private Counted(Alike alike, String path, Instant since) {
            this.alike = alike;
            this.path = path;
            this.since = since;
        }
    }

    /** Notes a refusal; never waits and never fails. */
    public void note(int status, @Nullable String subject, String method, String path, Instant at) {
        String shown = shown(path);
        Alike alike =
                new Alike(
                        status,
                        subject == null || subject.isBlank() ? null : shown(subject),
                        shown(method),
                        OWN_NAME.matcher(shown).replaceAll("{}"));
        synchronized (period) {
            Counted counted = period.get(alike);
            if (counted != null) {
                counted.more++;
            } else if (period.size() >= MOST_AT_ONCE || closing) {
                missed++;
            } else {
                Counted first = new Counted(alike, shown, at);
                period.put(alike, first);
                fresh.add(first);
                period.notifyAll();
            }
        }
    }

    private static String shown(String text) {
        String printable = UNPRINTABLE.matcher(text).replaceAll("?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }

    private void write() {
        boolean going = true;
        while (going) {
            List<Counted> first;
            List<Counted> over = List.of();
            long notKept = 0;
            synchronized (period) {
                going = await();
                first = List.copyOf(fresh);
                fresh.clear();
                if (!going || System.nanoTime() - periodBegan >= periodNanos) {
                    over = List.copyOf(period.values());
                    period.clear();
                    notKept = missed;
                    missed = 0;
                    periodBegan = System.nanoTime();
                }
            }
            first.forEach(this::writeFirst);
            over.forEach(this::writeMore);
            if (notKept > 0) {
                LOG.warn(
                        "Er kwamen te veel weigeringen: {} staan niet apart in het auditlog.",
                        notKept);
                append(null, Map.of("gemist", notKept));
            }
        }
    }

    /** Waits for something to write; whether there will be more. */
    private boolean await() {
        try {
            while (!closing && fresh.isEmpty()) {
                long left = periodNanos - (System.nanoTime() - periodBegan);
                if (left <= 0) {
                    if (!period.isEmpty() || missed > 0) {
                        return true;
                    }
                    periodBegan = System.nanoTime();
                    continue;
                }
                period.wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException stopping) {
            return false;
        }
        return !closing;
    }

    private void writeFirst(Counted counted) {
        counted.line = append(counted.alike.subject(), content(counted, 1));
    }

    private void writeMore(Counted counted) {
        if (counted.more > 0) {
            Map<String, Object> content = content(counted, counted.more);
            content.put("vervolgOp", counted.line);
            append(counted.alike.subject(), content);
        }
    }

    private static Map<String, Object> content(Counted counted, long times) {
        Map<String, Object> content = new HashMap<>();
        content.put("status", counted.alike.status());
        content.put("methode", counted.alike.method());
        content.put("pad", counted.path);
        content.put("sinds", HashedText.moment(counted.since));
        content.put("keer", times);
        return content;
    }

    private long append(@Nullable String subject, Map<String, ?> content) {
        try {
            return log.append(AuditLog.Kind.TOEGANG_GEWEIGERD, subject, content);
        } catch (DataAccessException | TransactionException away) {
            LOG.error("Een weigering kwam niet in het auditlog: {}", content, away);
            synchronized (period) {
                missed++;
            }
            return 0;
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        synchronized (period) {
            closing = true;
            period.notifyAll();
        }
        try {
            writer.join(PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
