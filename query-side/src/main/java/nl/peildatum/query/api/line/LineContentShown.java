package nl.peildatum.query.api.line;

import java.util.List;
import nl.peildatum.query.api.known.LineVersion;
import org.jspecify.annotations.Nullable;

/**
 * An action line on a cut.
 *
 * @param status {@code VASTGESTELD}, or null (as everything it says) where it is not defined
 * @param versie how many entries touch the line up to the cut
 */
record LineContentShown(
        int nummer,
        @Nullable String status,
        @Nullable String titel,
        @Nullable String langeTitel,
        @Nullable String inleiding,
        @Nullable String doelenInleiding,
        List<String> doelen,
        @Nullable String effectenInleiding,
        List<String> effecten,
        @Nullable Integer volgorde,
        long versie) {

    private static final String DEFINED = "VASTGESTELD";

    static LineContentShown of(LineVersion line, long touches) {
        return new LineContentShown(
                line.line(),
                DEFINED,
                line.title(),
                line.longTitle(),
                line.introduction(),
                line.goalsIntroduction(),
                line.goals(),
                line.effectsIntroduction(),
                line.effects(),
                line.position(),
                touches);
    }

    static LineContentShown undefined(int number, long touches) {
        return new LineContentShown(
                number, null, null, null, null, null, List.of(), null, List.of(), null, touches);
    }
}
