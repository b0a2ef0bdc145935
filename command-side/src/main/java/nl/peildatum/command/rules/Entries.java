package nl.peildatum.command.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded about one subject, as it stands: every correction applied, nothing that was
 * retracted, in the order of the fold: by effective date, and on one date in the order in which the
 * original entries were recorded.
 *
 * @param standing the entries as they now read
 * @param originals for every number that names an entry, its own or that of a correction, the
 *     number of the original
 * @param retracted for every original that was retracted, the number that did so
 */
public record Entries<F extends Event>(
        List<Entry<F>> standing, Map<Long, Long> originals, Map<Long, Long> retracted) {

    /** An event with its journal number, which is null until it has been recorded. */
    public record Entry<F extends Event>(@Nullable Long number, F event) {

        private static final Comparator<Entry<?>> ORDER =
                Comparator.<Entry<?>, LocalDate>comparing(Entry::effectiveOn)
                        .thenComparing(
                                Entry::number, Comparator.nullsLast(Comparator.naturalOrder()));

        /** The date from which it holds. */
        public LocalDate effectiveOn() {
            return event.basis().effectiveOn();
        }
    }

    public Entries {
        standing = List.copyOf(standing);
        originals = Map.copyOf(originals);
        retracted = Map.copyOf(retracted);
    }

    /** Nothing was recorded. */
    public static <F extends Event> Entries<F> none() {
        return new Entries<>(List.of(), Map.of(), Map.of());
    }

    /** With one entry more, recorded after all that are here. */
    public Entries<F> with(@Nullable Long number, F event) {
        return new Entries<>(
                placed(standing, new Entry<>(number, event)), named(number, number), retracted);
    }

    /** With the entry that the correction names as it now reads. */
    public Entries<F> with(@Nullable Long number, EntryCorrected correction) {
        Entry<F> before = standing(correction.entry()).orElseThrow();
        Entry<F> after = new Entry<>(before.number(), corrected(before.event(), correction));
        return new Entries<>(
                placed(without(before), after), named(number, before.number()), retracted);
    }

    /** How an entry reads once it is corrected. */
    @SuppressWarnings("unchecked") // a correction leaves an entry of a subject about that subject
    private static <F extends Event> F corrected(F event, EntryCorrected correction) {
        return (F) correction.correct(event);
    }

    /** Without the entry that the retraction names. */
    public Entries<F> with(@Nullable Long number, EntryRetracted retraction) {
        Entry<F> gone = standing(retraction.entry()).orElseThrow();
        Map<Long, Long> more = new HashMap<>(retracted);
        if (gone.number() != null && number != null) {
            more.put(gone.number(), number);
        }
        return new Entries<>(without(gone), named(number, gone.number()), more);
    }

    /** The entry that a number names, its own or that of a correction of it, as it now reads. */
    public Optional<Entry<F>> standing(long number) {
        Long original = originals.get(number);
        return standing.stream()
                .filter(entry -> original != null && original.equals(entry.number()))
                .findFirst();
    }

    /** By which number the entry that a number names was retracted, if it was. */
    public Optional<Long> retractedBy(long number) {
        return Optional.ofNullable(originals.get(number)).map(retracted::get);
    }

    private List<Entry<F>> without(Entry<F> gone) {
        return standing.stream()
                .filter(entry -> !Objects.equals(entry.number(), gone.number()))
                .toList();
    }

    /** What is yet to be recorded can be named by no number. */
    private Map<Long, Long> named(@Nullable Long number, @Nullable Long original) {
        if (number == null || original == null) {
            return originals;
        }
        Map<Long, Long> more = new HashMap<>(originals);
        more.put(number, original);
        return more;
    }

    private static <F extends Event> List<Entry<F>> placed(List<Entry<F>> among, Entry<F> entry) {
        int place = among.size();
        while (place > 0 && Entry.ORDER.compare(among.get(place - 1), entry) > 0) {
            place--;
        }
        List<Entry<F>> more = new ArrayList<>(among);
        more.add(place, entry);
        return more;
    }
}
