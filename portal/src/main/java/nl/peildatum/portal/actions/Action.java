package nl.peildatum.portal.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** An action on a cut, as the interface gives it. */
public record Action(
        String actie,
        String gerapporteerdAls,
        String titel,
        @Nullable Integer actielijn,
        @Nullable StatusCode status,
        @Nullable LocalDate statusSinds,
        boolean openingsstand,
        boolean opgenomen,
        List<Integer> uitvoeringsjaren,
        @Nullable String toelichting,
        @Nullable String reden,
        @Nullable LocalDate verwachteAfronding,
        List<Link> verbanden,
        @Nullable String redenNietOpgenomen) {

    public Action {
        uitvoeringsjaren = List.copyOf(Objects.requireNonNullElse(uitvoeringsjaren, List.of()));
        verbanden = List.copyOf(Objects.requireNonNullElse(verbanden, List.of()));
    }

    /** A link to another action. */
    public record Link(String soort, String actie) {

        /** In words. */
        public String told() {
            return Words.of("verband." + soort);
        }
    }

    /** Where it is read. */
    public String page(Cut cut) {
        return cut.page("/acties/" + Cut.encoded(actie));
    }

    /**
     * Since when it has its status; of an opening position it is only known that it had it then.
     */
    public @Nullable String since() {
        return statusSinds == null
                ? null
                : Words.of(openingsstand ? "actie.op" : "actie.sinds", Words.date(statusSinds));
    }

    /** The years in which it is carried out. */
    public @Nullable String years() {
        return uitvoeringsjaren.isEmpty()
                ? null
                : uitvoeringsjaren.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
