package nl.peildatum.portal.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.api.Today;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.contract.DutchTexts;

/** What pages say, in Dutch. */
public final class Words {

    static final String BUNDLE = "portal-messages";
    private static final DutchTexts TEXTS = DutchTexts.of(BUNDLE, Words.class);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'om' H.mm 'uur'", Locale.of("nl"));

    private Words() {}

    /** A text with {0}, {1} … filled in. */
    public static String of(String key, Object... values) {
        return TEXTS.told(key, values);
    }

    /** Whether there is a text under this key. */
    public static boolean has(String key) {
        return TEXTS.has(key);
    }

    /** A text that depends on a number: that of one under {@code key.een}, others under it. */
    public static String counted(String key, long number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        return of(number == 1 ? key + ".een" : key, values);
    }

    /** What happened and what to do, where the portal itself refuses. */
    public static String refusal(ProblemKind kind) {
        String key = "weigering." + kind.name();
        return TEXTS.has(key) ? TEXTS.plain(key) : kind.detail();
    }

    /** A date in words. */
    public static String date(LocalDate date) {
        return DutchDates.format(date);
    }

    /** A moment in words, to the minute, in Dutch time. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(Today.AMSTERDAM));
    }

    /** The day of a moment in words, in Dutch time. */
    public static String day(Instant moment) {
        return date(moment.atZone(Today.AMSTERDAM).toLocalDate());
    }
}
