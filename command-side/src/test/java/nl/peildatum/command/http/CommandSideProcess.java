package nl.peildatum.command.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.peildatum.command.CommandSide;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.eventstore.TestDatabase;

/** The command-side in a JVM of its own, which can be killed as the machine would. */
final class CommandSideProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private CommandSideProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static CommandSideProcess start(TestDatabase database, Path folder, String... settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(CommandSide.class.getName());
        command.addAll(CommandSideServer.settings(database, settings));
        try {
            Path output = Files.createTempFile(folder, "command-side", ".log");
            return new CommandSideProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it answers on a port. */
    void awaitHealth(CommandSideServer server) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (true) {
            try {
                if (server.send("GET", "/actuator/health", (String) null).status() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException(output(), notYet);
                }
            }
            Thread.sleep(50);
        }
    }

    /** SIGKILL: nothing is flushed, nothing is said. */
    void kill() {
        process.destroyForcibly();
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running: " + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
