package nl.peildatum.portal.programmes;

import java.time.Instant;
import java.util.List;
import nl.peildatum.portal.cut.Cut;
import org.jspecify.annotations.Nullable;

/** A programme as it is now. */
public record Programme(
        String programma,
        String naam,
        int startjaar,
        int eindjaar,
        List<String> uitgevers,
        @Nullable Instant bekendOp) {

    /** Where it is read. */
    public String page() {
        return Cut.now(programma).page("");
    }
}
