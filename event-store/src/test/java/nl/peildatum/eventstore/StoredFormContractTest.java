package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.peildatum.events.Event;
import nl.peildatum.events.EventKinds;
import nl.peildatum.events.FreeText;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was ever written is written the same and can be read, for ever. {@code -Dapprove=true} adds
 * the samples that are missing; it never writes over one that is there.
 */
class StoredFormContractTest {

    private static final Path APPROVED = Path.of("../shared-events/src/test/resources/approved");
    private static final Pattern FILE =
            Pattern.compile("(?<name>[a-z-]+)\\.v(?<revision>\\d+)\\.json");

    private final EventSerializer serializer = new EventSerializer();

    static List<Class<? extends Event>> kinds() {
        return EventKinds.all();
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_event_is_stored_as_its_approved_sample_says(Class<? extends Event> kind)
            throws IOException {
        Path approved =
                APPROVED.resolve(
                        "%s.v%d.json"
                                .formatted(EventKinds.nameOf(kind), EventKinds.revisionOf(kind)));
        String today = ApprovedSample.of(kind, serializer).file();
        if (Boolean.getBoolean("approve") && Files.notExists(approved)) {
            Files.writeString(approved, today);
        }

        assertThat(approved)
                .as("%s has no approved sample; write it with -Dapprove=true", kind.getSimpleName())
                .exists();
        assertThat(today)
                .as(
                        "the stored form of %s changed: give it the next revision, the old sample stays",
                        kind.getSimpleName())
                .isEqualTo(Files.readString(approved));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_stored_today_reads_as_the_same_event(Class<? extends Event> kind) {
        for (Event event : List.of(Sampler.full(kind), Sampler.minimal(kind))) {
            StoredForm.Columns columns =
                    StoredForm.split(
                            kind,
                            serializer.serialize(event, byte[].class).getData(),
                            serializer.mapper());

            assertThat(read(EventKinds.nameOf(kind), EventKinds.revisionOf(kind), columns))
                    .isEqualTo(event);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_sample_ever_approved_still_reads(String file) throws IOException {
        Matcher parts = FILE.matcher(file);
        assertThat(parts.matches()).as("%s is called <name>.v<revision>.json", file).isTrue();
        String name = parts.group("name");
        int revision = Integer.parseInt(parts.group("revision"));
        ApprovedSample sample =
                ApprovedSample.read(Files.readString(APPROVED.resolve(file)), serializer.mapper());

        for (StoredForm.Columns columns : List.of(sample.full(), sample.minimal())) {
            Event event = read(name, revision, columns);

            assertThat(EventKinds.nameOf(event.getClass())).isEqualTo(name);
            assertThat(event.programme()).isEqualTo(Sampler.PROGRAMME);
            assertThat(event.basis().effectiveOn()).isEqualTo("2025-11-30");
            assertComplete(event);
        }
    }

    private static void assertComplete(Object value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (Sampler.isOptional(component)) {
                continue;
            }
            @Nullable Object part = valueOf(component, value);
            assertThat(part).as("%s of %s", component.getName(), value).isNotNull();
            if (part != null && part.getClass().isRecord()) {
                assertComplete(part);
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_erased_text_reads_as_erased_and_the_facts_stay(Class<? extends Event> kind) {
        ApprovedSample sample = ApprovedSample.of(kind, serializer);

        Event erased =
                read(
                        EventKinds.nameOf(kind),
                        EventKinds.revisionOf(kind),
                        new StoredForm.Columns(sample.full().facts(), null));

        assertThat(erased.reason()).isEqualTo(FreeText.ERASED);
        assertThat(erased.basis()).isEqualTo(Sampler.full(kind).basis());
        StoredForm.Columns again =
                StoredForm.split(
                        kind,
                        serializer.serialize(erased, byte[].class).getData(),
                        serializer.mapper());
        assertThat(again.facts()).isEqualTo(sample.full().facts());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_free_text_is_never_among_the_facts(Class<? extends Event> kind) {
        StoredForm.Columns full = ApprovedSample.of(kind, serializer).full();

        assertThat(
                        Arrays.stream(kind.getRecordComponents())
                                .filter(component -> component.isAnnotationPresent(FreeText.class)))
                .isNotEmpty()
                .allSatisfy(
                        text -> {
                            assertThat(full.facts()).doesNotContain(text.getName() + " ‘één’");
                            assertThat(full.texts()).contains(text.getName() + " ‘één’");
                        });
    }

    @Test
    void a_name_in_the_table_is_never_taken_for_a_class() {
        for (String name : List.of("java.util.ArrayList", Sampler.class.getName(), "unheard-of")) {
            assertThat(
                            serializer.classForType(
                                    new org.axonframework.serialization.SimpleSerializedType(
                                            name, null)))
                    .isEqualTo(org.axonframework.serialization.UnknownSerializedType.class);
        }
    }

    private Event read(String name, int revision, StoredForm.Columns columns) {
        byte[] joined =
                StoredForm.join(
                        ApprovedSample.utf8(columns.facts()),
                        ApprovedSample.utf8OrNull(columns.texts()),
                        serializer.mapper());
        @Nullable Event event =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                joined, byte[].class, name, String.valueOf(revision)));
        assertThat(event).isNotNull();
        return event;
    }
}
