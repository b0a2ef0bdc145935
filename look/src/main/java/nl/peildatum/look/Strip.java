package nl.peildatum.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What had which sign when: one row of periods on a scale of time, with a line at the day that is
 * looked at. Places and widths are in percent of the figure.
 *
 * @param title the whole of it in a sentence
 * @param day where the line stands
 * @param dayWord what is written at the line
 */
public record Strip(
        String title, List<Piece> pieces, List<Tick> ticks, BigDecimal day, String dayWord) {

    /** The share of the figure's width from which a word fits. */
    private static final double FOR_WORD = 16;

    private static final double FOR_SIGN = 4;

    /** A period; {@code until} is the day after its last, or nothing where it goes on. */
    public record Period(Sign sign, String word, LocalDate from, @Nullable LocalDate until) {}

    /** A period in its place. */
    public record Piece(Sign sign, String word, BigDecimal start, BigDecimal width) {

        /** Whether its word fits. */
        public boolean wide() {
            return width.doubleValue() >= FOR_WORD;
        }

        /** Whether its sign fits. */
        public boolean fits() {
            return width.doubleValue() >= FOR_SIGN;
        }
    }

    /** A day on the scale. */
    public record Tick(String word, BigDecimal place) {}

    /** Days on a scale that begins and ends with one. */
    public record Scale(LocalDate from, LocalDate until) {

        /** Where a day is; what is outside is at the edge. */
        public BigDecimal place(LocalDate day) {
            long whole = Math.max(1, ChronoUnit.DAYS.between(from, until));
            long at = Math.clamp(ChronoUnit.DAYS.between(from, day), 0, whole);
            return BigDecimal.valueOf(100L * at)
                    .divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
        }
    }

    /**
     * The periods on a scale.
     *
     * @param end the day up to which a period that goes on is drawn
     */
    public static Strip of(
            String title,
            Scale scale,
            List<Period> periods,
            List<Tick> ticks,
            LocalDate end,
            LocalDate day,
            String dayWord) {
        List<Piece> pieces = new ArrayList<>();
        for (Period period : periods) {
            BigDecimal start = scale.place(period.from());
            BigDecimal width =
                    scale.place(period.until() == null ? end : period.until()).subtract(start);
            if (width.signum() > 0) {
                pieces.add(new Piece(period.sign(), period.word(), start, width));
            }
        }
        return new Strip(title, List.copyOf(pieces), List.copyOf(ticks), scale.place(day), dayWord);
    }
}
