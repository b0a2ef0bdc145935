package nl.peildatum.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordsTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("samen-tegen-mensenhandel");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "22");
    private static final Basis BASIS = new Basis(LocalDate.of(2025, 11, 30), "subject", null);

    static List<Class<? extends Event>> kinds() {
        return EventKinds.all();
    }

    @Test
    void no_two_kinds_of_event_share_a_stored_name() {
        assertThat(EventKinds.all()).extracting(EventKinds::nameOf).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_kind_of_event_is_a_record_with_a_name_in_kebab_case_and_an_approved_sample(
            Class<?> kind) {

        assertThat(kind.isRecord()).isTrue();
        assertThat(EventKinds.nameOf(kind)).matches("[a-z]+(-[a-z]+)*");
        assertThat(EventKinds.revisionOf(kind)).isPositive();
        for (int revision = 1; revision <= EventKinds.revisionOf(kind); revision++) {
            assertThat(
                            Path.of(
                                    "src/test/resources/approved/%s.v%d.json"
                                            .formatted(EventKinds.nameOf(kind), revision)))
                    .exists();
        }
    }

    @Test
    void an_approved_sample_is_never_without_its_kind_of_event() throws Exception {
        List<String> names = EventKinds.all().stream().map(EventKinds::nameOf).toList();
        try (var files = Files.list(Path.of("src/test/resources/approved"))) {
            assertThat(files)
                    .allSatisfy(
                            file ->
                                    assertThat(names)
                                            .contains(
                                                    file.getFileName()
                                                            .toString()
                                                            .replaceFirst("\\.v\\d+\\.json$", "")));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_free_text_is_an_optional_string_and_the_reason_is_one(Class<?> kind) {
        List<RecordComponent> texts =
                Arrays.stream(kind.getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(FreeText.class))
                        .toList();

        assertThat(texts).extracting(RecordComponent::getName).contains("reason");
        assertThat(texts)
                .allSatisfy(
                        text -> {
                            assertThat(text.getType()).isEqualTo(String.class);
                            assertThat(text.getAnnotatedType().isAnnotationPresent(Nullable.class))
                                    .isTrue();
                        });
    }

    /** The stored facts keep the names of the free texts under this name. */
    @ParameterizedTest
    @MethodSource("kinds")
    void no_component_is_called_texts(Class<?> kind) {
        assertThat(kind.getRecordComponents())
                .extracting(RecordComponent::getName)
                .doesNotContain("texts");
    }

    @Test
    void the_constants_that_are_stored_keep_their_names() {
        assertThat(Status.values())
                .extracting(Enum::name)
                .containsExactly("COMPLETED", "IN_PROGRESS", "DELAYED", "ONGOING", "NOT_STARTED");
        assertThat(LinkKind.values())
                .extracting(Enum::name)
                .containsExactly("COINCIDES_WITH", "TOGETHER_WITH", "FOLLOWS", "COUPLED_TO");
    }

    @Test
    void an_event_does_not_change_with_the_collections_it_was_made_of() {
        TreeSet<Integer> years = new TreeSet<>(List.of(2025));
        List<String> publishers = new java.util.ArrayList<>(List.of("Een ministerie"));
        List<Link> links = new java.util.ArrayList<>();
        ActionPlanned planned =
                new ActionPlanned(
                        ACTION, "22", null, null, years, true, null, null, BASIS, null, null);
        ActionRescheduled rescheduled = new ActionRescheduled(ACTION, years, BASIS, null);
        ProgrammeAdopted adopted =
                new ProgrammeAdopted(PROGRAMME, "Samen", 2024, 2027, publishers, BASIS, null);
        ActionLinked linked = new ActionLinked(ACTION, links, BASIS, null);

        years.add(2026);
        publishers.clear();
        links.add(new Link(LinkKind.FOLLOWS, "23"));

        assertThat(planned.executionYears()).containsExactly(2025);
        assertThat(rescheduled.executionYears()).containsExactly(2025);
        assertThat(adopted.publishers()).containsExactly("Een ministerie");
        assertThat(linked.links()).isEmpty();
        assertThatThrownBy(() -> planned.executionYears().add(2027)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "a/b", "a\nb", "é", "a\n"})
    void a_key_is_made_of_small_letters_digits_and_hyphens(String wrong) {
        assertThatThrownBy(() -> new ProgrammeId(wrong))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ActionId(PROGRAMME, wrong))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_has_at_most_forty_characters() {
        assertThat(ProgrammeId.isValid("a".repeat(40))).isTrue();
        assertThat(ProgrammeId.isValid("a".repeat(41))).isFalse();
        assertThat(ActionId.isValidCode("extra-1")).isTrue();
        assertThat(ActionId.isValidCode("a".repeat(41))).isFalse();
    }

    @Test
    void an_action_is_written_as_its_programme_and_its_code() {
        assertThat(ACTION).hasToString("samen-tegen-mensenhandel/22");
        assertThat(ActionId.of("samen-tegen-mensenhandel/22")).isEqualTo(ACTION);
        assertThatThrownBy(() -> ActionId.of("22")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ActionId.of("a/b/c")).isInstanceOf(IllegalArgumentException.class);
    }
}
