package nl.peildatum.portal.course;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.peildatum.look.Bar;
import nl.peildatum.look.Columns;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.counts.Dashboard;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** The counts on days after one another, as the interface gives them. */
public record Course(
        LocalDate van,
        LocalDate tot,
        long bekendTot,
        @Nullable Instant bekendOp,
        List<Point> punten,
        @Nullable Boolean ingekort) {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM uuuu", Locale.of("nl"));
    private static final int HIGH = 260;
    private static final int LOW = 90;

    /** About as many words fit under columns over the whole page, and over a third of it. */
    private static final int MANY_WORDS = 8;

    private static final int FEW_WORDS = 3;

    /** The counts on a day, in total and per line. */
    public record Point(
            LocalDate peildatum,
            Counts totaal,
            List<Dashboard.Line> actielijnen,
            int nietVastgelegd) {

        /** The day in words. */
        public String day() {
            return Words.date(peildatum);
        }

        /** Whether anything is recorded for it, or nobody knows of anything. */
        public boolean recorded() {
            return totaal.acties() > 0 || nietVastgelegd == 0;
        }

        /** All of it in words. */
        public String told() {
            return recorded() ? totaal.inWords() : Words.of("actie.nietVastgelegd");
        }

        /** The counts of a line; zeroes where it is not there. */
        Counts of(String line) {
            return actielijnen.stream()
                    .filter(one -> one.code().equals(line))
                    .map(Dashboard.Line::aantallen)
                    .findFirst()
                    .orElse(Counts.NONE);
        }

        /** The same as a bar without links. */
        public Bar bar(int scale) {
            return totaal.bar(day(), scale);
        }
    }

    Known known() {
        return new Known(tot, bekendTot, bekendOp);
    }

    /** Whether days before these are left out. */
    public boolean shortened() {
        return Boolean.TRUE.equals(ingekort);
    }

    /** How many there were in total at most. */
    public int scale() {
        return highest(punten.stream().map(Point::totaal));
    }

    /** All actions together, each column leading to its day. */
    public Columns whole(Cut cut) {
        return columns(
                Words.of("verloop.titel", Words.date(van), Words.date(tot)),
                HIGH,
                scale(),
                MANY_WORDS,
                point -> cut.on(point.peildatum()).page(""),
                Point::totaal);
    }

    /** What each line is called and its own columns, all on one scale. */
    public Map<String, Columns> lines() {
        Map<String, String> names = new LinkedHashMap<>();
        punten.forEach(
                point -> point.actielijnen().forEach(one -> names.put(one.code(), one.full())));
        int scale =
                highest(
                        punten.stream()
                                .flatMap(point -> point.actielijnen().stream())
                                .map(Dashboard.Line::aantallen));
        Map<String, Columns> lines = new LinkedHashMap<>();
        names.forEach(
                (code, name) ->
                        lines.put(
                                name,
                                columns(
                                        Words.of(
                                                "verloop.titelVan",
                                                name,
                                                Words.date(van),
                                                Words.date(tot)),
                                        LOW,
                                        scale,
                                        FEW_WORDS,
                                        _ -> null,
                                        point -> point.of(code))));
        return lines;
    }

    private static int highest(Stream<Counts> counts) {
        return Math.max(1, counts.mapToInt(Counts::acties).max().orElse(1));
    }

    private Columns columns(
            String title,
            int height,
            int scale,
            int words,
            Function<Point, @Nullable String> address,
            Function<Point, Counts> counts) {
        return Columns.of(
                title,
                height,
                scale,
                words,
                punten.stream()
                        .map(
                                point ->
                                        new Columns.Item(
                                                MONTH.format(point.peildatum()).replace(".", ""),
                                                Words.of("aantal.link", point.day(), point.told()),
                                                address.apply(point),
                                                point.recorded()
                                                        ? parts(counts.apply(point))
                                                        : null))
                        .toList());
    }

    private static List<Columns.Part> parts(Counts counts) {
        return Counts.STATUSES.stream()
                .map(status -> new Columns.Part(status.sign(), counts.of(status)))
                .toList();
    }
}
