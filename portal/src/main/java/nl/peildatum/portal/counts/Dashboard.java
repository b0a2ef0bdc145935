package nl.peildatum.portal.counts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counts of a programme for a cut, as the query-side answers them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Dashboard(
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

    Dashboard {
        actielijnen = orEmpty(actielijnen);
        nietOpgenomen = orEmpty(nietOpgenomen);
        vervallen = orEmpty(vervallen);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** How many actions, and how many of them in each status. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Counts(
            int acties,
            int afgerond,
            int inUitvoering,
            int inUitvoeringVertraging,
            int doorlopend,
            int nogNietGestart) {

        /** In the order of {@link StatusColumn}. */
        public List<Integer> inColumns() {
            return List.of(
                    afgerond, inUitvoering, inUitvoeringVertraging, doorlopend, nogNietGestart);
        }
    }

    /** One action line; without a number those that belong to no line. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(@Nullable Integer nummer, @Nullable String titel, Counts aantallen) {}

    /** An action that is in no count, and why. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outside(String actie, @Nullable String reden) {}
}
