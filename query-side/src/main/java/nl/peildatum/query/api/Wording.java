package nl.peildatum.query.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Dutch sentences of the queries; the words are in {@code query-side-labels_nl.properties}. */
public enum Wording {
    BOTH_KNOWN,
    FUTURE_MOMENT,
    BEYOND_JOURNAL,
    BEYOND_ALL_JOURNALS,
    KNOWN_UP_TO_NEEDS_PROGRAMME,
    NOT_PROCESSED,
    UNKNOWN_PROGRAMME,
    UNKNOWN_ACTION,
    UNKNOWN_ENTRY,
    ENTRY_OUTSIDE_CUT,
    UNASSIGNED,
    ALL_LINES,
    LINE,
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
    OUT_WITHDRAWN,
    OUT_EXCLUDED,
    TOLD_LATER,
    BECAUSE,
    REASON,
    REASON_ERASED;

    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle(
                    "query-side-labels",
                    DUTCH,
                    Wording.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    /** The sentence, with {0}, {1} … filled in. */
    public String text(Object... values) {
        return new MessageFormat(WORDS.getString("melding." + name()), DUTCH).format(values);
    }

    static String label(StatusCode status) {
        return WORDS.getString("status." + status.name());
    }
}
