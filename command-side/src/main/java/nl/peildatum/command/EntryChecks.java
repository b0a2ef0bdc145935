package nl.peildatum.command;

import java.time.LocalDate;
import java.util.Optional;
import nl.peildatum.command.Entries.Entry;
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
