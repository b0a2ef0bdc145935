package nl.peildatum.query.api.signal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.peildatum.query.api.cut.CutShown;
import org.jspecify.annotations.Nullable;

/**
 * A signal, and what was thought of it.
 *
 * @param signaal its key, by which it can be judged
 * @param journaalnummers the entries it rests on
 */
record SignalShown(
        String signaal,
        SignalKind soort,
        List<String> acties,
        String reden,
        Collection<Long> journaalnummers,
        @Nullable JudgementShown beoordeling) {

    /** The signals of a cut; {@code totaal} counts them on all pages together. */
    record SignalList(
            String programma,
            @JsonUnwrapped CutShown cut,
            List<SignalShown> signalen,
            int totaal,
            int pagina,
            int paginagrootte) {}

    /** The last judgement of a signal. */
    record JudgementShown(
            Verdict oordeel,
            @Nullable String reden,
            String door,
            Instant geregistreerdOp,
            long journaalnummer) {}

    /** What a signal is held to be. */
    enum Verdict {
        /** It is right, and may stay as it is. */
        GEACCEPTEERD,
        /** It points at nothing. */
        AFGEWEZEN
    }

    static SignalShown of(Signal signal, @Nullable JudgementShown judgement) {
        return new SignalShown(
                signal.key(),
                signal.kind(),
                signal.actions(),
                signal.reason(),
                signal.entries(),
                judgement);
    }
}
