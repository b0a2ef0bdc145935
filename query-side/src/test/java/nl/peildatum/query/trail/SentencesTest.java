package nl.peildatum.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import nl.peildatum.events.Event;
import nl.peildatum.events.LinkKind;
import nl.peildatum.eventstore.StoredForm;
import nl.peildatum.query.timeline.ActionStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("query-side-sentences", Locale.of("nl"));

    static Stream<Class<? extends Event>> kinds() {
        return StoredForm.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_event_has_a_sentence(Class<? extends Event> kind) {
        assertThat(texts.containsKey(kind.getSimpleName())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_status_has_a_label(ActionStatus status) {
        assertThat(texts.containsKey("ActionStatus." + status)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_link_has_a_label(LinkKind kind) {
        assertThat(texts.containsKey("LinkKind." + kind)).isTrue();
    }
}
