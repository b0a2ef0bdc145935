package nl.peildatum.portal.lines;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * An action line as its chapter is published; without a number what belongs to none. Where it is
 * not there yet it has its number only.
 */
public record Line(
        @Nullable Integer nummer,
        @Nullable String titel,
        @Nullable String langeTitel,
        @Nullable String inleiding,
        @Nullable String doelenInleiding,
        List<String> doelen,
        @Nullable String effectenInleiding,
        List<String> effecten,
        @Nullable Counts aantallen,
        List<Block> blokken) {

    static final Line NONE =
            new Line(null, null, null, null, null, List.of(), null, List.of(), null, List.of());

    public Line {
        doelen = List.copyOf(Objects.requireNonNullElse(doelen, List.of()));
        effecten = List.copyOf(Objects.requireNonNullElse(effecten, List.of()));
        blokken = List.copyOf(Objects.requireNonNullElse(blokken, List.of()));
    }

    /** One or more actions that are printed as one. */
    public record Block(
            String gerapporteerdAls,
            List<Member> acties,
            @Nullable String titel,
            StatusCode status,
            List<Integer> uitvoeringsjaren,
            @Nullable String toelichting) {

        /** The years in which it is carried out. */
        public @Nullable String years() {
            return uitvoeringsjaren.isEmpty()
                    ? null
                    : uitvoeringsjaren.stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
    }

    /** An action of a block. */
    public record Member(String actie) {

        /** Where it is read. */
        public String page(Cut cut) {
            return cut.page("/acties/" + Cut.encoded(actie));
        }
    }

    /** What {@code actielijn} in an address says. */
    public String code() {
        return nummer == null ? "geen" : nummer.toString();
    }

    /** What it is called where it is told. */
    public String told() {
        return nummer == null ? Words.of("lijn.geen") : Words.of("lijn.nummer", nummer);
    }

    /** What it is called as a chapter. */
    public String name() {
        return langeTitel != null ? langeTitel : titel != null ? titel : told();
    }

    /** Where it is read. */
    public String page(Cut cut) {
        return cut.page("/actielijnen/" + code());
    }
}
