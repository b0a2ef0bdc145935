package nl.peildatum.query.checking;

import java.util.List;
import java.util.stream.IntStream;
import nl.peildatum.contract.DutchTexts;
import org.jspecify.annotations.Nullable;

/** The Dutch sentences of checks; the words are in {@code query-side-checks_nl.properties}. */
enum Sentence {
    CHANGED,
    CHANGED_PARTS,
    CHANGED_HASH,
    CHANGED_OR_ADDED,
    TEXT_CHANGED,
    TEXT_GONE,
    TEXT_BACK,
    ONE_MISSING,
    MORE_MISSING,
    INSERTED,
    INSERTED_LAST,
    EXCHANGED,
    MOVED,
    MOVED_STRETCH,
    RENUMBERED,
    NOT_LATER,
    OUT_OF_ORDER,
    TAIL_CUT,
    WITNESS_CHECKPOINT,
    WITNESS_GIVEN,
    WITNESS_PROJECTION,
    REWRITTEN_SINCE,
    REWRITTEN_SINCE_GIVEN,
    REWRITTEN_PROCESSED,
    REWRITTEN_BOTH,
    STILL_AS_SIGNED,
    CHECKPOINT_UNSIGNED,
    CHECKPOINT_UNKNOWN_KEY,
    CHECKPOINT_REPLACED_KEY,
    KEY_FINGERPRINT,
    KEY_UNREADABLE,
    KEY_UNSIGNED,
    KEY_NOT_PASSED_ON,
    PROJECTION_DIFFERS,
    PROJECTION_LACKS,
    PROJECTION_INVENTS,
    ACT_MISSING,
    ACTS_OVERLAP,
    ACT_BEYOND,
    UNKNOWN_CHECKPOINT_FORM,
    CHECKPOINT_OUTSIDE,
    RANGE_REVERSED,
    TOO_MANY_LINES,
    TOO_MANY_CHECKS,
    ALARM,
    ALARM_FAILED;

    private static final DutchTexts WORDS = DutchTexts.of("query-side-checks", Sentence.class);

    /** The names of the lines under a journal's hash from the moment on, as they are told. */
    private static final List<String> PARTS =
            List.of(
                    "tijdstip",
                    "id",
                    "onderwerp",
                    "onderwerp",
                    "onderwerp",
                    "soort",
                    "soort",
                    "feiten",
                    "tekst");

    /** The sentence, with {0}, {1} … filled in. */
    String text(Object... values) {
        return WORDS.told("controle." + name(), values);
    }

    /** Which parts of an entry differ between two texts under its hash. */
    static List<String> parts(List<String> now, List<String> then) {
        return IntStream.range(0, PARTS.size())
                .filter(part -> !now.get(part + 3).equals(then.get(part + 3)))
                .mapToObj(part -> WORDS.plain("deel." + PARTS.get(part)))
                .distinct()
                .toList();
    }

    /** What a line of the audit log says in words. */
    static String line(String key, Object... values) {
        return WORDS.told("zin." + key, values);
    }

    /** What is checked, within a sentence. */
    static String subject(@Nullable String programme) {
        return programme == null
                ? WORDS.plain("auditlog.log")
                : WORDS.told("auditlog.journal", programme);
    }
}
