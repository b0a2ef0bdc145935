package nl.peildatum.portal.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** What a check of the journal found. */
public record Check(
        boolean inOrde,
        long gecontroleerd,
        int controlepunten,
        List<Deviation> afwijkingen,
        long afwijkingenTotaal,
        Instant gecontroleerdOp) {

    public Check {
        afwijkingen = List.copyOf(Objects.requireNonNullElse(afwijkingen, List.of()));
    }

    /** One thing that is not as it should be. */
    public record Deviation(@Nullable Long journaalnummer, String soort, String melding) {}

    /** What it comes to, in a sentence. */
    public String told() {
        return inOrde
                ? Words.of(
                        "bewijs.inOrde",
                        gecontroleerd,
                        controlepunten,
                        Words.moment(gecontroleerdOp))
                : Words.counted(
                        "bewijs.nietInOrde", afwijkingenTotaal, Words.moment(gecontroleerdOp));
    }
}
