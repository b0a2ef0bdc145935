package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.events.Status;
import nl.peildatum.reportform.OverviewV1;
import org.junit.jupiter.api.Test;

class WordingTest {

    /** What says which action it is, has words of its own, or never stands in a sentence. */
    private static final Set<String> UNSPOKEN = Set.of("actie", "status");

    @Test
    void every_sentence_and_every_status_has_its_words_and_nothing_else_has() {
        Set<String> expected =
                Stream.of(
                                Arrays.stream(Wording.values()).map(word -> "melding." + word),
                                Arrays.stream(StatusCode.values()).map(code -> "status." + code),
                                Stream.concat(
                                                Stream.of(
                                                        "naam",
                                                        "startjaar",
                                                        "eindjaar",
                                                        "uitgevers",
                                                        "nietVastgelegd"),
                                                Arrays.stream(
                                                                OverviewV1.Action.class
                                                                        .getRecordComponents())
                                                        .map(RecordComponent::getName))
                                        .filter(name -> !UNSPOKEN.contains(name))
                                        .map(name -> "veld." + name))
                        .flatMap(words -> words)
                        .collect(Collectors.toSet());
        assertThat(ResourceBundle.getBundle("query-side-labels", Locale.of("nl")).keySet())
                .isEqualTo(expected);
    }

    @Test
    void what_is_filled_in_stays_as_it_is() {
        assertThat(Wording.BEYOND_JOURNAL.text("1234567"))
                .isEqualTo(
                        "Het journaal gaat nu tot en met nummer 1234567. Geef een nummer van 0 tot"
                                + " en met 1234567.");
        assertThat(Wording.UNKNOWN_ACTION.text("{0}'x")).contains("‘{0}'x’");
    }

    @Test
    void every_status_of_the_legend_has_a_code_in_the_same_order() {
        assertThat(Arrays.stream(Status.values()).map(status -> StatusCode.of(status.name())))
                .containsExactly(
                        StatusCode.AFGEROND,
                        StatusCode.IN_UITVOERING,
                        StatusCode.IN_UITVOERING_VERTRAGING,
                        StatusCode.DOORLOPEND,
                        StatusCode.NOG_NIET_GESTART);
        assertThat(StatusCode.of("WITHDRAWN")).isEqualTo(StatusCode.VERVALLEN);
        assertThat(StatusCode.IN_UITVOERING_VERTRAGING.label())
                .isEqualTo("In uitvoering, vertraging");
    }
}
