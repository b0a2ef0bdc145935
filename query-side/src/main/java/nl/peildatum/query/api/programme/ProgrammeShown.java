package nl.peildatum.query.api.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.known.ProgrammeVersion;
import org.jspecify.annotations.Nullable;

/**
 * A programme on a cut.
 *
 * @param status {@code VASTGESTELD}, or null (as everything but its key) where it was not yet known
 */
record ProgrammeShown(
        String programma,
        @Nullable String naam,
        @Nullable Integer startjaar,
        @Nullable Integer eindjaar,
        List<String> uitgevers,
        @Nullable String status,
        @JsonUnwrapped CutShown cut) {

    private static final String ADOPTED = "VASTGESTELD";

    static ProgrammeShown of(ProgrammeVersion version, Cut cut) {
        return new ProgrammeShown(
                cut.programme(),
                version.name(),
                version.firstYear(),
                version.lastYear(),
                version.publishers(),
                ADOPTED,
                CutShown.of(cut));
    }

    static ProgrammeShown unknown(Cut cut) {
        return new ProgrammeShown(
                cut.programme(), null, null, null, List.of(), null, CutShown.of(cut));
    }
}
