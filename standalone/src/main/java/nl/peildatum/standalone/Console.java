package nl.peildatum.standalone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** A standalone as it is run from a command line. */
final class Console {

    private final Map<String, String> environment;
    private final long began;
    private final PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final AtomicBoolean logging = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * @param environment the settings
     * @param began when, by {@link System#nanoTime()}
     */
    Console(Map<String, String> environment, long began) {
        this.environment = environment;
        this.began = began;
    }

    /** Runs until the process is told to stop; or returns the exit code when it cannot start. */
    int run() {
        try {
            Settings settings = Settings.of(environment);
            prepareLogging(settings.dataDir());
            Standalone standalone = new Standalone(settings, this::tell);
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("stop").unstarted(() -> stop(standalone)));
            standalone.start();
            running.set(true);
            tell(ready(settings));
            new CountDownLatch(1).await();
            return 0;
        } catch (CannotStart why) {
            if (!(why.getCause() instanceof CancellationException)) {
                if (logging.get()) {
                    LoggerFactory.getLogger(Standalone.class).error("Cannot start", why);
                }
                errors.println(why.getMessage());
            }
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The first line is told when there is a data directory for the log to be in. */
    private void tell(String text) {
        logging.set(true);
        Logger log = LoggerFactory.getLogger(Console.class);
        text.lines().forEach(log::info);
    }

    private void stop(Standalone standalone) {
        if (!running.get()) {
            standalone.close();
            return;
        }
        tell(Say.STOPPING.text());
        standalone.close();
        tell(Say.STOPPED.text());
    }

    /**
     * One logging for the whole JVM. The applications leave it alone: the last one to start would
     * otherwise decide for all.
     */
    private static void prepareLogging(Path dataDir) {
        System.setProperty("peildatum.log", dataDir.resolve("peildatum.log").toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private String ready(Settings settings) {
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        Object[] about = {
            settings.address(),
            Standalone.credentialsFile(settings.dataDir()),
            String.format(Locale.of("nl"), "%.1f", seconds)
        };
        return Stream.of(
                        Say.READY,
                        settings.open() ? Say.ASKING : Say.ASKING_WITH_TOKEN,
                        settings.example() ? null : Say.TRYING,
                        Say.RECORDING)
                .filter(Objects::nonNull)
                .map(line -> line.text(about))
                .collect(Collectors.joining("\n"));
    }
}
