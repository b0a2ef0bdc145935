package nl.peildatum.portal.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something that is recorded and does not fit with something else that is.
 *
 * @param signaal the key by which it is judged
 * @param reden what does not fit
 * @param journaalnummers the entries that it rests on
 */
public record Signal(
        String signaal,
        String soort,
        List<String> acties,
        String reden,
        List<Long> journaalnummers,
        @Nullable Judgement beoordeling) {

    /** The judgement that it is right; what it rests on may have to be corrected. */
    public static final String RIGHT = "GEACCEPTEERD";

    /** The judgement that it is not. */
    public static final String WRONG = "AFGEWEZEN";

    /** What was judged of it last. */
    public record Judgement(
            String oordeel, @Nullable String reden, Instant geregistreerdOp, long journaalnummer) {

        /** In words, with the reason. */
        public String told() {
            return Words.of(
                    oordeel.equals(RIGHT) ? "signaal.geaccepteerd" : "signaal.afgewezen",
                    Words.moment(geregistreerdOp),
                    reden == null ? Words.of("regel.gewist") : reden);
        }
    }

    /** A page of the list of signals on a cut. */
    public record Listed(
            List<Signal> signalen,
            int totaal,
            int pagina,
            int paginagrootte,
            LocalDate peildatum,
            long bekendTot,
            @Nullable Instant bekendOp) {

        Known known() {
            return new Known(peildatum, bekendTot, bekendOp);
        }
    }

    /** Of what kind it is. */
    public String kind() {
        return Words.of("soort." + soort);
    }

    /** What it is called among others. */
    public String name() {
        return Words.of("signaal.naam", kind(), String.join(", ", acties));
    }

    /** Whether it is to be corrected now: it was judged to be right. */
    public boolean right() {
        return beoordeling != null && beoordeling.oordeel().equals(RIGHT);
    }

    /** Where it is judged, after the programme's address. */
    public String judging() {
        return path(signaal) + "/beoordelen";
    }

    /** Its address in the interface, after the programme's. */
    public static String path(String key) {
        return "/signalen/" + Cut.encoded(key);
    }
}
