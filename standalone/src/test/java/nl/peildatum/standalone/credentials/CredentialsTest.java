package nl.peildatum.standalone.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    private static final List<String> NAMES = List.of("lezer.client-secret", "lezer.password");

    @TempDir Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("credentials.properties");
    }

    @Test
    void secrets_are_generated_once_and_stay() throws Exception {
        Credentials first = Credentials.keptIn(file, List.of("uitleg"), NAMES);
        String written = Files.readString(file);
        Credentials second = Credentials.keptIn(file, List.of("uitleg"), NAMES);

        for (String name : NAMES) {
            assertThat(second.secret(name)).isEqualTo(first.secret(name)).hasSize(43);
            assertThat(written).contains("\n" + name + "=" + first.secret(name) + "\n");
        }
        assertThat(first.secret("lezer.password"))
                .isNotEqualTo(first.secret("lezer.client-secret"));
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @Test
    void nobody_else_may_read_them() throws Exception {
        Credentials.keptIn(file, List.of(), NAMES);
        assertThat(mode()).isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Credentials.keptIn(file, List.of(), NAMES);
        assertThat(mode()).isEqualTo("rw-------");
    }

    @Test
    void a_secret_someone_chose_is_kept_and_what_is_missing_is_added() throws Exception {
        Files.writeString(file, "lezer.password = zelf gekozen\nlezer.client-secret=\neigen=x\n");

        Credentials credentials = Credentials.keptIn(file, List.of(), NAMES);

        assertThat(credentials.secret("lezer.password")).isEqualTo("zelf gekozen");
        assertThat(credentials.secret("lezer.client-secret")).hasSize(43);
        assertThat(Files.readString(file)).contains("eigen=x");
        assertThat(Credentials.keptIn(file, List.of(), NAMES).secret("lezer.password"))
                .isEqualTo("zelf gekozen");
    }

    @Test
    void a_draft_of_a_killed_run_is_no_obstacle() throws Exception {
        Files.writeString(directory.resolve("credentials.properties.nieuw"), "lezer.pass");

        Credentials.keptIn(file, List.of(), NAMES);

        assertThat(directory.resolve("credentials.properties.nieuw")).doesNotExist();
        assertThat(file).exists();
    }

    private String mode() throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
