package nl.peildatum.standalone.telling;

import nl.peildatum.contract.DutchTexts;

/** The lines a standalone speaks; their words are in {@code standalone-messages_nl.properties}. */
public enum Say {
    // on the way up
    CHECKED,
    POSTGRES_UNPACKING,
    POSTGRES_MAKING,
    POSTGRES_ORPHAN,
    POSTGRES_RECOVERING,
    POSTGRES_READY,
    ISSUER_READY,
    COMMAND_SIDE_READY,
    QUERY_SIDE_READY,
    PORTAL_READY,
    IMPORTING,
    IMPORTED,
    IMPORT_FAILED,
    EXAMPLE_MAKING,
    EXAMPLE_MADE,
    EXAMPLE_FAILED,
    EXAMPLE_TOO_LATE,
    READY,
    ASKING,
    ASKING_WITH_TOKEN,
    TRYING,
    RECORDING,

    // while it runs
    POSTGRES_GONE,
    POSTGRES_BACK,
    POSTGRES_STILL_AWAY,
    STOPPING,
    STOPPED,

    // why it does not start
    PORT_NOT_A_NUMBER,
    NOT_YES_OR_NO,
    ADDRESS_NOT_VALID,
    BIND_NOT_VALID,
    PORT_IN_USE,
    PORT_NOT_ALLOWED,
    JAVA_TOO_OLD,
    NO_SPACE,
    NO_SPACE_LEFT,
    DATA_DIR_EMPTY,
    DATA_DIR_NOT_A_DIRECTORY,
    DATA_DIR_NOT_WRITABLE,
    DATA_DIR_OF_ANOTHER,
    DATA_DIR_IN_USE,
    POSTGRES_AS_ROOT,
    POSTGRES_NO_BINARIES,
    POSTGRES_OTHER_VERSION,
    POSTGRES_NO_PASSWORD,
    POSTGRES_WRONG_PASSWORD,
    POSTGRES_DOES_NOT_START,
    POSTGRES_DOES_NOT_STOP,
    FAILED;

    private static final DutchTexts WORDS = DutchTexts.of("standalone-messages", Say.class);

    /** The line with {0}, {1} … filled in as they are. */
    public String text(Object... values) {
        return WORDS.told(name(), values);
    }
}
