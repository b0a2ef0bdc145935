package nl.peildatum.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The browser of the machine. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String MISSING =
            """

            ==================================================================================
             No browser: NO PAGE WAS LOOKED AT. Install Chromium (Debian: apt install chromium)
             so that one of %s is on the PATH.
            ==================================================================================
            """
                    .formatted(NAMES);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options = new LaunchOptions().setExecutablePath(program);
        if (System.getProperty("user.name").equals("root")) {
            options.setArgs(List.of("--no-sandbox"));
        }
        browser = playwright.chromium().launch(options);
    }

    /** Starts it; where there is none, the tests are skipped loudly, or fail with {@code CI}. */
    static Chromium start() {
        return new Chromium(find(System.getenv()));
    }

    static Path find(Map<String, String> environment) {
        Optional<Path> found =
                Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        if (environment.containsKey("CI")) {
            throw new AssertionError(MISSING);
        }
        System.err.println(MISSING);
        throw new TestAbortedException(MISSING);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
