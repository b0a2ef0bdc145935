package nl.peildatum.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM of its own on the class path of the tests, to be killed. */
public final class OtherJvm implements AutoCloseable {

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Thread readsOutput;
    private final Thread readsErrors;

    private OtherJvm(Process process) {
        this.process = process;
        readsOutput = reader(process.inputReader(StandardCharsets.UTF_8), output);
        readsErrors = reader(process.errorReader(StandardCharsets.UTF_8), errors);
    }

    /** Runs a main class. */
    public static OtherJvm run(
            Class<?> main, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn192m"));
        // as it is run, not as the tests log
        command.add("-Dlogback.configurationFile=logback.xml");
        // connections used lately are handed out without a look: here all are, so that a lost one
        // always shows
        command.add("-Dcom.zaxxer.hikari.aliveBypassWindowMs=60000");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PEILDATUM_"));
        builder.environment().putAll(environment);
        try {
            return new OtherJvm(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it has printed so far. */
    public List<String> output() {
        return output;
    }

    /** What it has printed as errors so far. */
    public List<String> errors() {
        return errors;
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** Waits for a line. */
    public String await(Predicate<String> line, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            boolean alive = process.isAlive();
            Optional<String> found = output.stream().filter(line).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!alive) {
                break;
            }
            pause();
        }
        throw new AssertionError("not printed; output " + output + ", errors " + errors);
    }

    /** Waits until it has ended. */
    public int exitCode(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still runs; output " + output + ", errors " + errors);
            }
            readsOutput.join();
            readsErrors.join();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** As kill -9. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** As kill, or Ctrl-C. */
    public void terminate() {
        // Process.destroy would close what it still prints
        process.toHandle().destroy();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(interrupted);
    }

    private static Thread reader(BufferedReader from, List<String> to) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try (from) {
                                String line = from.readLine();
                                while (line != null) {
                                    to.add(line);
                                    line = from.readLine();
                                }
                            } catch (IOException | UncheckedIOException ended) {
                                to.add("");
                            }
                        });
    }
}
