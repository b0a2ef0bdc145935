package nl.peildatum.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ChromiumTest {

    @TempDir private Path folder;

    @Test
    void without_a_browser_the_tests_are_skipped_and_say_how_to_get_one() {
        assertThatThrownBy(() -> Chromium.find(Map.of("PATH", folder.toString())))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("NO PAGE WAS LOOKED AT")
                .hasMessageContaining("apt install chromium");
    }

    @Test
    void without_a_browser_they_fail_where_all_is_to_be_checked() {
        assertThatThrownBy(() -> Chromium.find(Map.of("PATH", folder.toString(), "CI", "true")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("NO PAGE WAS LOOKED AT");
    }

    @Test
    void the_browser_on_the_path_is_taken() throws IOException {
        Path program =
                Files.createFile(
                        folder.resolve("chromium"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));

        assertThat(Chromium.find(Map.of("PATH", "/nowhere:" + folder))).isEqualTo(program);
    }
}
