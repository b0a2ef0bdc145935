package nl.peildatum.command;

import java.time.LocalDate;
import java.util.Optional;
import nl.peildatum.command.Entries.Entry;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.Event;

/** What is asked of every correction and retraction, whatever they are about. */
public final class EntryChecks {

    private EntryChecks() {}

    /**
     * The entry that a number names, as it now reads.
     *
     * @throws Refused when there is none, or it was retracted
     */
    public static <F extends Event> Entry<F> standing(Entries<F> entries, long number) {
        entries.retractedBy(number)
                .ifPresent(
                        by -> {
                            throw new Refused(new Refusal.Retracted(number, by));
                        });
        return entries.standing(number)
                .orElseThrow(() -> new Refused(new Refusal.UnknownEntry(String.valueOf(number))));
    }

    /**
     * How an entry reads once it is corrected.
     *
     * @throws Refused when it has meanwhile become of a kind that lacks a part that is named
     */
    public static Event corrected(Entry<?> entry, EntryCorrected correction) {
        try {
            return correction.correct(entry.event());
        } catch (IllegalArgumentException lacking) {
            throw new Refused(new Refusal.OtherKind(correction.entry(), entry.event()));
        }
    }

    /** Refuses what would hold only from a later day than today. */
    public static void refuseFuture(Event after, LocalDate today) {
        LocalDate day = after.basis().effectiveOn();
        if (day.isAfter(today)) {
            throw new Refused(new Refusal.InFuture(day, today));
        }
    }

    /** Refuses where an entry would not be legal. */
    public static <F extends Event> void refuseIfUnfit(long entry, Optional<Entry<F>> illegal) {
        if (illegal.isPresent()) {
            Entry<F> inTheWay = illegal.get();
            throw new Refused(
                    new Refusal.CorrectionUnfit(
                            entry, inTheWay.number(), inTheWay.event(), inTheWay.effectiveOn()));
        }
    }
}
