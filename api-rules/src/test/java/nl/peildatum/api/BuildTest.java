package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    @TempDir private Path more;

    /** Two JVMs with the same on their class path, and one with a text that says otherwise. */
    @Test
    void a_build_is_known_by_what_it_is_made_of_and_by_nothing_else() throws Exception {
        String one = idWith();
        assertThat(idWith()).isEqualTo(one).matches("[0-9a-f]{64}");
        Path words = Files.createDirectories(more.resolve("nl/peildatum/elsewhere"));
        Files.writeString(words.resolve("words.properties"), "a=b");
        String other = idWith();
        assertThat(other).isNotEqualTo(one);
        Files.writeString(words.resolve("words.properties"), "a=c");
        assertThat(idWith()).isNotEqualTo(other);
    }

    private String idWith() throws IOException, ReflectiveOperationException {
        List<URL> classPath = new ArrayList<>();
        for (String part :
                Arrays.asList(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(java.io.File.pathSeparator, -1))) {
            classPath.add(Path.of(part).toUri().toURL());
        }
        classPath.add(more.toUri().toURL());
        try (URLClassLoader loader =
                new URLClassLoader(
                        classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var id = loader.loadClass(Build.class.getName()).getDeclaredMethod("id");
            id.setAccessible(true);
            return String.valueOf(id.invoke(null));
        }
    }
}
