package nl.peildatum.portal.recording;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of a command. */
public sealed interface Outcome {

    /** It is recorded. */
    record Recorded(long entry) implements Outcome {}

    /** Nothing changed, since all was so already. */
    record Unchanged() implements Outcome {}

    /** What it would do, as the interface tells it; nothing is recorded. */
    record Tried(JsonNode told) implements Outcome {}

    /** It is refused, with all that is wrong, and as the interface tells it. */
    record Refused(int status, String detail, List<Fault> faults, JsonNode problem)
            implements Outcome {

        /** Whether somebody else was first. */
        boolean overtaken() {
            return status == 412;
        }
    }

    /** Nobody answered in time, so it is not known. */
    record Unknown() implements Outcome {}
}
