package nl.peildatum.query.api.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;

/**
 * What the projection and the plain fold say of one cut, and where they differ.
 *
 * @param projected the digest of what the projection says
 * @param folded the digest of what the fold says
 */
record BothWays(String projected, String folded, List<Disagreement> deviations) {

    /**
     * Where the two differ.
     *
     * @param onderdeel what it is about: an action, a line, or a part of the whole
     * @param projectie what the projection says, or null where it says nothing
     * @param herberekening what the fold says, or null where it says nothing
     */
    record Disagreement(
            String onderdeel, @Nullable Object projectie, @Nullable Object herberekening) {}

    static BothWays of(OverviewV1 projected, OverviewV1 folded) {
        List<Disagreement> deviations = new ArrayList<>();
        each(deviations, "actie ", projected.acties(), folded.acties(), OverviewV1.Action::actie);
        each(
                deviations,
                "actielijn ",
                projected.actielijnen(),
                folded.actielijnen(),
                line -> String.valueOf(line.nummer()));
        whole(deviations, "naam", projected.naam(), folded.naam());
        whole(deviations, "startjaar", projected.startjaar(), folded.startjaar());
        whole(deviations, "eindjaar", projected.eindjaar(), folded.eindjaar());
        whole(deviations, "uitgevers", projected.uitgevers(), folded.uitgevers());
        whole(deviations, "totaal", projected.totaal(), folded.totaal());
        whole(
                deviations,
                "aantallenPerActielijn",
                projected.aantallenPerActielijn(),
                folded.aantallenPerActielijn());
        whole(deviations, "nietVastgelegd", projected.nietVastgelegd(), folded.nietVastgelegd());
        return new BothWays(Digests.of(projected), Digests.of(folded), deviations);
    }

    /** Whether both say the same, to the bit. */
    boolean agree() {
        return deviations.isEmpty() && projected.equals(folded);
    }

    private static <T> void each(
            List<Disagreement> deviations,
            String what,
            List<T> projected,
            List<T> folded,
            Function<T, String> key) {
        TreeMap<String, T> one = new TreeMap<>();
        projected.forEach(item -> one.put(key.apply(item), item));
        TreeMap<String, T> other = new TreeMap<>();
        folded.forEach(item -> other.put(key.apply(item), item));
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (String named : keys) {
            whole(deviations, what + named, one.get(named), other.get(named));
        }
    }

    private static void whole(
            List<Disagreement> deviations,
            String what,
            @Nullable Object projected,
            @Nullable Object folded) {
        if (!Objects.equals(projected, folded)) {
            deviations.add(new Disagreement(what, projected, folded));
        }
    }
}
