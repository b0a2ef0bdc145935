package nl.peildatum.portal.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** The counts on days after one another, as the interface gives them. */
public record Course(
        LocalDate van,
        LocalDate tot,
        long bekendTot,
        @Nullable Instant bekendOp,
        List<Point> punten,
        @Nullable Boolean ingekort) {

    /** The counts on a day. */
    public record Point(LocalDate peildatum, Counts totaal) {

        /** The day in words. */
        public String day() {
            return Words.date(peildatum);
        }
    }

    /** Whether days before these are left out. */
    public boolean shortened() {
        return Boolean.TRUE.equals(ingekort);
    }

    /** The scale that the bars of all days share. */
    public int scale() {
        return Math.max(1, punten.stream().mapToInt(p -> p.totaal().acties()).max().orElse(1));
    }
}
