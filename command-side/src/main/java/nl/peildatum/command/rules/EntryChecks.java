package nl.peildatum.command.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.Event;
import org.jspecify.annotations.Nullable;

/** The rules that hold for entries whatever they are about. */
public final class EntryChecks {

    private EntryChecks() {}

    /** No entry holds only from a later day than today, or from long before the programme. */
    public static Optional<Refusal> outside(LocalDate effectiveOn, Bounds bounds) {
        if (effectiveOn.isBefore(bounds.firstDay())) {
            return Optional.of(new Refusal.TooEarly(effectiveOn, bounds.firstDay()));
        }
        return Refusal.when(
                effectiveOn.isAfter(bounds.today()),
                new Refusal.InFuture(effectiveOn, bounds.today()));
    }

    /**
     * What a caller saw of a subject is what there is of it; nothing can be seen of what is not
     * there.
     *
     * @param entries how many entries are about the subject
     * @param seen how many there may be by what the caller saw; null where any number will do
     */
    public static Optional<Refusal> passed(long entries, @Nullable Set<Long> seen) {
        return seen == null || entries == 0 || seen.contains(entries)
                ? Optional.empty()
                : Optional.of(new Refusal.VersionPassed(Collections.max(seen), entries));
    }

    /** A number names an entry that was recorded and not retracted. */
    public static Optional<Refusal> missing(Entries<?> entries, long number) {
        return Refusal.when(
                entries.standing(number).isEmpty(),
                entries.retractedBy(number)
                        .<Refusal>map(by -> new Refusal.Retracted(number, by))
                        .orElseGet(() -> new Refusal.UnknownEntry(String.valueOf(number))));
    }

    /**
     * The entry that a number names, as it now reads.
     *
     * @throws Refused when there is none, or it was retracted
     */
    public static <F extends Event> Entry<F> standing(Entries<F> entries, long number) {
        return entries.standing(number)
                .orElseThrow(() -> new Refused(missing(entries, number).orElseThrow()));
    }

    /**
     * How an entry reads once it is corrected; empty when it has meanwhile become of a kind that
     * lacks a part that is named.
     */
    @SuppressWarnings("unchecked") // a correction leaves an entry of a subject about that subject
    public static <F extends Event> Optional<F> corrected(
            Entry<F> entry, EntryCorrected correction) {
        try {
            return Optional.of((F) correction.correct(entry.event()));
        } catch (IllegalArgumentException lacking) {
            return Optional.empty();
        }
    }

    /** An entry that would not be legal once another one is corrected or retracted. */
    public static Refusal unfit(long entry, Entry<?> illegal) {
        return new Refusal.CorrectionUnfit(
                entry, illegal.number(), illegal.event(), illegal.effectiveOn());
    }

    /** An entry that rests on another one that would be retracted. */
    public static Refusal restsOn(long entry, Entry<?> resting) {
        return new Refusal.RestsOn(entry, resting.number(), resting.event());
    }
}
