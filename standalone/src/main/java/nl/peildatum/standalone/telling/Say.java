package nl.peildatum.standalone.telling;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

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
    READY,

    // while it runs
    POSTGRES_GONE,
    POSTGRES_BACK,
    POSTGRES_STILL_AWAY,
    STOPPING,
    STOPPED,

    // why it does not start
    PORT_NOT_A_NUMBER,
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
    DATA_DIR_IN_USE,
    POSTGRES_AS_ROOT,
    POSTGRES_NO_BINARIES,
    POSTGRES_OTHER_VERSION,
    POSTGRES_NO_PASSWORD,
    POSTGRES_WRONG_PASSWORD,
    POSTGRES_DOES_NOT_START,
    POSTGRES_DOES_NOT_STOP,
    FAILED;

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle(
                    "standalone-messages",
                    Locale.of("nl"),
                    Say.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    /** The line with {0}, {1} … filled in as they are. */
    public String text(Object... values) {
        String text = WORDS.getString(name());
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** Whether every line has its words. */
    public static boolean complete() {
        return Arrays.stream(values()).allMatch(line -> WORDS.containsKey(line.name()));
    }
}
