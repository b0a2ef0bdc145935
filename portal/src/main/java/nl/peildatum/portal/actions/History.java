package nl.peildatum.portal.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peildatum.api.Today;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** Everything that was recorded about an action, in the order of recording. */
public record History(List<Entry> regels, int totaal) {

    private static final String CORRECTION = "CORRECTIE";

    /** What is about another entry, each with the word for it. */
    private static final Map<String, String> ABOUT_ENTRIES =
            Map.of(
                    CORRECTION,
                    "regel.correctie",
                    "RETRACTIE",
                    "regel.retractie",
                    "TEKST_GEWIST",
                    "regel.gewist");

    private static final List<String> TAKEN_OVER = List.of("OPENINGSSTAND", "ACTIE_GEPLAND");

    /**
     * What stood there before the day from which a status holds was corrected, in a sentence.
     *
     * @param status the entry that gave the status
     */
    public @Nullable String correctedDay(long status) {
        return regels.stream()
                .filter(entry -> entry.journaalnummer() == status && entry.moved())
                .map(Entry::ingangsdatum)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(
                        first ->
                                regels.stream()
                                        .filter(by -> Objects.equals(by.verwijstNaar(), status))
                                        .findFirst()
                                        .map(
                                                by ->
                                                        Words.of(
                                                                "actie.gecorrigeerd",
                                                                by.journaalnummer(),
                                                                Words.date(first))))
                .orElse(null);
    }

    /** What a row is, in a few words each. */
    public List<Label> labels(Entry entry) {
        List<Label> labels = new ArrayList<>();
        if (!entry.geldt()) {
            labels.add(new Label("mis", Words.of("regel.vervallen")));
        }
        if (entry.moved() || isCorrected(entry)) {
            labels.add(new Label("", Words.of("regel.gecorrigeerd")));
        }
        if (entry.late()) {
            labels.add(new Label("let-op", Words.of("regel.laat")));
        }
        if (entry.takenOver()) {
            labels.add(new Label("", Words.of("regel.uitPublicatie")));
        }
        String aboutAnEntry = ABOUT_ENTRIES.get(entry.soort());
        if (aboutAnEntry != null) {
            labels.add(new Label("", Words.of(aboutAnEntry)));
        }
        return labels;
    }

    /** A label; {@code kind} is its class in the stylesheet. */
    public record Label(String kind, String word) {}

    private boolean isCorrected(Entry entry) {
        return regels.stream()
                .anyMatch(
                        by ->
                                by.soort().equals(CORRECTION)
                                        && Objects.equals(
                                                by.verwijstNaar(), entry.journaalnummer()));
    }

    /** One entry of the journal. */
    public record Entry(
            long journaalnummer,
            String soort,
            @Nullable StatusCode naar,
            @Nullable LocalDate ingangsdatum,
            @Nullable LocalDate ingangsdatumNu,
            Instant geregistreerdOp,
            @Nullable Integer laatDagen,
            @Nullable String toelichting,
            @Nullable String bron,
            String zin,
            boolean geldt,
            @Nullable Long verwijstNaar) {

        /** Whether it is about another entry, and not about the action itself. */
        public boolean isAboutAnEntry() {
            return ABOUT_ENTRIES.containsKey(soort);
        }

        /** Whether it came from a publication, which tells how it stands and not since when. */
        public boolean takenOver() {
            return bron != null && TAKEN_OVER.contains(soort);
        }

        /** Whether it was recorded after the day from which it holds. */
        public boolean late() {
            return laatDagen != null && laatDagen > 0 && !takenOver() && !isAboutAnEntry();
        }

        /** Whether it holds from another day than was recorded first. */
        public boolean moved() {
            return ingangsdatumNu != null && !ingangsdatumNu.equals(ingangsdatum);
        }

        /** The day from which it holds, as last corrected; where it has none, that of recording. */
        public LocalDate holdsFrom() {
            LocalDate from = ingangsdatumNu == null ? ingangsdatum : ingangsdatumNu;
            return from == null ? recordedOn() : from;
        }

        /** The day on which it was recorded, in Dutch time. */
        public LocalDate recordedOn() {
            return LocalDate.ofInstant(geregistreerdOp, Today.AMSTERDAM);
        }

        /** From when it holds and when it was recorded, and where that stands. */
        public String times() {
            StringBuilder told = new StringBuilder();
            if (ingangsdatum != null && !isAboutAnEntry()) {
                told.append(Words.of("regel.vanaf", Words.date(holdsFrom()))).append(' ');
            }
            told.append(Words.of("regel.op", Words.date(recordedOn())));
            if (bron != null) {
                told.append(' ').append(Words.of("regel.bron", bron));
            }
            return told.toString();
        }
    }
}
