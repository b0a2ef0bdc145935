package nl.peildatum.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What was seen so far: one browser and one standalone for all tests, and each page visited once in
 * a look.
 */
final class Seen implements AutoCloseable {

    private static final String OVERVIEW = Story.PROGRAMME + "/overzicht.md?peildatum=2026-03-31";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Chromium chromium;
    private final Story story;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<Viewing, Map<String, Visit>> visits = new EnumMap<>(Viewing.class);

    private Seen(Chromium chromium, Story story) {
        this.chromium = chromium;
        this.story = story;
    }

    /** Gives it to tests, which are skipped without a browser. */
    static final class ByTests implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext context) {
            seen(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Seen.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return seen(context);
        }

        private static Seen seen(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Seen.class, _ -> start(), Seen.class);
        }

        private static Seen start() {
            Chromium chromium = Chromium.start();
            try {
                return new Seen(chromium, Story.tell());
            } catch (IOException failure) {
                chromium.close();
                throw new IllegalStateException(failure);
            } catch (InterruptedException stopped) {
                chromium.close();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** What is seen of a page in a look. */
    Visit visit(ShownPage page, Viewing viewing) {
        return visits.computeIfAbsent(viewing, _ -> new HashMap<>())
                .computeIfAbsent(
                        page.name(),
                        _ -> {
                            try (BrowserContext context = context(viewing, page.role())) {
                                return Visit.to(
                                        at(page.address()).toString(),
                                        window -> go(window, page),
                                        context,
                                        viewing);
                            }
                        });
    }

    /** Goes to a page, and on to what is answered to a document that is sent there. */
    Response go(Page window, ShownPage page) {
        Response answer = Objects.requireNonNull(window.navigate(at(page.address()).toString()));
        if (page.edited().isEmpty()) {
            return answer;
        }
        String overview = window.request().get(at(OVERVIEW).toString()).text();
        for (Map.Entry<String, String> edit : page.edited().entrySet()) {
            overview = overview.replace(edit.getKey(), edit.getValue());
        }
        window.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "overzicht.md",
                        "text/markdown",
                        overview.getBytes(StandardCharsets.UTF_8)));
        return window.waitForResponse(
                sent -> sent.request().method().equals("POST"),
                () -> window.click("main form button"));
    }

    /** A page as it comes over the line, to nobody who has logged in. */
    String bytes(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(at(address)).header("Accept", "text/html").build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    /** A browser in which somebody with this role logged in, or nobody. */
    BrowserContext context(Viewing viewing, @Nullable String role) {
        return role == null
                ? context(viewing)
                : chromium.browser()
                        .newContext(
                                viewing.options()
                                        .setStorageState(
                                                sessions.computeIfAbsent(role, this::logIn)));
    }

    /** What a browser keeps of somebody who logged in. */
    private String logIn(String role) {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(at("/aanmelden/peildatum").toString());
            page.fill("[name=naam]", role);
            page.fill("[name=wachtwoord]", story.secret(role + ".password"));
            page.click("main button");
            page.waitForSelector(".account form");
            return context.storageState();
        }
    }

    /** A browser that has been nowhere yet. */
    BrowserContext context(Viewing viewing) {
        return context(viewing.options());
    }

    /** Records something in the standalone, and tells as which entry. */
    long record(String path, String body) {
        return story.record(path, body);
    }

    /** A browser that has been nowhere yet, with options of its own. */
    BrowserContext context(NewContextOptions options) {
        return chromium.browser().newContext(options);
    }

    /** What somebody logs in with. */
    String secret(String name) {
        return story.secret(name);
    }

    /** Where a page is. */
    URI at(String address) {
        return story.address().resolve(address);
    }

    @Override
    public void close() {
        chromium.close();
        story.close();
    }
}
