package nl.peildatum.api;

import nl.peildatum.contract.DutchTexts;

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
    MORE_FAULTS,

    EMPTY_HEADER,
    HEADER_OF_OTHERS;

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
}
