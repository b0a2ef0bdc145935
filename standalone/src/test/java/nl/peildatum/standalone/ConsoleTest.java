package nl.peildatum.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.peildatum.eventstore.TestPorts;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path directory;

    @Test
    void a_port_in_use_is_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(
                    Map.of("PEILDATUM_PORT", Integer.toString(taken.getLocalPort())),
                    Say.PORT_IN_USE.text(taken.getLocalPort()));
        }
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void a_data_directory_in_use_is_one_line_that_names_the_process() throws Exception {
        try (Ground held = Ground.checked(settings(directory.resolve("data"), 0))) {
            refuses(
                    Map.of("PEILDATUM_PORT", Integer.toString(TestPorts.free())),
                    Say.DATA_DIR_IN_USE.text(held.dataDir(), ProcessHandle.current().pid()));
        }
    }

    @Test
    void a_data_directory_that_is_a_file_is_one_line() throws Exception {
        Path file = Files.createFile(directory.resolve("data"));

        refuses(
                Map.of("PEILDATUM_PORT", Integer.toString(TestPorts.free())),
                Say.DATA_DIR_NOT_A_DIRECTORY.text(file));
    }

    @Test
    void a_data_directory_that_cannot_be_made_is_one_line() throws Exception {
        Path below = Files.createFile(directory.resolve("file")).resolve("data");

        refuses(
                Map.of(
                        "PEILDATUM_PORT", Integer.toString(TestPorts.free()),
                        "PEILDATUM_DATA_DIR", below.toString()),
                Say.DATA_DIR_NOT_WRITABLE.text(below));
    }

    @Test
    void a_data_directory_without_a_name_is_one_line() throws Exception {
        refuses(Map.of("PEILDATUM_DATA_DIR", ""), Say.DATA_DIR_EMPTY.text());
    }

    @Test
    void a_port_that_is_no_number_is_one_line() throws Exception {
        refuses(Map.of("PEILDATUM_PORT", "tachtig"), Say.PORT_NOT_A_NUMBER.text("tachtig"));
    }

    @Test
    void a_choice_that_is_neither_yes_nor_no_is_one_line() throws Exception {
        refuses(
                Map.of("PEILDATUM_VIER_OGEN", "soms"),
                Say.NOT_YES_OR_NO.text("PEILDATUM_VIER_OGEN", "soms"));
    }

    @Test
    void too_little_room_on_disk_is_told_before_anything_is_made() {
        assertThatThrownBy(
                        () -> Ground.checked(settings(directory.resolve("data"), Long.MAX_VALUE)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Er is te weinig ruimte op de schijf van ")
                .hasMessageContaining(" MB vrij, en er is minstens ");
    }

    @Test
    void a_disk_that_is_full_halfway_is_told_as_such() {
        Settings settings = settings(directory.resolve("data"), 0);

        assertThat(
                        Standalone.asOneLine(
                                new IllegalStateException(
                                        new IOException("x: No space left on device")),
                                settings))
                .hasMessage(Say.NO_SPACE_LEFT.text(settings.dataDir()));
    }

    @Test
    void the_data_directory_is_given_back() throws Exception {
        Settings settings = settings(directory.resolve("data"), 0);
        Ground.checked(settings).close();

        Ground.checked(settings).close();
        assertThat(directory.resolve("data/peildatum.lock")).exists();
    }

    @Test
    void settings_come_from_the_environment() {
        Settings usual = Settings.of(Map.of());
        Settings chosen =
                Settings.of(
                        Map.of(
                                "PEILDATUM_PORT", "9000",
                                "PEILDATUM_DATA_DIR", "/elders",
                                "PEILDATUM_BIND", "0.0.0.0",
                                "PEILDATUM_ADDRESS", "https://peildatum.example/"));

        assertThat(usual.port()).isEqualTo(8080);
        assertThat(usual.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(usual.bind().isLoopbackAddress()).isTrue();
        assertThat(usual.address()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(chosen.port()).isEqualTo(9000);
        assertThat(chosen.bind().isAnyLocalAddress()).isTrue();
        assertThat(chosen.address()).isEqualTo(URI.create("https://peildatum.example"));
    }

    private void refuses(Map<String, String> environment, String line) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putIfAbsent("PEILDATUM_DATA_DIR", directory.resolve("data").toString());
        try (OtherJvm jvm = OtherJvm.run(Standalone.class, all)) {
            assertThat(jvm.exitCode(PATIENCE)).isEqualTo(1);
            assertThat(jvm.errors()).containsExactly(line);
            assertThat(jvm.output()).isEmpty();
        }
    }

    private static Settings settings(Path dataDir, long freeSpace) {
        int port = TestPorts.free();
        return new Settings(
                dataDir,
                port,
                InetAddress.getLoopbackAddress(),
                URI.create("http://localhost:" + port),
                freeSpace,
                true,
                false,
                false);
    }
}
