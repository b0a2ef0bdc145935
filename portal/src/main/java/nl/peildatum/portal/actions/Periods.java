package nl.peildatum.portal.actions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.peildatum.api.Today;
import nl.peildatum.look.Sign;
import nl.peildatum.look.Strip;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** Which status an action had when, as far as it is known. */
public record Periods(List<Period> perioden) {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM", Locale.of("nl"));
    private static final int MOST_TICKS = 12;

    /** Days in a row with one status. */
    public record Period(
            StatusCode status, LocalDate van, @Nullable LocalDate totEnMet, long journaalnummer) {

        /** Its last day in words. */
        public String end() {
            return totEnMet == null ? Words.of("strook.nu") : Words.date(totEnMet);
        }
    }

    /** The entry that gave the status of a day, or 0 where there is none. */
    public long entryOf(LocalDate day) {
        return perioden.stream()
                .filter(one -> !one.van().isAfter(day))
                .mapToLong(Period::journaalnummer)
                .reduce(0, (_, last) -> last);
    }

    /** The same as a figure: from the quarter before the first day to the one after today. */
    public @Nullable Strip strip(LocalDate day) {
        if (perioden.isEmpty()) {
            return null;
        }
        LocalDate first = perioden.getFirst().van();
        return strip(Words.of("strook.titel", Words.date(first)), first, day, true);
    }

    /**
     * The same small, without words: they are in its title.
     *
     * @param first the day on which the strips that it stands among begin
     */
    public @Nullable Strip mini(@Nullable LocalDate first, LocalDate day) {
        if (perioden.isEmpty()) {
            return null;
        }
        LocalDate own = perioden.getFirst().van();
        return strip(
                perioden.stream()
                        .map(
                                period ->
                                        Words.of(
                                                "strook.deel",
                                                period.status().word(),
                                                Words.date(period.van())))
                        .collect(Collectors.joining(", ")),
                first == null || own.isBefore(first) ? own : first,
                day,
                false);
    }

    private Strip strip(String title, LocalDate first, LocalDate day, boolean ticks) {
        LocalDate today = LocalDate.now(Today.AMSTERDAM);
        LocalDate last = perioden.getLast().van();
        LocalDate end = last.isAfter(today) ? last : today;
        Strip.Scale scale =
                new Strip.Scale(quarter(first).minusMonths(3), quarter(end).plusMonths(6));
        List<Strip.Period> shown = new ArrayList<>();
        shown.add(
                new Strip.Period(
                        Sign.NIET_VASTGELEGD,
                        Words.of("actie.nietVastgelegd"),
                        scale.from(),
                        perioden.getFirst().van()));
        for (Period period : perioden) {
            shown.add(
                    new Strip.Period(
                            period.status().sign(),
                            period.status().word(),
                            period.van(),
                            period.totEnMet() == null ? null : period.totEnMet().plusDays(1)));
        }
        return Strip.of(
                title,
                scale,
                shown,
                ticks ? ticks(scale) : List.of(),
                end.plusDays(1),
                day,
                Words.date(day));
    }

    /** The beginnings of quarters, and of years where there are too many. */
    static List<Strip.Tick> ticks(Strip.Scale scale) {
        List<Strip.Tick> ticks = new ArrayList<>();
        long quarters = ChronoUnit.MONTHS.between(scale.from(), scale.until()) / 3;
        int step = (int) (3 * Math.max(1, (quarters + MOST_TICKS - 1) / MOST_TICKS));
        for (LocalDate at = scale.from(); at.isBefore(scale.until()); at = at.plusMonths(step)) {
            boolean first = ticks.isEmpty() || at.getMonthValue() == 1 || step > 9;
            String word = MONTH.format(at).replace(".", "");
            ticks.add(new Strip.Tick(first ? word + " " + at.getYear() : word, scale.place(at)));
        }
        return ticks;
    }

    static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }
}
