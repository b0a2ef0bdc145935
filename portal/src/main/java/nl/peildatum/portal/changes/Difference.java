package nl.peildatum.portal.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** What differs between two cuts, as the interface tells it. */
public record Difference(
        Side van,
        Side tot,
        List<Balance> tellingen,
        List<Told> verplaatsingen,
        List<Told> toegetreden,
        List<Told> uitgetreden,
        List<Told> gecorrigeerd) {

    private static final int FEW = 3;
    private static final String WHOLE = "TOTAAL";
    private static final String ALL = "acties";

    /** One of the two cuts. */
    public record Side(LocalDate peildatum, long bekendTot, @Nullable Instant bekendOp) {

        Known known() {
            return new Known(peildatum, bekendTot, bekendOp);
        }

        /** In words. */
        public String told() {
            return Words.of(
                    "veranderd.kant",
                    Words.date(peildatum),
                    bekendOp == null
                            ? Words.of("snede.niets")
                            : Words.of("snede.bekend", Words.moment(bekendOp)));
        }
    }

    /** How a count came from what it was to what it is. */
    public record Balance(
            String onderdeel,
            @Nullable Integer actielijn,
            String titel,
            String telling,
            int van,
            int gecorrigeerd,
            int verplaatst,
            int toegetreden,
            int uitgetreden,
            int tot) {

        /** What is counted. */
        public String word() {
            return Counts.STATUSES.stream()
                    .filter(status -> status.count().equals(telling))
                    .map(StatusCode::word)
                    .findFirst()
                    .orElse(Words.of("aantal.alleActies"));
        }

        /** Whether the parts make the whole. */
        public boolean addsUp() {
            return van + gecorrigeerd + verplaatst + toegetreden + uitgetreden == tot;
        }
    }

    /** Where an action counts; without a line it is in none. */
    public record Place(StatusCode status, @Nullable Integer actielijn) {}

    /**
     * A difference in a sentence, and the entries it rests on.
     *
     * @param telde where the action counted before it, or nothing
     * @param telt where it counts after it, or nothing
     */
    public record Told(
            String actie,
            String zin,
            List<Long> journaalnummers,
            @Nullable Place telde,
            @Nullable Place telt) {

        /** Where the action is read. */
        public String page(Cut cut) {
            return cut.page("/acties/" + Cut.encoded(actie));
        }

        /** The numbers of the entries. */
        public String entries() {
            return journaalnummers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        /** The line that it is about. */
        private @Nullable Integer line() {
            Place place = telt == null ? telde : telt;
            return place == null ? null : place.actielijn();
        }
    }

    /** The counts of the whole. */
    public List<Balance> whole() {
        return tellingen.stream().filter(one -> one.onderdeel().equals(WHOLE)).toList();
    }

    /** The counts of the lines that moved. */
    public List<Balance> ofLines() {
        return tellingen.stream()
                .filter(one -> !one.onderdeel().equals(WHOLE))
                .filter(
                        one ->
                                one.van() != one.tot()
                                        || one.gecorrigeerd() != 0
                                        || one.verplaatst() != 0
                                        || one.toegetreden() != 0)
                .toList();
    }

    /** All counts on the first cut. */
    public Counts before() {
        return counts(Balance::van);
    }

    /** All counts on the second. */
    public Counts after() {
        return counts(Balance::tot);
    }

    private Counts counts(ToIntFunction<Balance> side) {
        Map<String, Integer> by =
                whole().stream().collect(Collectors.toMap(Balance::telling, side::applyAsInt));
        List<Integer> of =
                Counts.STATUSES.stream().map(status -> by.getOrDefault(status.count(), 0)).toList();
        return new Counts(
                by.getOrDefault(ALL, 0), of.get(0), of.get(1), of.get(2), of.get(3), of.get(4));
    }

    /** How the actions went from status to status. */
    public Matrix matrix() {
        return Matrix.of(
                before(),
                after(),
                Stream.concat(gecorrigeerd.stream(), happened().stream()).toList());
    }

    /** What happened, and not what is known better. */
    public List<Told> happened() {
        return Stream.of(verplaatsingen, toegetreden, uitgetreden).flatMap(List::stream).toList();
    }

    /** The same under the line that it is about, in the order of the publication. */
    public Map<String, List<Told>> happenedByLine() {
        Map<@Nullable Integer, String> titles = new LinkedHashMap<>();
        for (Balance one : tellingen) {
            if (one.actielijn() != null) {
                titles.put(
                        one.actielijn(), Words.of("lijn.metTitel", one.actielijn(), one.titel()));
            }
        }
        titles.put(null, Words.of("lijn.geen"));
        Map<String, List<Told>> by = new LinkedHashMap<>();
        titles.forEach(
                (line, title) -> {
                    List<Told> own =
                            happened().stream()
                                    .filter(
                                            one ->
                                                    line == null
                                                            ? !titles.containsKey(one.line())
                                                                    || one.line() == null
                                                            : line.equals(one.line()))
                                    .toList();
                    if (!own.isEmpty()) {
                        by.put(title, own);
                    }
                });
        return by;
    }

    /** How much there is of both, in a sentence. */
    public String summary() {
        return Words.of(
                "veranderd.samenvatting",
                Words.counted("veranderd.aantal", happened().size()),
                Words.counted("veranderd.correcties", gecorrigeerd.size()));
    }

    /** Whether nothing differs. */
    public boolean nothing() {
        return happened().isEmpty() && gecorrigeerd.isEmpty();
    }

    /** The first few sentences. */
    public List<String> few() {
        return sentences().limit(FEW).toList();
    }

    /** How many there are besides. */
    public long more() {
        return Math.max(0, sentences().count() - FEW);
    }

    /** How the count of a status of the whole moved, in words. */
    public String moved(StatusCode status) {
        int by = after().of(status) - before().of(status);
        if (by == 0) {
            return Words.of("stand.gelijk");
        }
        return by > 0 ? Words.of("stand.erbij", by) : Words.of("stand.minder", -by);
    }

    private Stream<String> sentences() {
        return Stream.concat(happened().stream(), gecorrigeerd.stream()).map(Told::zin).distinct();
    }
}
