package nl.peildatum.command.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.peildatum.command.status.Standing;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;

/** Where an action counts: under a line, null where that is "Niet ingedeeld", with a status. */
record Place(@Nullable Integer line, Standing standing) {

    /** By the names of the interface. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("actielijn", line);
        shown.put("status", Codes.of(standing));
        return shown;
    }

    String inWords() {
        String status = Wordings.of("standing." + standing);
        return line == null
                ? Wordings.of("import.place.unassigned", status)
                : Wordings.of("import.place", String.valueOf(line), status);
    }
}
