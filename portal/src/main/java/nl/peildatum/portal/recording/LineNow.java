package nl.peildatum.portal.recording;

import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** An action line as it is known now. */
record LineNow(
        int nummer,
        @Nullable String titel,
        @Nullable String langeTitel,
        @Nullable String inleiding,
        @Nullable String doelenInleiding,
        List<String> doelen,
        @Nullable String effectenInleiding,
        List<String> effecten,
        @Nullable Integer volgorde,
        long versie) {

    LineNow {
        doelen = List.copyOf(Objects.requireNonNullElse(doelen, List.of()));
        effecten = List.copyOf(Objects.requireNonNullElse(effecten, List.of()));
    }

    static LineNow of(Questions questions, String programme, String number) {
        if (!number.matches("\\d{1,9}")) {
            throw NoAnswer.unknown();
        }
        return questions.ask(Cut.now(programme).data("/actielijnen/" + number), LineNow.class);
    }

    String path() {
        return "/actielijnen/" + nummer;
    }

    String name() {
        return Words.of("lijn.nummer", nummer);
    }

    @Nullable Object now(Property property) {
        return switch (property) {
            case TITEL -> titel;
            case LANGE_TITEL -> langeTitel;
            case INLEIDING -> inleiding;
            case DOELEN_INLEIDING -> doelenInleiding;
            case DOELEN -> doelen;
            case EFFECTEN_INLEIDING -> effectenInleiding;
            case EFFECTEN -> effecten;
            case VOLGORDE -> volgorde;
            default -> null;
        };
    }
}
