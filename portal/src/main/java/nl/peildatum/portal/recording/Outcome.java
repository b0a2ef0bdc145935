package nl.peildatum.portal.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
sealed interface Outcome {

    /** It is recorded. */
    record Recorded(long entry) implements Outcome {}

    /** Nothing changed, since all was so already. */
    record Unchanged() implements Outcome {}

    /** What it would do; nothing is recorded. */
    record Tried(Consequence consequence) implements Outcome {}

    /** It is refused, with all that is wrong. */
    record Refused(int status, String detail, List<Fault> faults, @Nullable Long entry)
            implements Outcome {

        /** Whether somebody else was first. */
        boolean overtaken() {
            return status == 412;
        }
    }

    /** Nobody answered in time, so it is not known. */
    record Unknown() implements Outcome {}
}
