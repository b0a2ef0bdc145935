package nl.peildatum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One table in Markdown: what was measured, the figure, and its ratio to the limit if any. */
final class Table {

    private record Row(String what, String figure, String ratio) {}

    private static final Row HEAD = new Row("Measured", "Figure", "Of the limit");

    private final List<Row> rows = new ArrayList<>();

    /** Rates by round, each beside the limit of the same round. */
    void rates(String what, List<Double> rates, List<Double> limits) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rates.size(); round++) {
            ratios.add(rates.get(round) / limits.get(round));
        }
        rows.add(
                new Row(
                        what,
                        String.format(Locale.ROOT, "%,.0f/s", Figures.median(rates)),
                        String.format(Locale.ROOT, "%.3f", Figures.median(ratios))));
    }

    void figure(String what, String form, double figure) {
        rows.add(new Row(what, String.format(Locale.ROOT, form, figure), ""));
    }

    @Override
    public String toString() {
        int widest =
                Stream.concat(Stream.of(HEAD), rows.stream())
                        .mapToInt(row -> row.what().length())
                        .max()
                        .orElseThrow();
        StringBuilder text = new StringBuilder();
        line(text, widest, HEAD);
        text.append("|-").append("-".repeat(widest)).append("-|-----------:|-------------:|\n");
        rows.forEach(row -> line(text, widest, row));
        return text.toString();
    }

    private static void line(StringBuilder text, int widest, Row row) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "| %s%s | %11s | %12s |%n",
                        row.what(),
                        " ".repeat(widest - row.what().length()),
                        row.figure(),
                        row.ratio()));
    }
}
