package nl.peildatum.portal.counts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** The counts of a programme on a cut, as the interface gives them. */
public record Dashboard(
        String programma,
        String naam,
        LocalDate peildatum,
        long bekendTot,
        @Nullable Instant bekendOp,
        Counts totaal,
        List<Line> actielijnen,
        List<Outside> nietOpgenomen,
        List<Outside> vervallen,
        int nietVastgelegd) {

    /** One action line; without a number those that belong to no line. */
    public record Line(@Nullable Integer nummer, @Nullable String titel, Counts aantallen) {

        /** What {@code actielijn} in an address says. */
        public String code() {
            return nummer == null ? "geen" : nummer.toString();
        }

        /** What it is called. */
        public String name() {
            return nummer == null || titel == null ? Words.of("lijn.geen") : titel;
        }

        /** What it is called where a figure or a link is told. */
        public String told() {
            return nummer == null ? name() : Words.of("lijn.nummer", nummer);
        }

        /** Its number and its title. */
        public String full() {
            return nummer == null ? name() : Words.of("lijn.metTitel", nummer, name());
        }

        /** Where it is read. */
        public String page(Cut cut) {
            return cut.page("/actielijnen/" + code());
        }
    }

    /** An action that is in no count, and why. */
    public record Outside(String actie, @Nullable String reden) {}

    /** The cut it is about. */
    public Known known() {
        return new Known(peildatum, bekendTot, bekendOp);
    }

    /** The lines that are shown: "Niet ingedeeld" only when something is. */
    public List<Line> lines() {
        return actielijnen.stream()
                .filter(line -> line.nummer() != null || line.aantallen().acties() > 0)
                .toList();
    }

    /** How many lines there are. */
    public long numbered() {
        return actielijnen.stream().filter(line -> line.nummer() != null).count();
    }

    /** The scale that the bars of the lines share. */
    public int scale() {
        return Math.max(
                1, lines().stream().mapToInt(line -> line.aantallen().acties()).max().orElse(1));
    }
}
