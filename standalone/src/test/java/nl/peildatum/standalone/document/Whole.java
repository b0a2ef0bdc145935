package nl.peildatum.standalone.document;

import java.util.List;
import nl.peildatum.contract.AccessChecks.Asking;
import nl.peildatum.contract.Contract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that is held against each other: the document, the code that reads by it, and what runs. */
record Whole(ObjectNode document, List<Handler> handlers, Asking asking) {
    private static final List<Handler> HANDLERS = Handler.all();
    private static final Asking RUNNING = new Running();

    /** As it is; the document is one's own. */
    static Whole real() {
        return new Whole(
                (ObjectNode) new JsonMapper().readTree(Contract.published().json(true)),
                HANDLERS,
                RUNNING);
    }
}
