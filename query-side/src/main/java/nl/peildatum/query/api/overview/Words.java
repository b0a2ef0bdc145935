package nl.peildatum.query.api.overview;

import nl.peildatum.contract.DutchTexts;
import nl.peildatum.query.api.StatusCode;

/** The Dutch words of the overview; they are in {@code query-side-overview_nl.properties}. */
public enum Words {
    OVERVIEW,
    PLAN,
    REPORT_DATE,
    KNOWN_UP_TO,
    KNOWN_UP_TO_NUMBER,
    INSIDE_ACT,
    MOMENT,
    NOTHING_KNOWN,
    UNRECORDED,
    UNRECORDED_ONE,
    UNRECORDED_MANY,
    UNRECORDED_CODES,
    CONTENTS,
    SKIP,
    LEGEND,
    TIMELINE,
    EXECUTION_YEAR,
    EXECUTION_YEAR_MEANING,
    OTHER_YEAR,
    OTHER_YEAR_MEANING,
    STATUSES,
    DASHBOARD,
    TOTAL,
    TOTAL_ROW,
    ACTIONS_TOTAL,
    ALL,
    COUNTS,
    LINE,
    LINE_NUMBER,
    GOALS,
    EFFECTS,
    ACTIONS,
    NO_ACTIONS,
    NO_LINES,
    ACTION,
    TITLE,
    REPORTED_AS,
    WITHOUT_TITLE,
    WITHOUT_REASON,
    STATUS,
    MEANING,
    YEARS,
    NO_YEARS,
    TWO_ACTIONS,
    SEE_ALSO,
    ONE_ACTION,
    SO_MANY_ACTIONS,
    BAR,
    NOT_INCLUDED,
    NOT_INCLUDED_MEANING,
    NOT_INCLUDED_ONE,
    NOT_INCLUDED_MANY,
    WITHDRAWN,
    WITHDRAWN_MEANING,
    WITHDRAWN_NOTE,
    WITHDRAWN_SINCE,
    REASON,
    SINCE,
    PUBLISHED_BY,
    COLOPHON,
    AND,
    PAGE;

    private static final DutchTexts TEXTS = DutchTexts.of("query-side-overview", Words.class);

    /** The words, with {0}, {1} … filled in. */
    public String text(Object... values) {
        return TEXTS.filled(name(), values);
    }

    /** What a status of the legend means. */
    public static String meaning(StatusCode status) {
        return TEXTS.plain("betekenis." + status.name());
    }

    /** What a status is called after a number of actions. */
    static String within(StatusCode status) {
        return TEXTS.plain("aantal." + status.name());
    }
}
