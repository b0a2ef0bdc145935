package nl.peildatum.portal.cut;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.peildatum.api.Today;
import nl.peildatum.portal.words.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriUtils;

/**
 * The cut that the address of a page asks for, in the interface's own words; what is not there is
 * today, and all that is known now. Every link of a page is made by it, so that none loses it.
 *
 * @param programme the code of the programme
 * @param reportDate {@code peildatum}
 * @param knownAt {@code bekendOp}
 * @param knownUpTo {@code bekendTot}
 */
public record Cut(
        @BindParam("programma") String programme,
        @BindParam(Cut.REPORT_DATE) @Nullable String reportDate,
        @BindParam(Cut.KNOWN_AT) @Nullable String knownAt,
        @BindParam(Cut.KNOWN_UP_TO) @Nullable String knownUpTo) {

    /** The names of the parameters that are the cut. */
    public static final String REPORT_DATE = "peildatum";

    public static final String KNOWN_AT = "bekendOp";
    public static final String KNOWN_UP_TO = "bekendTot";

    private static final DateTimeFormatter AS_A_FIELD_HAS_IT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    public Cut {
        reportDate = TypedDate.iso(given(reportDate));
        knownAt = asMoment(given(knownAt));
        knownUpTo = given(knownUpTo);
    }

    /** The programme now. */
    public static Cut now(String programme) {
        return new Cut(programme, null, null, null);
    }

    /** The same knowledge on another day. */
    public Cut on(LocalDate day) {
        return new Cut(programme, day.toString(), knownAt, knownUpTo);
    }

    /** The same day with all that is known now. */
    public Cut knowingAll() {
        return new Cut(programme, reportDate, null, null);
    }

    /** Exactly this day and knowledge, whatever is recorded later. */
    public Cut pinned(LocalDate day, long entry) {
        return new Cut(programme, day.toString(), null, String.valueOf(entry));
    }

    /** A day with the knowledge at its end. */
    public Cut asKnownThen(LocalDate day) {
        return new Cut(
                programme,
                day.toString(),
                day.plusDays(1)
                        .atStartOfDay(Today.AMSTERDAM)
                        .minus(1, ChronoUnit.MICROS)
                        .format(ISO_OFFSET_DATE_TIME),
                null);
    }

    /** {@code bekendOp} in Dutch time, as a field for a date and a time has it. */
    public @Nullable String knownAtField() {
        try {
            return knownAt == null
                    ? null
                    : OffsetDateTime.parse(knownAt)
                            .atZoneSameInstant(Today.AMSTERDAM)
                            .format(AS_A_FIELD_HAS_IT);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Whether what is recorded later is part of it. */
    public boolean open() {
        return knownAt == null && knownUpTo == null;
    }

    /**
     * The address of a page of the programme on this cut.
     *
     * @param path after the programme's own, encoded; {@code ""} or beginning with a slash
     * @param parameters names and values by turns; a value that is null is left out
     */
    public String page(String path, @Nullable Object... parameters) {
        return address("/programmas/" + encoded(programme) + path, parameters);
    }

    /** The address of what the interface answers on this cut. */
    public String data(String path, @Nullable Object... parameters) {
        return address("/api/v1/programmas/" + encoded(programme) + path, parameters);
    }

    /** The day of it, as far as it is one; else today. */
    public LocalDate day() {
        try {
            return reportDate == null
                    ? LocalDate.now(Today.AMSTERDAM)
                    : LocalDate.parse(reportDate);
        } catch (DateTimeException none) {
            return LocalDate.now(Today.AMSTERDAM);
        }
    }

    /** When today is over, in milliseconds since 1970; nothing for a cut that names its day. */
    public @Nullable Long endsAt() {
        return reportDate == null
                ? Long.valueOf(
                        LocalDate.now(Today.AMSTERDAM)
                                .plusDays(1)
                                .atStartOfDay(Today.AMSTERDAM)
                                .toInstant()
                                .toEpochMilli())
                : null;
    }

    /** The address of how this cut differs from another; one that is open knows as much as this. */
    public String difference(Cut since) {
        return Cut.now(programme)
                .data(
                        "/verschillen",
                        "van",
                        day(since.reportDate),
                        "tot",
                        day(reportDate),
                        "bekendOpVan",
                        since.knownAt,
                        "bekendTotVan",
                        since.knownUpTo,
                        "bekendOpTot",
                        knownAt,
                        "bekendTotTot",
                        knownUpTo);
    }

    /** The address of how the counts went up to this cut. */
    public String course(@Nullable String since, String step) {
        return Cut.now(programme)
                .data(
                        "/verloop",
                        "van",
                        since,
                        "tot",
                        day(reportDate),
                        "stap",
                        step,
                        KNOWN_AT,
                        knownAt,
                        KNOWN_UP_TO,
                        knownUpTo);
    }

    private static String day(@Nullable String reportDate) {
        return reportDate == null ? LocalDate.now(Today.AMSTERDAM).toString() : reportDate;
    }

    /** A text as one part of a path. */
    public static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private String address(String path, @Nullable Object... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            add(query, String.valueOf(parameters[i]), parameters[i + 1]);
        }
        add(query, REPORT_DATE, reportDate);
        add(query, KNOWN_AT, knownAt);
        add(query, KNOWN_UP_TO, knownUpTo);
        return path + query;
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(encoded(value.toString()));
        }
    }

    /** A time without a zone, as a field gives it, is Dutch time; what is none stays as it is. */
    private static @Nullable String asMoment(@Nullable String typed) {
        try {
            return typed == null
                    ? null
                    : LocalDateTime.parse(typed)
                            .atZone(Today.AMSTERDAM)
                            .format(ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException noneOrWithAZone) {
            return typed;
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
