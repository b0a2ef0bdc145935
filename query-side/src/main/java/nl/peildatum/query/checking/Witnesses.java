package nl.peildatum.query.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.query.checking.Deviation.Kind;
import org.jspecify.annotations.Nullable;

/** Hashes of entries that were kept apart from the journal, and whether they are still in it. */
final class Witnesses {

    /** Where a hash was kept. */
    enum Source {
        SIGNED,
        GIVEN
    }

    /** An entry as it was once. */
    record Witness(long number, String hash, Source source) {}

    private final List<Witness> all = new ArrayList<>();
    private final Map<Long, String> byNumber = new HashMap<>();
    private final Set<String> sought = new HashSet<>();

    void add(Witness witness) {
        all.add(witness);
        byNumber.putIfAbsent(witness.number(), witness.hash());
        sought.add(witness.hash());
    }

    /** One hash for each number, to try what follows. */
    Map<Long, String> byNumber() {
        return byNumber;
    }

    /** An entry with this hash is there. */
    void seen(String hash) {
        sought.remove(hash);
    }

    boolean holds(Witness witness) {
        return !sought.contains(witness.hash());
    }

    /** Of each checkpoint that was given whether it still holds. */
    List<Outcome.Compared> compared(List<Question.Given> given) {
        return given.stream()
                .map(
                        one ->
                                new Outcome.Compared(
                                        one.number(), one.hash(), !sought.contains(one.hash())))
                .toList();
    }

    /** The highest that is beyond what is there. */
    @Nullable Witness beyond(long reached) {
        Witness highest = null;
        for (Witness witness : all) {
            if (witness.number() > reached
                    && !holds(witness)
                    && (highest == null || witness.number() > highest.number())) {
                highest = witness;
            }
        }
        return highest;
    }

    /** The first that does not hold, though an entry is in its place and fits. */
    @Nullable Witness broken(long reached, Deviations deviations) {
        Witness first = null;
        for (Witness witness : all) {
            if (witness.number() <= reached
                    && !holds(witness)
                    && !deviations.isExplained(witness.number())
                    && (first == null || witness.number() < first.number())) {
                first = witness;
            }
        }
        return first;
    }

    /** In words that the journal was written anew since a checkpoint. */
    String rewrittenSince(Witness broken) {
        long still =
                all.stream()
                        .filter(one -> one.number() < broken.number() && holds(one))
                        .mapToLong(Witness::number)
                        .max()
                        .orElse(0);
        Sentence sentence =
                broken.source() == Source.GIVEN
                        ? Sentence.REWRITTEN_SINCE_GIVEN
                        : Sentence.REWRITTEN_SINCE;
        return sentence.text(
                broken.number(), still == 0 ? "" : Sentence.STILL_AS_SIGNED.text(still));
    }

    static String inWords(Witness witness) {
        Sentence sentence =
                witness.source() == Source.GIVEN
                        ? Sentence.WITNESS_GIVEN
                        : Sentence.WITNESS_CHECKPOINT;
        return sentence.text(witness.number());
    }

    /** Tells that the last entries are gone. */
    static void tellTail(Deviations deviations, long head, String because) {
        deviations.addBesides(
                Kind.STAART_AFGESNEDEN, head + 1, Sentence.TAIL_CUT.text(head, because));
    }
}
