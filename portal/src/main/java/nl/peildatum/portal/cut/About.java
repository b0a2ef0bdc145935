package nl.peildatum.portal.cut;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A programme as every page of it needs it.
 *
 * @param naam what it is called on the cut
 * @param uitgevers who publish it
 * @param now all that is known now, on today
 * @param moments the days that something belongs to
 */
public record About(String naam, List<String> uitgevers, Known now, Moments moments) {

    /** The last entry there is. */
    public long head() {
        return now.bekendTot();
    }

    /** A programme as the interface tells it. */
    record Programme(
            String naam,
            List<String> uitgevers,
            LocalDate peildatum,
            long bekendTot,
            @Nullable Instant bekendOp) {

        Programme {
            uitgevers = List.copyOf(Objects.requireNonNullElse(uitgevers, List.of()));
        }
    }

    /** The days of fixed reports, and those on which something changed; both in order. */
    public record Moments(List<LocalDate> rapportages, List<LocalDate> veranderingen) {

        public Moments {
            rapportages = inOrder(rapportages);
            veranderingen = inOrder(veranderingen);
        }

        private static List<LocalDate> inOrder(@Nullable List<LocalDate> days) {
            return days == null ? List.of() : List.copyOf(new TreeSet<>(days));
        }

        /** The first day about which something is recorded. */
        public @Nullable LocalDate first() {
            return veranderingen.isEmpty() ? null : veranderingen.getFirst();
        }

        static @Nullable LocalDate before(List<LocalDate> days, LocalDate day) {
            return new TreeSet<>(days).lower(day);
        }

        static @Nullable LocalDate after(List<LocalDate> days, LocalDate day) {
            return new TreeSet<>(days).higher(day);
        }

        /** The fixed report before a day. */
        public @Nullable LocalDate reportBefore(LocalDate day) {
            return before(rapportages, day);
        }
    }
}
