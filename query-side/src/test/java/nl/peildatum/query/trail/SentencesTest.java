package nl.peildatum.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.EventKinds;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.query.timeline.ActionStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    /** What says which entry it is, and what is told by other words. */
    private static final Set<String> PLACE =
            Set.of("action", "programme", "number", "content", "basis");

    private final ResourceBundle texts =
            ResourceBundle.getBundle("query-side-sentences", Locale.of("nl"));

    static Stream<Class<? extends Event>> kinds() {
        return EventKinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_event_has_a_sentence(Class<? extends Event> kind) {
        if (EntryCorrected.class.isAssignableFrom(kind)
                || EntryRetracted.class.isAssignableFrom(kind)) {
            return; // one sentence for all of them, in AuditTrailTest
        }
        assertThat(texts.containsKey(kind.getSimpleName())).isTrue();
        if (ActionFact.class.isAssignableFrom(kind) || ProgrammeFact.class.isAssignableFrom(kind)) {
            assertThat(texts.containsKey("noun." + kind.getSimpleName())).isTrue();
            assertThat(kind.getRecordComponents())
                    .filteredOn(part -> !PLACE.contains(part.getName()))
                    .allSatisfy(
                            part ->
                                    assertThat(texts.containsKey("part." + part.getName()))
                                            .as(part.getName())
                                            .isTrue());
        }
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
