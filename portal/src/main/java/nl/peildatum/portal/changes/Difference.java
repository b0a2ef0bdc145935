package nl.peildatum.portal.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** A difference in a sentence, and the entries it rests on. */
    public record Told(String actie, String zin, List<Long> journaalnummers) {

        /** Where the action is read. */
        public String page(Cut cut) {
            return cut.page("/acties/" + Cut.encoded(actie));
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

    /** What happened, and not what is known better. */
    public List<Told> happened() {
        return Stream.of(verplaatsingen, toegetreden, uitgetreden).flatMap(List::stream).toList();
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
        int by =
                whole().stream()
                        .filter(one -> one.telling().equals(status.count()))
                        .mapToInt(one -> one.tot() - one.van())
                        .sum();
        if (by == 0) {
            return Words.of("stand.gelijk");
        }
        return by > 0 ? Words.of("stand.erbij", by) : Words.of("stand.minder", -by);
    }

    private Stream<String> sentences() {
        return Stream.concat(happened().stream(), gecorrigeerd.stream()).map(Told::zin).distinct();
    }
}
