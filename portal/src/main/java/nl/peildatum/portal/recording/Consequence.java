package nl.peildatum.portal.recording;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What would be recorded, and what would read otherwise then. */
public record Consequence(
        List<Answer> antwoorden,
        List<Tally> tellingen,
        List<Later> latere,
        List<Report> rapportages) {

    public Consequence {
        antwoorden =
                Objects.requireNonNullElse(antwoorden, List.<Answer>of()).stream()
                        .filter(answer -> !answer.now().equals(answer.then()))
                        .toList();
        tellingen = List.copyOf(Objects.requireNonNullElse(tellingen, List.of()));
        latere = List.copyOf(Objects.requireNonNullElse(latere, List.of()));
        rapportages = List.copyOf(Objects.requireNonNullElse(rapportages, List.of()));
    }

    /** Something that reads otherwise over a number of days. */
    public record Answer(
            @Nullable String actie,
            @Nullable Integer actielijn,
            String wat,
            LocalDate vanaf,
            @Nullable LocalDate totEnMet,
            @Nullable JsonNode huidig,
            @Nullable JsonNode voorgesteld) {

        /** Of what, and what of it. */
        public String what() {
            String key = "wat." + wat;
            String word = Words.has(key) ? Words.of(key) : wat;
            if (actie != null) {
                return Words.of("gevolg.vanActie", actie, word);
            }
            return actielijn == null ? word : Words.of("gevolg.vanLijn", actielijn, word);
        }

        /** From when, and until when where it ends. */
        public String days() {
            return totEnMet == null
                    ? Words.of("gevolg.vanaf", Words.date(vanaf))
                    : totEnMet.equals(vanaf)
                            ? Words.of("gevolg.opDag", Words.date(vanaf))
                            : Words.of("gevolg.vanTot", Words.date(vanaf), Words.date(totEnMet));
        }

        public String now() {
            return told(huidig);
        }

        public String then() {
            return told(voorgesteld);
        }

        private String told(@Nullable JsonNode value) {
            if (value == null || value.isNull() || value.isMissingNode()) {
                return Words.of("gevolg.niets");
            }
            if (value.isArray()) {
                return value.isEmpty()
                        ? Words.of("gevolg.niets")
                        : String.join(", ", value.valueStream().map(this::told).toList());
            }
            if (value.has("soort") && value.has("actie")) {
                return Words.of(
                        "verband.van",
                        Words.of("verband." + value.path("soort").asString()),
                        value.path("actie").asString());
            }
            if (value.isObject()) {
                return String.join(" ", value.valueStream().map(this::told).toList());
            }
            if (value.isBoolean()) {
                return Words.of(value.asBoolean() ? "gevolg.ja" : "gevolg.nee");
            }
            String text = value.asString();
            if (wat.equals("status")) {
                for (StatusCode status : StatusCode.values()) {
                    if (status.name().equals(text)) {
                        return status.word();
                    }
                }
            }
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? Words.date(LocalDate.parse(text)) : text;
        }
    }

    /** The counts of a day, of all together or of a line. */
    public record Tally(
            LocalDate peildatum,
            String onderdeel,
            @Nullable Integer actielijn,
            Counts voor,
            Counts na) {

        /** Of what, and on which day. */
        public String what() {
            String part =
                    actielijn != null
                            ? Words.of("lijn.nummer", actielijn)
                            : Words.of(onderdeel.equals("TOTAAL") ? "gevolg.totaal" : "lijn.geen");
            return Words.of("gevolg.opDatum", part, Words.date(peildatum));
        }

        public String before(StatusCode status) {
            return String.valueOf(voor.of(status));
        }

        /** {@code 12 → 13} where it changes. */
        public String change(StatusCode status) {
            return change(voor.of(status), na.of(status));
        }

        public String all() {
            return change(voor.acties(), na.acties());
        }

        private static String change(int before, int after) {
            return before == after ? String.valueOf(after) : before + " → " + after;
        }
    }

    /** What is recorded already and would come after it. */
    public record Later(@Nullable Long journaalnummer, LocalDate ingangsdatum) {}

    /** A fixed report that would read otherwise. */
    public record Report(LocalDate peildatum, @Nullable String titel) {

        public String name() {
            return titel == null ? Words.date(peildatum) : titel;
        }
    }

    /** Nothing would read otherwise. */
    public boolean nothing() {
        return antwoorden.isEmpty() && tellingen.isEmpty();
    }
}
