package nl.peildatum.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} says what the records say; {@code -Dapprove=true} writes it anew. */
class EventCatalogueTest {

    private static final Path CATALOGUE = Path.of("../docs/events.md");
    private static final Path SENTENCES = Path.of("src/test/resources/event-catalogue.properties");

    private static final String HEADING =
            """
            # Event catalogue

            Generated from the records of `shared-events` and `event-catalogue.properties`; do not edit. \
            After a change: `mvn -pl shared-events test -Dapprove=true`.

            Every event is stored under a stable name and a revision, as two columns of UTF-8 JSON: its \
            **facts**, and beside them its **free texts** with a random salt. A field that is not filled in \
            is left out. The facts name in `texts` which free texts there were, so that one that was erased \
            still reads as “tekst gewist”. What is stored never changes: a field that is added later is \
            optional and makes the next revision. One approved sample per name and revision stands in \
            `shared-events/src/test/resources/approved`.
            """;

    private final Properties sentences = sentences();
    private final Set<Class<?>> values = new LinkedHashSet<>();

    private static Properties sentences() {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(SENTENCES)) {
            sentences.load(reader);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
        return sentences;
    }

    @Test
    void the_catalogue_is_current() throws IOException {
        String today = catalogue();
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(CATALOGUE.toAbsolutePath().normalize().getParent());
            Files.writeString(CATALOGUE, today);
        }

        assertThat(today)
                .as("docs/events.md is out of date; write it anew with -Dapprove=true")
                .isEqualTo(Files.exists(CATALOGUE) ? Files.readString(CATALOGUE) : "");
    }

    @Test
    void every_event_and_every_value_has_one_sentence_and_nothing_else_has() {
        catalogue();
        Set<String> expected =
                Stream.concat(
                                EventKinds.all().stream().map(EventKinds::nameOf),
                                values.stream().map(Class::getSimpleName))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(sentences.stringPropertyNames())).isEqualTo(expected);
        assertThat(sentences.values())
                .allSatisfy(sentence -> assertThat((String) sentence).endsWith("."));
    }

    private String catalogue() {
        StringBuilder text = new StringBuilder(HEADING);
        text.append("\n| Stored name | Revision | Meaning |\n|---|---|---|\n");
        for (Class<?> kind : EventKinds.all()) {
            String name = EventKinds.nameOf(kind);
            text.append(
                    "| [`%s`](#%s) | %d | %s |\n"
                            .formatted(name, name, EventKinds.revisionOf(kind), sentenceOf(name)));
        }
        text.append("\n## Events\n");
        for (Class<?> kind : EventKinds.all()) {
            String name = EventKinds.nameOf(kind);
            text.append(
                    "\n### %s\n\n%s In code: `%s`, revision %d.\n"
                            .formatted(
                                    name,
                                    sentenceOf(name),
                                    kind.getSimpleName(),
                                    EventKinds.revisionOf(kind)));
            appendFields(text, kind);
        }
        text.append("\n## Values inside them\n");
        Set<Class<?>> written = new LinkedHashSet<>();
        while (written.size() < values.size()) {
            for (Class<?> value : List.copyOf(values)) {
                if (written.add(value)) {
                    appendValue(text, value);
                }
            }
        }
        return text.toString();
    }

    private String sentenceOf(String key) {
        return sentences.getProperty(key, "(no sentence)");
    }

    private void appendValue(StringBuilder text, Class<?> value) {
        String name = value.getSimpleName();
        text.append("\n### %s\n\n%s\n".formatted(name, sentenceOf(name)));
        if (value.isEnum()) {
            text.append(
                    "\nOne of %s.\n"
                            .formatted(
                                    Arrays.stream(value.getEnumConstants())
                                            .map("`%s`"::formatted)
                                            .collect(Collectors.joining(", "))));
        } else {
            appendFields(text, value);
        }
    }

    private void appendFields(StringBuilder text, Class<?> type) {
        text.append("\n| Field | Type | |\n|---|---|---|\n");
        for (RecordComponent field : type.getRecordComponents()) {
            text.append(
                    "| `%s` | %s | %s |\n"
                            .formatted(
                                    field.getName(),
                                    typeOf(field.getGenericType()),
                                    Stream.of(
                                                    isOptional(field) ? "optional" : "",
                                                    field.isAnnotationPresent(FreeText.class)
                                                            ? "free text, can be erased"
                                                            : "")
                                            .filter(remark -> !remark.isEmpty())
                                            .collect(Collectors.joining("; "))));
        }
    }

    private static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private String typeOf(Type type) {
        if (type instanceof ParameterizedType many) {
            Type element = many.getActualTypeArguments()[0];
            return (many.getRawType() == SortedSet.class ? "ascending set of " : "list of ")
                    + typeOf(element);
        }
        if (type == String.class) {
            return "text";
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "date, `YYYY-MM-DD`";
        }
        if (type == ProgrammeId.class) {
            return "programme, `[a-z0-9-]{1,40}`";
        }
        if (type == ActionId.class) {
            return "action, `programme/code`";
        }
        Class<?> value = (Class<?>) type;
        values.add(value);
        return "[%s](#%s)"
                .formatted(
                        value.getSimpleName(),
                        value.getSimpleName().toLowerCase(java.util.Locale.ROOT));
    }
}
