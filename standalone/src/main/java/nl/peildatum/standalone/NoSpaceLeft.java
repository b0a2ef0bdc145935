package nl.peildatum.standalone;

import org.jspecify.annotations.Nullable;

/** Recognises a full disk, which Java and PostgreSQL know by its message only. */
final class NoSpaceLeft {

    private NoSpaceLeft() {}

    static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left")
                    || message.contains("not enough space")
                    || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
