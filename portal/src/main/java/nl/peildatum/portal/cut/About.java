package nl.peildatum.portal.cut;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A programme as every page of it needs it.
 *
 * @param naam what it is called today
 * @param uitgevers who publish it
 * @param now all that is known now, on today
 * @param moments the days that something belongs to
 */
public record About(String naam, List<String> uitgevers, Known now, Moments moments) {

    /** The last entry there is. */
    public long head() {
        return now.bekendTot();
    }

    /**
     * The bar of a page of the programme.
     *
     * @param cut what its address asks for
     * @param known what is answered
     * @param path where it is, after the programme's own address
     * @param parameters what else its address says, names and values by turns; a value that is null
     *     is left out
     */
    public CutBar bar(Cut cut, Known known, String path, @Nullable Object... parameters) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i + 1] != null) {
                said.add(String.valueOf(parameters[i]));
                said.add(String.valueOf(parameters[i + 1]));
            }
        }
        return new CutBar(cut, known, this, path, List.copyOf(said), null);
    }

    /** A programme with its days, as the interface tells it. */
    record Told(
            String programma,
            @Nullable String naam,
            List<String> uitgevers,
            LocalDate peildatum,
            long bekendTot,
            @Nullable Instant bekendOp,
            List<LocalDate> veranderingen,
            List<Fixed> vaststellingen) {

        About about() {
            return new About(
                    Objects.requireNonNullElse(naam, programma),
                    List.copyOf(Objects.requireNonNullElse(uitgevers, List.of())),
                    new Known(peildatum, bekendTot, bekendOp),
                    new Moments(veranderingen, vaststellingen));
        }
    }

    /** The newest report that was fixed for a day. */
    public record Fixed(LocalDate peildatum, long bekendTot, Instant geregistreerdOp) {}

    /** The days on which something changed, and the fixed reports; both in order. */
    public record Moments(List<LocalDate> veranderingen, List<Fixed> vaststellingen) {

        public Moments {
            veranderingen = List.copyOf(Objects.requireNonNullElse(veranderingen, List.of()));
            vaststellingen = List.copyOf(Objects.requireNonNullElse(vaststellingen, List.of()));
        }

        /** The days of the fixed reports. */
        public List<LocalDate> rapportages() {
            return vaststellingen.stream().map(Fixed::peildatum).toList();
        }

        /** The report that was fixed for a day. */
        public @Nullable Fixed fixed(LocalDate day) {
            return vaststellingen.stream()
                    .filter(report -> report.peildatum().equals(day))
                    .findFirst()
                    .orElse(null);
        }

        /** The first day about which something is recorded. */
        public @Nullable LocalDate first() {
            return veranderingen.isEmpty() ? null : veranderingen.getFirst();
        }

        /** The fixed report before a day. */
        public @Nullable LocalDate reportBefore(LocalDate day) {
            return before(rapportages(), day);
        }

        static @Nullable LocalDate before(List<LocalDate> days, LocalDate day) {
            return new TreeSet<>(days).lower(day);
        }

        static @Nullable LocalDate after(List<LocalDate> days, LocalDate day) {
            return new TreeSet<>(days).higher(day);
        }
    }
}
