package nl.peildatum.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stacked bar: how many there are of each sign, one after another, on a scale that other bars of
 * the same figure share.
 *
 * @param title the whole of it in a sentence
 */
public record Bar(String title, List<Segment> segments) {

    /** The share of the figure's width from which an icon fits beside a number. */
    private static final double FOR_BOTH = 6.5;

    /** The share from which a number fits on a wide page, and the one on a narrow page. */
    private static final double FOR_NUMBER = 2.9;

    private static final double FOR_NUMBER_NARROW = 6.2;

    /**
     * What a bar is made of.
     *
     * @param label what a reader of its link hears
     * @param address where it leads, or nothing
     */
    public record Part(Sign sign, int number, String label, @Nullable String address) {}

    /** A part in its place; {@code start} and {@code width} in percent of the figure. */
    public record Segment(
            Sign sign,
            int number,
            String label,
            @Nullable String address,
            BigDecimal start,
            BigDecimal width) {

        /** What fits into it, as a class of the stylesheet. */
        public String room() {
            double share = width.doubleValue();
            if (share >= FOR_BOTH) {
                return "ruim";
            }
            return share >= FOR_NUMBER_NARROW ? "passend" : share >= FOR_NUMBER ? "krap" : "smal";
        }
    }

    /**
     * The bar of these parts; what is zero takes no room.
     *
     * @param scale how many the whole width of the figure stands for
     */
    public static Bar of(String title, int scale, List<Part> parts) {
        List<Segment> segments = new ArrayList<>();
        int before = 0;
        for (Part part : parts) {
            if (part.number() > 0) {
                BigDecimal start = percent(before, scale);
                before += part.number();
                segments.add(
                        new Segment(
                                part.sign(),
                                part.number(),
                                part.label(),
                                part.address(),
                                start,
                                percent(before, scale).subtract(start)));
            }
        }
        return new Bar(title, List.copyOf(segments));
    }

    private static BigDecimal percent(int number, int scale) {
        return BigDecimal.valueOf(100L * number)
                .divide(BigDecimal.valueOf(scale), 3, RoundingMode.HALF_UP);
    }
}
