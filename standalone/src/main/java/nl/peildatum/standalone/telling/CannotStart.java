package nl.peildatum.standalone.telling;

import org.jspecify.annotations.Nullable;

/** Why the standalone does not start: one line that says what is wrong and what to do about it. */
public final class CannotStart extends RuntimeException {

    public CannotStart(Say line, Object... values) {
        super(line.text(values));
    }

    private CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** With the cause, which goes to the log file and never to the console. */
    public static CannotStart because(Throwable cause, Say line, Object... values) {
        return new CannotStart(line.text(values), cause);
    }
}
