package nl.peildatum.portal.cut;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
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
        @BindParam("peildatum") @Nullable String reportDate,
        @BindParam("bekendOp") @Nullable String knownAt,
        @BindParam("bekendTot") @Nullable String knownUpTo) {

    public Cut {
        reportDate = TypedDate.iso(given(reportDate));
        knownAt = given(knownAt);
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
                        .toOffsetDateTime()
                        .toString(),
                null);
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

    /**
     * The address of how this cut differs from another day.
     *
     * @param knownAtThen {@code bekendOpVan}; with neither the knowledge of both days is the same
     * @param knownUpToThen {@code bekendTotVan}
     */
    public String difference(
            String since, @Nullable String knownAtThen, @Nullable String knownUpToThen) {
        return Cut.now(programme)
                .data(
                        "/verschillen",
                        "van",
                        since,
                        "tot",
                        day(reportDate),
                        "bekendOpVan",
                        knownAtThen,
                        "bekendTotVan",
                        knownUpToThen,
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
                        "bekendOp",
                        knownAt,
                        "bekendTot",
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
        add(query, "peildatum", reportDate);
        add(query, "bekendOp", knownAt);
        add(query, "bekendTot", knownUpTo);
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

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
