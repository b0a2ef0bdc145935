package nl.peildatum.query.checking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.peildatum.eventstore.StoredEntry;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.checking.Deviation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A chain whose links are looked at one by one, and what they tell of one another.
 *
 * <p>What fits becomes a stretch, of which only both ends are held. Where a link does not fit the
 * one before it another stretch begins. From where each stretch fits, its place when it was
 * recorded follows, and from those places what happened: a stretch out of order was moved, a place
 * that nothing has is missing, what has no place was inserted, and what is in place but does not
 * fit was changed. So one change gives one deviation, however many links come after it.
 */
final class Chain {

    /** So many stretches are held at once; where there are more, the first are told already. */
    private static final int MOST_STRETCHES = 64;

    /** So far a link is looked for from where it stands. */
    private static final int REACH = 64;

    /** So many of the last links of a stretch are held, to notice what was put after them. */
    private static final int RECENT = 4;

    /** After so many deviations each link is only held against the one before it. */
    private static final long MOST_EXPLAINED = 1000;

    /** Among so many changed links, two are looked for that were exchanged. */
    private static final int MOST_EXCHANGED = 10;

    private final Deviations deviations;
    private final Kept kept;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Set<Long> fitsOnlyWhatWasKept = new HashSet<>();
    private long looked;
    private long last;
    private @Nullable String lastHash;
    private long reached;

    /** A chain from its beginning. */
    static Chain whole(Deviations deviations, Kept kept) {
        return new Chain(0, StoredEntry.BEFORE_THE_FIRST, deviations, kept);
    }

    /**
     * A chain from after a link with a hash, which itself is taken as it is; null where it is gone.
     */
    Chain(long before, @Nullable String hash, Deviations deviations, Kept kept) {
        this.deviations = deviations;
        this.kept = kept;
        stretches.add(new Stretch(before, hash));
        last = before;
        lastHash = hash;
    }

    /** Links that fit one another, in a row. */
    private static final class Stretch {
        private @Nullable Link first;
        private long number;
        private final Deque<String> recent = new ArrayDeque<>();
        private long length = 1;

        /** The number its first link was recorded with; null as long as that is unknown. */
        private @Nullable Long origin;

        /** Whether a link before its first is known. */
        private boolean follows;

        private boolean inserted;
        private boolean moved;
        private boolean hashOnly;

        private @Nullable Link newest;

        private Stretch(Link first) {
            this.first = first;
            number = first.number();
            newest = first;
            recent.addFirst(first.hash());
        }

        private Stretch(long number, @Nullable String hash) {
            this.number = number;
            first = null;
            origin = number;
            follows = true;
            if (hash != null) {
                recent.addFirst(hash);
            }
        }

        private long end() {
            return number + length - 1;
        }

        private long shift() {
            return origin == null ? 0 : origin - number;
        }

        private long originalEnd() {
            return end() + shift();
        }

        /** Takes its first link off, of which another has the place. */
        private void dropFirst() {
            first = null;
            follows = true;
            number++;
            length--;
        }

        /** Its last hash, or one some steps before that. */
        private @Nullable String hash(int back) {
            return recent.stream().skip(back).findFirst().orElse(null);
        }

        /** Whether the link fits the last one, at whatever number they were recorded. */
        private boolean fits(Link link, int reach) {
            String hash = hash(0);
            if (hash == null) {
                return false;
            }
            if (origin != null) {
                return link.fits(link.number() + shift(), hash);
            }
            for (int distance = 0; distance <= reach; distance++) {
                for (int off : distance == 0 ? new int[] {0} : new int[] {distance, -distance}) {
                    if (link.number() + off > 1 && link.fits(link.number() + off, hash)) {
                        origin = number + off;
                        return true;
                    }
                }
            }
            return false;
        }

        private void add(Link link) {
            length++;
            newest = link;
            recent.addFirst(link.hash());
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
    }

    /** Looks at the next link, in the order of the numbers. */
    void look(Link link) {
        looked++;
        last = link.number();
        lastHash = link.hash();
        Stretch stretch = stretches.getLast();
        if (link.number() == stretch.end() + 1 && stretch.fits(link, careful() ? REACH : 0)) {
            if (stretch.length > 1) { // what the first one says is still to be seen
                order(stretch.newest, link);
            }
            stretch.add(link);
            return;
        }
        if (stretches.size() == MOST_STRETCHES) {
            settle(false);
        }
        stretches.add(new Stretch(link));
    }

    private boolean careful() {
        return deviations.total() < MOST_EXPLAINED;
    }

    /** Tells what is left to tell. */
    void end() {
        settle(true);
    }

    /** How many links were looked at. */
    long looked() {
        return looked;
    }

    /** The number of the last link. */
    long last() {
        return last;
    }

    /** The hash of the last link; null where there is none. */
    @Nullable String lastHash() {
        return lastHash;
    }

    /** The highest number with which a link that is there was recorded. */
    long reached() {
        return reached;
    }

    /** Whether a link fits not the one before it, but what was kept of that one. */
    boolean fitsOnlyWhatWasKept(long number) {
        return fitsOnlyWhatWasKept.contains(number);
    }

    private void order(@Nullable Link before, Link link) {
        if (before == null) {
            return;
        }
        if (!link.recordedAt().isAfter(before.recordedAt())) {
            deviations.add(
                    Kind.VERPLAATST,
                    link.number(),
                    Sentence.NOT_LATER.text(link.number(), before.number()));
        } else if (link.place() <= before.place()) {
            deviations.add(
                    Kind.VERPLAATST,
                    link.number(),
                    Sentence.OUT_OF_ORDER.text(link.number(), before.number()));
        }
    }

    private void settle(boolean atTheEnd) {
        if (careful()) {
            findCopies();
            findPlaces();
            findChangedHashes();
            findPlacesInWhatWasKept();
            findPlaces();
        }
        assumePlaces();
        findMoved();
        tell(atTheEnd);
        for (Stretch stretch : stretches) {
            reached = Math.max(reached, stretch.originalEnd());
        }
        Stretch newest = stretches.getLast();
        newest.follows = true;
        newest.inserted = false;
        newest.moved = false;
        stretches.clear();
        stretches.add(newest);
    }

    /** A copy has the hash of another, so what comes after that other fits it too. */
    private void findCopies() {
        for (Stretch stretch : List.copyOf(stretches)) {
            if (stretch.follows || stretch.first == null || stretch.origin == null) {
                continue;
            }
            Stretch holder = stretches.get(stretches.indexOf(stretch) - 1);
            long back = holder.originalEnd() - stretch.origin;
            if (holder.origin != null
                    && back >= 0
                    && back < RECENT
                    && stretch.first.hash().equals(holder.hash((int) back))) {
                Stretch copy = new Stretch(stretch.number, null);
                copy.inserted = true;
                stretch.dropFirst();
                stretch.origin++;
                stretches.add(stretches.indexOf(stretch), copy);
            }
        }
    }

    /** Which stretch comes after which, and so with what numbers it was recorded. */
    private void findPlaces() {
        boolean found = true;
        while (found) {
            found = false;
            for (Stretch stretch : List.copyOf(stretches)) {
                if (!stretch.follows && !stretch.inserted && findPlace(stretch)) {
                    stretch.follows = true;
                    found = true;
                }
            }
        }
    }

    private boolean findPlace(Stretch stretch) {
        for (Stretch before : stretches) {
            if (before == stretch || before.origin == null || before.inserted) {
                continue;
            }
            for (int back = 0; back < before.recent.size() && back < before.length; back++) {
                long number = before.originalEnd() - back + 1;
                if (fits(stretch, number, before.hash(back))) {
                    stretch.origin = number;
                    if (back > 0) {
                        fork(before, back);
                    }
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(Stretch stretch, long number, @Nullable String hash) {
        return stretch.first != null
                && hash != null
                && (stretch.origin == null || stretch.origin == number)
                && stretch.first.fits(number, hash);
    }

    /** The last links of a stretch fit it, but so does another stretch, which goes on. */
    private void fork(Stretch stretch, int links) {
        stretch.length -= links;
        for (int link = 0; link < links; link++) {
            stretch.recent.removeFirst();
        }
        Stretch inserted = new Stretch(stretch.end() + 1, null);
        inserted.length = links;
        inserted.inserted = true;
        stretches.add(stretches.indexOf(stretch) + 1, inserted);
    }

    /** A link whose content fits the one before it, and with it the next: only its hash differs. */
    private void findChangedHashes() {
        for (int at = 1; at + 1 < stretches.size(); at++) {
            Stretch before = stretches.get(at - 1);
            Stretch changed = stretches.get(at);
            Stretch next = stretches.get(at + 1);
            String hash = before.hash(0);
            if (before.origin == null
                    || hash == null
                    || changed.origin != null
                    || changed.first == null
                    || next.follows) {
                continue;
            }
            long number = before.originalEnd() + 1;
            if (fits(next, number + 1, changed.first.recomputed(number, hash))) {
                changed.origin = number;
                changed.hashOnly = true;
                next.origin = number + 1;
                next.follows = true;
            }
        }
    }

    private void findPlacesInWhatWasKept() {
        for (Stretch stretch : stretches) {
            if (stretch.follows || stretch.inserted || stretch.hashOnly) {
                continue;
            }
            long middle = stretch.number + stretch.shift();
            int reach = stretch.origin == null ? RECENT : 0;
            for (long number = Math.max(2, middle - reach); number <= middle + reach; number++) {
                for (String hash : kept.hashes(number - 1)) {
                    if (!stretch.follows && fits(stretch, number, hash)) {
                        stretch.origin = number;
                        stretch.follows = true;
                        fitsOnlyWhatWasKept.add(number);
                    }
                }
            }
        }
    }

    /** What fits nowhere has the number it stands at, unless another was recorded with that. */
    private void assumePlaces() {
        for (Stretch stretch : stretches) {
            if (stretch.origin == null && !stretch.inserted) {
                if (holder(stretch.number) != null) {
                    stretch.inserted = true;
                } else {
                    stretch.origin = stretch.number;
                }
            }
        }
    }

    private @Nullable Stretch holder(long number) {
        for (Stretch stretch : stretches) {
            if (stretch.origin != null
                    && !stretch.inserted
                    && !stretch.recent.isEmpty() // or else it stands for what is gone
                    && stretch.origin <= number
                    && number <= stretch.originalEnd()) {
                return stretch;
            }
        }
        return null;
    }

    /** All but the longest row of stretches in order were moved. */
    private void findMoved() {
        List<Stretch> placed = stretches.stream().filter(one -> !one.inserted).toList();
        long[] longest = new long[placed.size()];
        int[] before = new int[placed.size()];
        int end = 0;
        for (int at = 0; at < placed.size(); at++) {
            // nothing comes before what was looked at earlier
            longest[at] = at == 0 ? Long.MAX_VALUE / 4 : placed.get(at).length;
            before[at] = -1;
            for (int earlier = 0; earlier < at; earlier++) {
                if (placed.get(earlier).originalEnd() < start(placed.get(at))
                        && longest[earlier] + placed.get(at).length > longest[at]) {
                    longest[at] = longest[earlier] + placed.get(at).length;
                    before[at] = earlier;
                }
            }
            if (longest[at] > longest[end]) {
                end = at;
            }
        }
        placed.forEach(one -> one.moved = true);
        for (int at = end; at >= 0; at = before[at]) {
            placed.get(at).moved = false;
        }
        for (Stretch moved : List.copyOf(placed)) {
            for (Stretch other : placed) {
                if (moved.moved && moved.number == start(other) && other.number == start(moved)) {
                    other.moved = true; // neighbours that changed places
                }
            }
        }
    }

    private static long start(Stretch stretch) {
        return stretch.number + stretch.shift();
    }

    private void tell(boolean atTheEnd) {
        List<Stretch> changed = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.inserted) {
                deviations.add(
                        Kind.INGEVOEGD, stretch.number, Sentence.INSERTED.text(stretch.number));
            } else if (stretch.moved) {
                deviations.add(Kind.VERPLAATST, stretch.number, moved(stretch));
            } else if (!stretch.follows && holder(start(stretch) - 1) != null) {
                changed.add(stretch);
            }
        }
        for (Stretch stretch : stretches) {
            if (stretch.inserted || stretch.moved) {
                deviations.explain(stretch.number, stretch.end());
            }
            if (stretch.moved) {
                deviations.explain(start(stretch), stretch.originalEnd());
            }
        }
        tellExchanged(changed);
        changed.forEach(stretch -> tellChanged(stretch, atTheEnd));
        tellMissing();
        tellRenumbered();
    }

    private static String moved(Stretch stretch) {
        return stretch.length == 1
                ? Sentence.MOVED.text(stretch.number, start(stretch))
                : Sentence.MOVED_STRETCH.text(
                        stretch.number, stretch.end(), start(stretch), stretch.originalEnd());
    }

    private void tellExchanged(List<Stretch> changed) {
        if (changed.size() > MOST_EXCHANGED) {
            return;
        }
        for (int one = 0; one < changed.size(); one++) {
            for (int other = one + 1; other < changed.size(); other++) {
                if (exchanged(changed.get(one), changed.get(other))) {
                    tellExchanged(changed.get(one).number, changed.get(other).number);
                    tellExchanged(changed.get(other).number, changed.get(one).number);
                }
            }
        }
    }

    private void tellExchanged(long number, long other) {
        deviations.add(Kind.VERPLAATST, number, Sentence.EXCHANGED.text(number, other));
    }

    /** Whether each fits its place with the same lines of the other. */
    private boolean exchanged(Stretch one, Stretch other) {
        String beforeOne = hashBefore(one);
        String beforeOther = hashBefore(other);
        if (one.first == null || other.first == null || beforeOne == null || beforeOther == null) {
            return false;
        }
        for (int which = 1; which < one.first.exchanges(); which++) {
            if (one.first.fitsWithLinesOf(other.first, which, start(one), beforeOne)
                    && other.first.fitsWithLinesOf(one.first, which, start(other), beforeOther)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String hashBefore(Stretch stretch) {
        Stretch before = holder(start(stretch) - 1);
        return before == null || before.originalEnd() != start(stretch) - 1 ? null : before.hash(0);
    }

    private void tellChanged(Stretch stretch, boolean atTheEnd) {
        Link first = stretch.first;
        if (first == null) {
            return;
        }
        long number = stretch.number;
        boolean last = atTheEnd && stretch == stretches.getLast() && stretch.length == 1;
        List<String> parts = changedParts(first, kept.hashedText(start(stretch)));
        if (stretch.hashOnly) {
            deviations.add(Kind.GEWIJZIGD, number, Sentence.CHANGED_HASH.text(number));
        } else if (!parts.isEmpty()) {
            deviations.add(
                    Kind.GEWIJZIGD,
                    number,
                    Sentence.CHANGED_PARTS.text(number, Wording.listed(parts)));
        } else if (last && kept.looksAdded(first)) {
            deviations.add(Kind.INGEVOEGD, number, Sentence.INSERTED_LAST.text(number));
        } else if (last) {
            deviations.add(Kind.GEWIJZIGD, number, Sentence.CHANGED_OR_ADDED.text(number));
        } else {
            deviations.add(Kind.GEWIJZIGD, number, Sentence.CHANGED.text(number));
        }
    }

    private static List<String> changedParts(Link now, @Nullable String then) {
        return then == null ? List.of() : Sentence.parts(now.lines(), Link.lines(then));
    }

    /** The numbers with which nothing that is there was recorded. */
    private void tellMissing() {
        TreeMap<Long, Long> places = new TreeMap<>();
        for (Stretch stretch : stretches) {
            if (!stretch.inserted) {
                places.merge(start(stretch), stretch.originalEnd(), Math::max);
            }
        }
        long end = places.firstEntry().getValue();
        for (long start : places.keySet()) {
            if (start > end + 1) {
                tellMissing(end + 1, start - 1);
            }
            end = Math.max(end, places.getOrDefault(start, end));
        }
    }

    private void tellMissing(long from, long upTo) {
        deviations.add(
                Kind.ONTBREEKT,
                from,
                from == upTo
                        ? Sentence.ONE_MISSING.text(from)
                        : Sentence.MORE_MISSING.text(from, upTo));
        deviations.explain(from, upTo);
    }

    /** Numbers that were skipped or shifted though nothing is missing, inserted or moved. */
    private void tellRenumbered() {
        for (int at = 1; at < stretches.size(); at++) {
            Stretch before = stretches.get(at - 1);
            Stretch stretch = stretches.get(at);
            boolean next = start(stretch) == before.originalEnd() + 1;
            boolean plain =
                    !before.inserted && !before.moved && !stretch.inserted && !stretch.moved;
            if (plain && next && stretch.number != before.end() + 1) {
                deviations.add(
                        Kind.VERPLAATST,
                        stretch.number,
                        Sentence.RENUMBERED.text(stretch.number, start(stretch)));
            }
        }
    }
}
