package nl.peildatum.query.api.overview;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import nl.peildatum.api.Today;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.contract.Moments;
import nl.peildatum.query.api.cut.ActShown;
import nl.peildatum.query.api.cut.Cut;

/**
 * Up to which entry of the journal an overview knows, and when that was recorded; also that it
 * knows half an act, where it does.
 */
final class KnownAt {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private KnownAt() {}

    /** As people read it, in the time of the Netherlands. */
    static String inWords(Cut cut) {
        return of(cut, KnownAt::inWords);
    }

    /** To the microsecond, as the interface writes it. */
    static String exactly(Cut cut) {
        return of(cut, Moments::format);
    }

    private static String of(Cut cut, Function<Instant, String> moment) {
        if (cut.knownAt() == null) {
            return Words.NOTHING_KNOWN.text();
        }
        String told =
                Words.KNOWN_UP_TO_NUMBER.text(
                        Long.toString(cut.knownUpTo()), moment.apply(cut.knownAt()));
        ActShown act = cut.actInPart();
        return act == null
                ? told
                : told
                        + Words.INSIDE_ACT.text(
                                Long.toString(act.van()), Long.toString(act.totEnMet()));
    }

    private static String inWords(Instant moment) {
        ZonedDateTime there = moment.atZone(Today.AMSTERDAM);
        return Words.MOMENT.text(DutchDates.format(there.toLocalDate()), TIME.format(there));
    }
}
