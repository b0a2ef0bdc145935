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
 * @param versie how many entries touch the programme itself up to the cut
 * @param status {@code VASTGESTELD}, or null (as everything but its key) where it was not yet known
 */
record ProgrammeShown(
        String programma,
        @Nullable String naam,
        @Nullable Integer startjaar,
        @Nullable Integer eindjaar,
        List<String> uitgevers,
        @Nullable String status,
        long versie,
        @JsonUnwrapped CutShown cut) {

    private static final String ADOPTED = "VASTGESTELD";

    static ProgrammeShown of(ProgrammeVersion version, long touches, Cut cut) {
        return new ProgrammeShown(
                cut.programme(),
                version.name(),
                version.firstYear(),
                version.lastYear(),
                version.publishers(),
                ADOPTED,
                touches,
                CutShown.of(cut));
    }

    static ProgrammeShown unknown(Cut cut) {
        return new ProgrammeShown(
                cut.programme(), null, null, null, List.of(), null, 0, CutShown.of(cut));
    }
}
