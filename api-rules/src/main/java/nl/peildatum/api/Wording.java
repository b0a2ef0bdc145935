package nl.peildatum.api;

import nl.peildatum.contract.DutchTexts;
import nl.peildatum.contract.IsoDates;

/**
 * The Dutch sentences of this package; the words are in {@code api-rules-messages_nl.properties}.
 */
enum Wording {
    INVALID_UNNAMED,
    INVALID_ONE,
    INVALID_MANY,
    NO_TOKEN,
    BAD_TOKEN,
    FORBIDDEN,
    UNKNOWN,
    METHOD_NOT_ALLOWED,
    METHOD_NOT_ALLOWED_BUT,
    NOT_ACCEPTABLE,
    NOT_ACCEPTABLE_BUT,
    TOO_LARGE,
    TOO_LARGE_UNMEASURED,
    UNSUPPORTED,
    UNSUPPORTED_BUT,
    UNSUPPORTED_ENCODING,
    UNSUPPORTED_CHARSET,
    UNAVAILABLE,
    DATABASE_AWAY,
    ISSUER_AWAY,
    CONCURRENT_CHANGE,
    BROKEN_WITH_ID,
    BODY_UNREADABLE,

    MISSING,
    MISSING_HEADER,
    NOT_VALID,
    NOT_TEXT,
    BLANK,
    TOO_LONG,
    UNSTORABLE,
    MORE_FAULTS,
    MORE_LINES,
    NOT_DATE,
    DATE_NOT_ON_CALENDAR,
    NOT_INTEGER,
    BELOW,
    ABOVE,
    OUT_OF_RANGE,
    NOT_BOOLEAN,
    NOT_LIST,
    EMPTY_LIST,
    EMPTIED_AND_GIVEN,
    NOT_OBJECT,
    TOO_MANY_ITEMS,
    ITEM_NOT_TEXT,
    DUPLICATE_YEAR,
    NOT_ONE_OF,
    UNKNOWN_FIELD,
    UNKNOWN_FIELD_NEAR,
    DUPLICATE_FIELD,

    JSON_MALFORMED,
    JSON_TOO_DEEP,
    JSON_TRAILING,
    JSON_NOT_OBJECT,
    JSON_EMPTY,
    JSON_NOT_UTF8,

    UNKNOWN_PARAMETER,
    UNKNOWN_PARAMETER_NEAR,
    NO_PARAMETERS,
    REPEATED_PARAMETER,
    EMPTY_PARAMETER,
    EMPTY_HEADER,
    BAD_ENCODING,
    NOT_INSTANT,
    NOT_FLAG;

    private static final DutchTexts WORDS = DutchTexts.of("api-rules-messages", Wording.class);

    /** The sentence, with {0}, {1} … filled in as they are. */
    String text(Object... values) {
        return WORDS.told("melding." + name(), values);
    }

    static String title(ProblemKind kind) {
        return WORDS.plain("probleem." + kind.name() + ".titel");
    }

    static String detail(ProblemKind kind) {
        return WORDS.plain("probleem." + kind.name() + ".detail");
    }

    /** What is wrong with what is not a date: how it is written, or that there is no such day. */
    static String notDate(String text) {
        return (IsoDates.hasForm(text) ? DATE_NOT_ON_CALENDAR : NOT_DATE).text();
    }
}
