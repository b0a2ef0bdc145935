package nl.peildatum.portal.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.peildatum.look.Prose;

/**
 * A text of a page, as it stands in a file: its title on the first line, an introduction, and
 * sections of which the heading begins with {@code #}.
 */
public record Text(String title, Prose introduction, List<Section> sections) {

    /** A heading with what stands under it; {@code id} is its place on the page. */
    public record Section(String id, String heading, Prose content) {

        private static Section of(String text) {
            String[] parts = text.split("\n", 2);
            return new Section(
                    parts[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                    parts[0],
                    Prose.of(parts[1]));
        }
    }

    static Text named(String name) {
        try (InputStream file = Text.class.getResourceAsStream(name + ".txt")) {
            return of(
                    new String(
                            Objects.requireNonNull(file, name).readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Text of(String text) {
        String[] parts = text.split("(?m)^# ");
        String[] head = parts[0].split("\n", 2);
        return new Text(
                head[0], Prose.of(head[1]), Arrays.stream(parts).skip(1).map(Section::of).toList());
    }
}
