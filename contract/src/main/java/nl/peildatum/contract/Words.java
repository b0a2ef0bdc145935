package nl.peildatum.contract;

/**
 * The Dutch sentences about what is wrong with a request, for whatever the document says no other;
 * the words are in {@code contract-messages_nl.properties}.
 */
enum Words {
    MISSING,
    NOT_VALID,
    NOT_TEXT,
    BLANK,
    TOO_LONG,
    TOO_SHORT,
    UNSTORABLE,
    NOT_DATE,
    DATE_NOT_ON_CALENDAR,
    IN_FUTURE,
    NOT_INSTANT,
    NOT_INTEGER,
    BELOW,
    OUT_OF_RANGE,
    NOT_BOOLEAN,
    NOT_FLAG,
    NOT_LIST,
    NOT_OBJECT,
    TOO_MANY_ITEMS,
    TOO_FEW_ITEMS,
    ITEM_NOT_TEXT,
    REPEATED_ITEM,
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
    BAD_ENCODING;

    private static final DutchTexts TEXTS = DutchTexts.of("contract-messages", Words.class);

    /** The sentence, with {0}, {1} … filled in as they are. */
    String text(Object... values) {
        return TEXTS.told("melding." + name(), values);
    }
}
