package nl.peildatum.portal.lines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.Known;
import org.jspecify.annotations.Nullable;

/** The overview as it is published, of which each line is a chapter. */
public record Publication(
        @Nullable String naam,
        LocalDate peildatum,
        long bekendTot,
        @Nullable Instant bekendOp,
        Counts totaal,
        List<Line> actielijnen,
        List<Outside> nietOpgenomen,
        List<Outside> vervallen,
        List<String> actiesNietVastgelegd) {

    public Publication {
        totaal = Objects.requireNonNullElse(totaal, Counts.NONE);
        actielijnen = orEmpty(actielijnen);
        nietOpgenomen = orEmpty(nietOpgenomen);
        vervallen = orEmpty(vervallen);
        actiesNietVastgelegd = orEmpty(actiesNietVastgelegd);
    }

    /** An action that is in no chapter, and why. */
    public record Outside(String actie, @Nullable String titel, @Nullable String reden) {

        /** Where it is read. */
        public String page(Cut cut) {
            return cut.page("/acties/" + Cut.encoded(actie));
        }
    }

    /** The cut of it. */
    public Known known() {
        return new Known(peildatum, bekendTot, bekendOp);
    }

    /** The place of a line among the chapters, or -1 where it has none. */
    int place(String code) {
        return actielijnen.stream().map(Line::code).toList().indexOf(code);
    }

    @Nullable Line at(int place) {
        return place < 0 || place >= actielijnen.size() ? null : actielijnen.get(place);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }
}
