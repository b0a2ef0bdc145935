package nl.peildatum.portal.recording;

import gg.jte.Content;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What became of a command. */
public sealed interface Outcome {

    /** It is recorded. */
    record Recorded(long entry) implements Outcome {}

    /** It is done, and no entry of a programme. */
    record Done() implements Outcome {}

    /** Nothing changed, since all was so already. */
    record Unchanged() implements Outcome {}

    /** What it would do; nothing is recorded. */
    record Tried(JsonNode answer) implements Outcome {}

    /** What would be recorded, to be read first; nothing is. */
    record Previewed(Content content) implements Outcome {}

    /** It is refused, with all that is wrong, and as the interface tells it. */
    record Refused(int status, String detail, List<Fault> faults, JsonNode problem)
            implements Outcome {

        /** By the form itself, before anybody was asked. */
        static Refused here(int status, String detail, List<Fault> faults) {
            return new Refused(status, detail, faults, MissingNode.getInstance());
        }

        /** Whether somebody else was first. */
        boolean overtaken() {
            return status == 412;
        }
    }

    /** Nobody is there to ask, so nothing is recorded. */
    record Away() implements Outcome {}

    /** Nobody answered in time, so it is not known. */
    record Unknown() implements Outcome {}
}
