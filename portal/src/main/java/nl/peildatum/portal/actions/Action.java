package nl.peildatum.portal.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** An action on a cut, as the interface gives it; where it is not there yet only its number. */
public record Action(
        String actie,
        @Nullable String gerapporteerdAls,
        @Nullable String titel,
        @Nullable Integer actielijn,
        @Nullable StatusCode status,
        @Nullable LocalDate statusSinds,
        @Nullable Boolean openingsstand,
        @Nullable Boolean opgenomen,
        List<Integer> uitvoeringsjaren,
        @Nullable String toelichting,
        @Nullable String reden,
        @Nullable LocalDate verwachteAfronding,
        List<Link> verbanden,
        @Nullable String redenNietOpgenomen,
        List<Periods.Period> perioden) {

    public Action {
        uitvoeringsjaren = List.copyOf(Objects.requireNonNullElse(uitvoeringsjaren, List.of()));
        verbanden = List.copyOf(Objects.requireNonNullElse(verbanden, List.of()));
        perioden = List.copyOf(Objects.requireNonNullElse(perioden, List.of()));
    }

    /** A link to another action. */
    public record Link(String soort, String actie) {

        /** In words. */
        public String told() {
            return Words.of("verband." + soort);
        }
    }

    /** What it is called on the cut, else its number in words. */
    public String name() {
        return titel == null ? Words.of("actie.naam", actie) : titel;
    }

    /** Its statuses over time, as far as they were asked for. */
    public Periods periods() {
        return new Periods(perioden);
    }

    /** Whether it is there, and left out of the counts. */
    public boolean leftOut() {
        return Boolean.FALSE.equals(opgenomen);
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
                : Words.of(
                        Boolean.TRUE.equals(openingsstand) ? "actie.op" : "actie.sinds",
                        Words.date(statusSinds));
    }

    /** The years in which it is carried out. */
    public @Nullable String years() {
        return uitvoeringsjaren.isEmpty()
                ? null
                : uitvoeringsjaren.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
