package nl.peildatum.query.api;

import java.util.List;
import nl.peildatum.contract.DutchTexts;

/** The Dutch sentences of the queries; the words are in {@code query-side-labels_nl.properties}. */
public enum Wording {
    BOTH_KNOWN,
    FUTURE_MOMENT,
    BEYOND_JOURNAL,
    BEYOND_ALL_JOURNALS,
    NOT_PROCESSED,
    RENDERING_BUSY,
    FOLLOWS_TOO_MUCH,
    UNKNOWN_PROGRAMME,
    UNKNOWN_ACTION,
    UNKNOWN_LINE,
    UNKNOWN_ENTRY,
    ENTRY_OUTSIDE_CUT,
    UNKNOWN_REPORT,
    FROM_BEYOND_UP_TO,
    RANGE_OR_REPORT,
    RANGE_BEYOND_JOURNAL,
    NO_FIXED_REPORT,
    PERSON_ERASED,
    ACTION_SINCE_FIXED,
    LINE_SINCE_FIXED,
    PROGRAMME_SINCE_FIXED,
    STATUS_SINCE_FIXED,
    NOT_RECORDED,
    REPORT_DEVIATES,
    ANSWERS_DEVIATE,
    UNASSIGNED,
    ALL_LINES,
    PLACE,
    QUOTED,
    AND,
    FROM_AFTER_TO,
    KNOWN_FROM_AFTER_TO,
    TOO_MANY_POINTS,
    MOVED,
    MOVED_STEPWISE,
    MOVED_STEP,
    JOINED,
    JOINED_INCLUDED,
    LEFT_WITHDRAWN,
    LEFT_EXCLUDED,
    CORRECTED_STATUS,
    CORRECTED_LINE,
    CORRECTED_IN,
    CORRECTED_OUT,
    OUT_UNRECORDED,
    OUT_RETRACTED,
    OUT_WITHDRAWN,
    OUT_EXCLUDED,
    TOLD_LATER,
    SIGNAL_NAMED,
    SIGNAL_DELAY,
    SIGNAL_UNFINISHED,
    SIGNAL_COINCIDES,
    SIGNAL_TOGETHER,
    SIGNAL_EARLY,
    SIGNAL_BLOCK,
    SIGNAL_UNCHANGED,
    SIGNAL_YEARS_OVER,
    SIGNAL_COMPLETION_OVER,
    EFFECTIVE_TOO_EARLY,
    NOT_YET_RECORDED,
    MOVE_ILLEGAL,
    MAKING_START,
    MAKING_VERTRAGING,
    MAKING_HERVATTING,
    MAKING_DOORLOPEND,
    MAKING_AFBAKENING,
    MAKING_AFRONDING,
    MAKING_HEROPENING,
    MAKING_INTREKKING,
    MOVE_CONTRADICTS,
    NO_MOVES,
    OTHER_MOVES,
    FACT_STATUS,
    FACT_TITLE,
    FACT_LINE,
    FACT_YEARS,
    FACT_EXPLANATION,
    FACT_COMPLETION,
    FACT_INCLUDED;

    private static final DutchTexts WORDS = DutchTexts.of("query-side-labels", Wording.class);

    /** The sentence, with {0}, {1} … filled in. */
    public String text(Object... values) {
        return WORDS.filled("melding." + name(), values);
    }

    /** What a field of an action or a programme is called in a sentence. */
    public static String field(String name) {
        return WORDS.plain("veld." + name);
    }

    /** One or more things in a sentence: with commas, and the last with "en". */
    public static String listed(List<String> things) {
        int last = things.size() - 1;
        return last == 0
                ? things.getFirst()
                : AND.text(String.join(", ", things.subList(0, last)), things.get(last));
    }

    static String label(StatusCode status) {
        return WORDS.plain("status." + status.name());
    }
}
