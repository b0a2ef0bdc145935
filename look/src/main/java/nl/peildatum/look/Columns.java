package nl.peildatum.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stacked columns beside one another: how many there were of each sign, time after time, on a scale
 * that other figures share. Across places are in percent of the figure, up they are in pixels.
 *
 * @param title the whole of it in a sentence
 * @param height how high the highest column can be
 */
public record Columns(String title, int height, List<Column> columns, List<Level> levels) {

    /** How much of its room a column takes. */
    private static final BigDecimal SHARE = new BigDecimal("0.8");

    /**
     * What a column stands for.
     *
     * @param word what is written under it
     * @param label what a reader of its link hears
     * @param address where it leads, or nothing
     * @param parts how many of each sign, from below; nothing where that is not recorded
     */
    public record Item(
            String word, String label, @Nullable String address, @Nullable List<Part> parts) {}

    /** How many there are of a sign. */
    public record Part(Sign sign, int number) {}

    /** A column in its place. */
    public record Column(
            @Nullable String word,
            String label,
            @Nullable String address,
            BigDecimal start,
            BigDecimal width,
            List<Piece> pieces) {

        /** Where its word stands. */
        public BigDecimal middle() {
            return start.add(width.divide(BigDecimal.TWO, 1, RoundingMode.HALF_UP));
        }
    }

    /** A part of a column in its place. */
    public record Piece(Sign sign, int top, int height) {}

    /** A number on the scale. */
    public record Level(int number, int y) {}

    /**
     * The columns of these items.
     *
     * @param scale how many the whole height stands for
     * @param words about how many words fit under the columns
     */
    public static Columns of(String title, int height, int scale, int words, List<Item> items) {
        List<Column> columns = new ArrayList<>();
        BigDecimal room =
                BigDecimal.valueOf(100)
                        .divide(BigDecimal.valueOf(items.size()), 4, RoundingMode.DOWN);
        BigDecimal width = room.multiply(SHARE).setScale(1, RoundingMode.DOWN);
        BigDecimal gap = room.subtract(width).divide(BigDecimal.TWO, 4, RoundingMode.DOWN);
        int every = (items.size() + words - 1) / words;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            columns.add(
                    new Column(
                            i % every == 0 ? item.word() : null,
                            item.label(),
                            item.address(),
                            room.multiply(BigDecimal.valueOf(i))
                                    .add(gap)
                                    .setScale(1, RoundingMode.HALF_UP),
                            width,
                            pieces(item.parts(), height, scale)));
        }
        return new Columns(
                title,
                height,
                List.copyOf(columns),
                List.of(new Level(scale, 0), new Level(0, height)));
    }

    private static List<Piece> pieces(@Nullable List<Part> parts, int height, int scale) {
        if (parts == null) {
            return List.of(new Piece(Sign.NIET_VASTGELEGD, 0, height));
        }
        List<Piece> pieces = new ArrayList<>();
        int under = 0;
        for (Part part : parts) {
            int bottom = height - height * under / scale;
            under += part.number();
            int top = height - height * under / scale;
            if (bottom > top) {
                pieces.add(new Piece(part.sign(), top, bottom - top));
            }
        }
        return List.copyOf(pieces);
    }
}
