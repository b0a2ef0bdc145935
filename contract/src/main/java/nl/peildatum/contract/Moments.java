package nl.peildatum.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as this interface writes and reads them: RFC 3339, in UTC, in microseconds. */
public final class Moments {
    private static final DateTimeFormatter UTC_MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern RFC_3339 =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})"
                            + "(?:\\.([0-9]{1,30}))?(?:(Z)|(?!-00:00)([+ -])([0-9]{2}:[0-9]{2}))");

    private Moments() {}

    /** The moment in UTC with exactly six decimals; finer parts are cut off, never rounded up. */
    public static String format(Instant moment) {
        return UTC_MICROS.format(moment);
    }

    /**
     * The moment, cut off to whole microseconds, or null where the text is not an RFC 3339 moment
     * with a zone, in capitals; {@code -00:00} says that the zone is not known. A space before the
     * offset is read as the plus sign that a query string lost.
     */
    public static @Nullable Instant read(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        String micros = (fraction + "000000").substring(0, 6);
        String sign = " ".equals(parts.group(5)) ? "+" : parts.group(5);
        String zone = parts.group(4) != null ? "Z" : sign + parts.group(6);
        try {
            Instant moment =
                    OffsetDateTime.parse(
                                    parts.group(1) + "T" + parts.group(2) + "." + micros + zone)
                            .toInstant()
                            .truncatedTo(ChronoUnit.MICROS);
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            return year < 1 || year > 9999 ? null : moment;
        } catch (DateTimeException noSuchMoment) {
            return null;
        }
    }
}
