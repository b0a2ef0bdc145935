package nl.peildatum.api.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PrivateFileTest {

    /** Nobody, root included, changes the modes of what stands there. */
    private static final Path UNCHANGEABLE = Path.of("/proc/self/task");

    @TempDir Path temporary;

    @Test
    void a_directory_of_before_is_closed_to_others() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("data"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        PrivateFile.directory(directory);

        assertThat(mode(directory)).isEqualTo("rwx------");
    }

    @Test
    void what_belongs_to_somebody_else_and_cannot_be_closed_is_refused() throws IOException {
        UserPrincipal owner = Files.getOwner(UNCHANGEABLE);
        UserPrincipal somebodyElse =
                UNCHANGEABLE
                        .getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody");

        assertThatThrownBy(() -> PrivateFile.directory(UNCHANGEABLE, somebodyElse))
                .isInstanceOf(AccessDeniedException.class);
        // one's own, on a disk without modes
        PrivateFile.directory(UNCHANGEABLE, owner);
    }

    @Test
    void a_file_is_private_before_anything_stands_in_it_and_keeps_what_stands_there()
            throws IOException {
        Path fresh = temporary.resolve("fresh");
        Path before = Files.writeString(temporary.resolve("before"), "er stond al iets");
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFile.begin(fresh);
        PrivateFile.begin(before);

        assertThat(mode(fresh)).isEqualTo("rw-------");
        assertThat(mode(before)).isEqualTo("rw-------");
        assertThat(before).hasContent("er stond al iets");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
