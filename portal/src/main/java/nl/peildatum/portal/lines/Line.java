package nl.peildatum.portal.lines;

import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** An action line as the interface gives it; without a number what belongs to none. */
public record Line(
        @Nullable Integer nummer,
        String titel,
        @Nullable String langeTitel,
        @Nullable String inleiding,
        @Nullable String doelenInleiding,
        List<String> doelen,
        @Nullable String effectenInleiding,
        List<String> effecten) {

    static final Line NONE =
            new Line(null, Words.of("lijn.geen"), null, null, null, List.of(), null, List.of());

    public Line {
        doelen = List.copyOf(Objects.requireNonNullElse(doelen, List.of()));
        effecten = List.copyOf(Objects.requireNonNullElse(effecten, List.of()));
    }
}
