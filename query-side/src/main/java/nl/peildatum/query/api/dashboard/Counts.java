package nl.peildatum.query.api.dashboard;

import java.util.stream.Stream;
import nl.peildatum.query.api.StatusCode;

/** How many actions count, and how many of them have each status of the legend. */
public record Counts(
        int acties,
        int afgerond,
        int inUitvoering,
        int inUitvoeringVertraging,
        int doorlopend,
        int nogNietGestart) {

    /** No action at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** So many actions of one status; a withdrawn one counts nowhere. */
    public static Counts of(StatusCode status, int n) {
        return switch (status) {
            case AFGEROND -> new Counts(n, n, 0, 0, 0, 0);
            case IN_UITVOERING -> new Counts(n, 0, n, 0, 0, 0);
            case IN_UITVOERING_VERTRAGING -> new Counts(n, 0, 0, n, 0, 0);
            case DOORLOPEND -> new Counts(n, 0, 0, 0, n, 0);
            case NOG_NIET_GESTART -> new Counts(n, 0, 0, 0, 0, n);
            case VERVALLEN -> NONE;
        };
    }

    /** How many have this status; those that were withdrawn are not counted. */
    public int of(StatusCode status) {
        return switch (status) {
            case AFGEROND -> afgerond;
            case IN_UITVOERING -> inUitvoering;
            case IN_UITVOERING_VERTRAGING -> inUitvoeringVertraging;
            case DOORLOPEND -> doorlopend;
            case NOG_NIET_GESTART -> nogNietGestart;
            case VERVALLEN -> 0;
        };
    }

    /** All of these together. */
    public static Counts sum(Stream<Counts> some) {
        return some.reduce(NONE, Counts::plus);
    }

    /** These and more. */
    public Counts plus(Counts more) {
        return new Counts(
                acties + more.acties,
                afgerond + more.afgerond,
                inUitvoering + more.inUitvoering,
                inUitvoeringVertraging + more.inUitvoeringVertraging,
                doorlopend + more.doorlopend,
                nogNietGestart + more.nogNietGestart);
    }
}
