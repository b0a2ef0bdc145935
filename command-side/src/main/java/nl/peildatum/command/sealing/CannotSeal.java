package nl.peildatum.command.sealing;

import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;

/** Why nothing is signed now, as a Dutch sentence for who runs the system. */
final class CannotSeal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Cause why;

    /** What stands in the way. */
    enum Cause {
        /** No directory was given to keep a key in. */
        OFF("sealing.off"),
        /** The key's file is gone, or cannot be read as a key. */
        KEY_GONE("sealing.keyGone"),
        /** The key is not the last one that the database knows. */
        KEY_UNKNOWN("sealing.keyUnknown"),
        /** What was signed cannot be kept beside the key. */
        FILE("sealing.file"),
        /** The journal is not what was recorded: signing it would vouch for something altered. */
        ALTERED("sealing.altered");

        private final String sentence;

        Cause(String sentence) {
            this.sentence = sentence;
        }

        CannotSeal because(Throwable failure, Object... values) {
            return new CannotSeal(this, failure, values);
        }

        CannotSeal now(Object... values) {
            return new CannotSeal(this, null, values);
        }
    }

    private CannotSeal(Cause why, @Nullable Throwable failure, Object... values) {
        super(Wordings.of(why.sentence, values), failure);
        this.why = why;
    }

    Cause why() {
        return why;
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
