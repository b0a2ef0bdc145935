package nl.peildatum.standalone.issuer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Wrong secrets of the last minute. Who gives too many of them is slowed down for a minute: a name
 * from one address after five; an address, whatever the names, after twenty; and a name from
 * everywhere only after fifty, which takes ten addresses. So nobody keeps somebody else out from
 * one address, and names made up do not help.
 */
final class Guesses {

    static final long A_MINUTE = Duration.ofMinutes(1).toNanos();

    /** So many tallies are kept; of a flood of addresses those least lately seen are let go. */
    static final int MOST_KEPT = 10_000;

    private static final int LONGEST = 100;

    private enum Of {
        NAME_FROM_ADDRESS(5),
        ADDRESS(20),
        NAME(50);

        private final int most;

        Of(int most) {
            this.most = most;
        }
    }

    private record Key(Of of, String name, String address) {}

    /** How many wrong ones since a moment; that of the last one where they are too many. */
    private record Tally(long since, int wrong) {}

    private final LongSupplier nanos;
    private final Map<Key, Tally> tallies =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Tally> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    Guesses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long this name has to wait here, zero where it need not. */
    synchronized Duration waiting(String name, String address) {
        long now = nanos.getAsLong();
        return Duration.ofNanos(
                keys(name, address).stream().mapToLong(key -> left(key, now)).max().orElse(0));
    }

    /** Counts a wrong one; whether something begins to be slowed down by it. */
    synchronized boolean wrong(String name, String address) {
        long now = nanos.getAsLong();
        boolean begins = false;
        for (Key key : keys(name, address)) {
            Tally before = tally(key, now);
            int wrong = before.wrong() + 1;
            tallies.put(key, new Tally(wrong < key.of().most ? before.since() : now, wrong));
            begins |= wrong == key.of().most;
        }
        return begins;
    }

    synchronized int kept() {
        return tallies.size();
    }

    private long left(Key key, long now) {
        Tally tally = tally(key, now);
        return tally.wrong() < key.of().most ? 0 : tally.since() + A_MINUTE - now;
    }

    private Tally tally(Key key, long now) {
        @Nullable Tally tally = tallies.get(key);
        return tally == null || now - tally.since() >= A_MINUTE ? new Tally(now, 0) : tally;
    }

    private static List<Key> keys(String name, String address) {
        String shorter = name.substring(0, Math.min(LONGEST, name.length()));
        String network = network(address);
        return List.of(
                new Key(Of.NAME_FROM_ADDRESS, shorter, network),
                new Key(Of.ADDRESS, "", network),
                new Key(Of.NAME, shorter, ""));
    }

    /** One subscriber has as many IPv6 addresses as there are: the first half is whose they are. */
    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length == 8 ? String.join(":", List.of(parts).subList(0, 4)) : address;
    }
}
