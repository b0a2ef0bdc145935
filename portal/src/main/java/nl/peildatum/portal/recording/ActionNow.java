package nl.peildatum.portal.recording;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** An action as it is known now. */
record ActionNow(
        String actie,
        @Nullable String titel,
        @Nullable String gerapporteerdAls,
        @Nullable Integer actielijn,
        @Nullable Integer volgorde,
        @Nullable Boolean opgenomen,
        List<Integer> uitvoeringsjaren,
        @Nullable String toelichting,
        @Nullable LocalDate verwachteAfronding,
        List<Property.Link> verbanden,
        long versie) {

    ActionNow {
        uitvoeringsjaren = List.copyOf(Objects.requireNonNullElse(uitvoeringsjaren, List.of()));
        verbanden = List.copyOf(Objects.requireNonNullElse(verbanden, List.of()));
    }

    private record Entries(List<Entry> regels) {}

    private record Entry(long journaalnummer, String zin) {}

    static ActionNow of(Questions questions, String programme, String action) {
        return questions.ask(Cut.now(programme).data(path(action)), ActionNow.class);
    }

    static String path(String action) {
        return "/acties/" + Cut.encoded(action);
    }

    String path() {
        return path(actie);
    }

    String name() {
        return titel == null
                ? Words.of("actie.naam", actie)
                : Words.of("formulier.actie", actie, titel);
    }

    /** What was recorded about it after an entry. */
    List<String> since(Questions questions, String programme, long entry) {
        return questions
                .ask(Cut.now(programme).data(path() + "/historie"), Entries.class)
                .regels()
                .stream()
                .filter(e -> e.journaalnummer() > entry)
                .map(e -> Words.of("formulier.regel", e.journaalnummer(), e.zin()))
                .toList();
    }
}
