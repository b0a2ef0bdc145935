package nl.peildatum.query.api.signal;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    private static final Phrases DELAY = new Phrases("delay", "delay.unless");
    private static final Phrases UNFINISHED =
            new Phrases("unfinished", "unfinished.unless", "delay.unless");

    /** A block of the real overview of November 2025. */
    private record Block(String label, String status, String explanation) {}

    private static List<Block> overview() throws IOException {
        Path read =
                Path.of("..", "command-side", "src", "test", "resources", "edition")
                        .resolve("expected-2025-11.tsv");
        try (Stream<String> lines = Files.lines(read)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Block(cells[1], cells[2], cells[6].replace("\\n", "\n")))
                    .toList();
        }
    }

    @Test
    void of_the_43_texts_those_of_37_and_41_speak_of_delay() throws IOException {
        assertThat(overview()).hasSize(43);
        Map<String, String> found =
                overview().stream()
                        .filter(block -> DELAY.sentenceIn(block.explanation()).isPresent())
                        .collect(toMap(Block::label, Block::status));
        assertThat(found).isEqualTo(Map.of("37", "IN_PROGRESS", "41", "DELAYED"));
        assertThat(overview().stream().filter(block -> block.label().equals("37")))
                .extracting(block -> DELAY.sentenceIn(block.explanation()).orElseThrow())
                .containsExactly("Er is sprake van een lichte vertraging in oplevering.");
    }

    @Test
    void of_the_completed_texts_only_that_of_23_speaks_of_what_is_to_come() throws IOException {
        List<Block> completed =
                overview().stream().filter(block -> block.status().equals("COMPLETED")).toList();
        assertThat(completed).hasSize(13);
        assertThat(
                        completed.stream()
                                .filter(
                                        block ->
                                                UNFINISHED
                                                        .sentenceIn(block.explanation())
                                                        .isPresent()))
                .extracting(Block::label)
                .containsExactly("23");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vertraging.",
                "De oplevering loopt lichte vertraging op.",
                "DE PILOT HEEFT VERTRAGING OPGELOPEN",
                "Er zijn vertragingen bij de gemeenten.",
                "De start is vertraagd door ziekte.",
                "De vertraagde oplevering volgt later.",
                "De pilot loopt uit.",
                "We lopen met de werving achter.",
                "Het onderzoek ligt achter op schema.",
                "Het rapport komt later dan gepland.",
                "De training is uitgesteld tot het voorjaar.",
                "Het werk ligt sinds mei stil.",
                "De planning wordt niet gehaald.",
                "De vertraging is nog niet ingelopen.",
                "De vertraging is deels ingelopen.",
                "De vertraging wordt in 2026 ingelopen.",
                "De vertraging kan niet worden ingelopen.",
                "We hopen de vertraging in te lopen.",
                "Er is geen voortgang door vertraging bij de gemeenten.",
                "De pilot kon niet beginnen vanwege vertraging.",
                "De planning is verschoven.",
                "De oplevering schuift op naar 2027.",
                "Het gaat trager dan verwacht.",
                "Niet alleen de pilot maar ook het onderzoek is vertraagd.",
                "De eerste vertraging is ingelopen, maar nu loopt de oplevering vertraging op.",
                "Er is geen capaciteit waardoor vertraging is ontstaan.",
                "Er was geen geld. De uitvoering is vertraagd.",
                "Er is niet genoeg geld, en dus is er vertraging.",
                "Door vertraging\nbij de leverancier schuift de planning op."
            })
    void this_speaks_of_delay(String text) {
        assertThat(DELAY.sentenceIn(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Er is geen vertraging.",
                "Er is geen enkele vertraging.",
                "Er is geen sprake meer van vertraging.",
                "Van vertraging is geen sprake.",
                "De vertraging is ingelopen.",
                "De vertraging is inmiddels volledig ingelopen.",
                "De vertraging, die in mei ontstond, is ingelopen.",
                "De ingelopen vertraging heeft geen gevolgen.",
                "De opgelopen vertraging werd in september weggewerkt.",
                "Het onderzoek is zonder vertraging afgerond.",
                "De actie is niet vertraagd.",
                "De actie is niet langer vertraagd.",
                "De planning is niet uitgelopen.",
                "We lopen niet achter op schema.",
                "De start is niet uitgesteld.",
                "Het rapport komt niet later dan gepland.",
                "Ondanks eerdere vertraging ligt de actie op schema.",
                "Na vertraging is de actie nu op schema.",
                "Er is een klein risico op vertraging.",
                "Bij vertraging melden wij dat.",
                "Mocht er toch vertraging ontstaan, dan melden wij dat.",
                "Vertraging wordt niet verwacht.",
                "Er wordt geen vertraging verwacht.",
                "Vertraging is niet aan de orde.",
                "Vertragingen zijn niet te verwachten.",
                "Dit heeft niet geleid tot vertraging.",
                "De vertraging die we vorig jaar hadden is verholpen.",
                "De actie is niet meer vertraagd en ligt op schema.",
                "Het onderzoek verloopt volgens planning.",
                "De cijfers lopen uiteen.",
                "Traag internet is een van de klachten.",
                "Verdragen worden nageleefd."
            })
    void this_does_not_speak_of_delay(String text) {
        assertThat(DELAY.sentenceIn(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De rapportage wordt nu afgestemd met de achterban.",
                "Publicatie en aanbieding aan de Kamer zijn voorzien in november 2025.",
                "Het rapport is nog niet gepubliceerd.",
                "De handreiking is in ontwikkeling.",
                "De training volgt in 2026.",
                "Het onderzoek loopt nog.",
                "Er wordt gewerkt aan een rapport.",
                "Het rapport volgt.",
                "We werken aan de laatste onderdelen.",
                "Het rapport wordt in december gepubliceerd.",
                "De actie is niet afgerond.",
                "De afronding wordt in juni verwacht.",
                "Het rapport zal in maart worden opgeleverd.",
                "De oplevering loopt vertraging op."
            })
    void this_contradicts_that_it_is_completed(String text) {
        assertThat(UNFINISHED.sentenceIn(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De actie is afgerond.",
                "Het rapport is opgeleverd en aangeboden aan de Kamer.",
                "De e-learning wordt nu gebruikt door alle gemeenten.",
                "De e-learning staat online en wordt doorlopend aangeboden.",
                "De aanbevelingen worden meegenomen in actie 24.",
                "Het vervolg loopt via actie 12.",
                "De handreiking was in ontwikkeling en is nu gepubliceerd.",
                "Het meldpunt is voorzien van een chat.",
                "De pilot heeft vertraging opgelopen en is in juni afgerond.",
                "Het rapport is zonder vertraging opgeleverd.",
                "Zoals eerder gepland is het rapport in mei verschenen."
            })
    void this_goes_with_what_is_completed(String text) {
        assertThat(UNFINISHED.sentenceIn(text)).isEmpty();
    }

    @Test
    void the_sentence_comes_in_one_line() {
        assertThat(
                        DELAY.sentenceIn(
                                "De start was in mei.\n\nEr is\r\n sprake van  vertraging. Verder"
                                        + " gaat het goed."))
                .hasValue("Er is sprake van vertraging.");
        assertThat(DELAY.sentenceIn("")).isEmpty();
        assertThat(DELAY.sentenceIn(" \n ")).isEmpty();
    }

    @Test
    void a_long_text_is_read_as_quickly() {
        String text = "niet wordt vertraging geen sprake van ".repeat(3_000) + "vertraagd";
        long start = System.nanoTime();
        DELAY.sentenceIn(text);
        UNFINISHED.sentenceIn(text);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
