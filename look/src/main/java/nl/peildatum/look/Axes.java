package nl.peildatum.look;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.look.Strip.Scale;
import org.jspecify.annotations.Nullable;

/**
 * When something holds against when it was recorded: the days from which it holds go across, those
 * on which it was recorded go up, both on one scale, so that whatever was recorded on its day is on
 * the diagonal. Places are in pixels.
 *
 * @param title the whole of it in a sentence
 * @param words what the axes and the diagonal are called
 */
public record Axes(String title, Words words, List<Tick> ticks, List<Point> points) {

    /** Where what is drawn between the axes begins, and how large it is. */
    public static final int LEFT = 84;

    public static final int TOP = 36;
    public static final int WIDTH = 590;
    public static final int HEIGHT = 340;

    /** How far two points are apart at least. */
    private static final int APART = 24;

    /** What is written beside the axes and the diagonal. */
    public record Words(String across, String up, String diagonal) {}

    /**
     * What is drawn as a point.
     *
     * @param name what is written at it
     * @param sign what it gave, or nothing
     * @param before the day from which it held before that was corrected
     * @param retracted whether it holds no longer
     */
    public record Entry(
            String name,
            @Nullable Sign sign,
            LocalDate holdsFrom,
            LocalDate recordedOn,
            @Nullable LocalDate before,
            boolean retracted) {}

    /**
     * An entry in its place.
     *
     * @param foot how high the diagonal is under it
     * @param from where it was before it was corrected
     */
    public record Point(
            String name,
            @Nullable Sign sign,
            int x,
            int y,
            int foot,
            @Nullable Integer from,
            boolean retracted) {

        /** Its class in the stylesheet. */
        public String css() {
            return sign == null ? "overig" : sign.css();
        }

        /** What fills it. */
        public String fill() {
            return sign == null || retracted ? "none" : sign.fill();
        }

        /** Where the arrow from its old place ends. */
        public int arrow() {
            return from != null && from < x ? x - 13 : x + 13;
        }
    }

    /** A day on both axes. */
    public record Tick(String word, int x, int y) {}

    /** The entries on a scale. */
    public static Axes of(
            String title, Words words, Scale scale, List<Strip.Tick> ticks, List<Entry> entries) {
        List<Point> points = new ArrayList<>();
        for (Entry entry : entries) {
            int y = up(scale, entry.recordedOn());
            int x = across(scale, entry.holdsFrom());
            while (isTaken(points, x, y)) {
                x += APART;
            }
            points.add(
                    new Point(
                            entry.name(),
                            entry.sign(),
                            x,
                            y,
                            up(scale, entry.holdsFrom()),
                            entry.before() == null ? null : (Integer) across(scale, entry.before()),
                            entry.retracted()));
        }
        return new Axes(
                title,
                words,
                ticks.stream()
                        .map(
                                tick ->
                                        new Tick(
                                                tick.word(),
                                                across(tick.place().doubleValue()),
                                                up(tick.place().doubleValue())))
                        .toList(),
                List.copyOf(points));
    }

    private static boolean isTaken(List<Point> points, int x, int y) {
        return points.stream()
                .anyMatch(
                        point ->
                                Math.abs(point.x() - x) < APART && Math.abs(point.y() - y) < APART);
    }

    private static int across(Scale scale, LocalDate day) {
        return across(scale.place(day).doubleValue());
    }

    private static int across(double percent) {
        return LEFT + (int) Math.round(WIDTH * percent / 100);
    }

    private static int up(Scale scale, LocalDate day) {
        return up(scale.place(day).doubleValue());
    }

    private static int up(double percent) {
        return TOP + HEIGHT - (int) Math.round(HEIGHT * percent / 100);
    }
}
