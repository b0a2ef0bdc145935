package nl.peildatum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at the pages who uses no mouse, and who sees of them only what they are called. */
final class Person implements AutoCloseable {

    /** How somebody finds what they need. */
    enum Way {
        /** By going from one to the next with the tab key. */
        KEYBOARD,
        /** By the names and roles of the accessibility tree, with scripts switched off. */
        NAMES
    }

    /** More keys than that to get somewhere is no way to get there. */
    private static final int PATIENCE = 250;

    private static final String FOCUSED =
            """
            () => {
              const at = document.activeElement;
              const name = at.ariaLabel ?? (at.labels?.length ? at.labels[0].innerText : at.innerText);
              return (name ?? '').replace(/\\s+/g, ' ').trim();
            }""";

    private final BrowserContext context;
    private final Page page;
    private final Way way;
    private final List<String> complaints = new ArrayList<>();
    private int pages;

    private Person(BrowserContext context, Way way) {
        this.context = context;
        this.way = way;
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onFrameNavigated(_ -> pages++);
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        complaints.add(message.text());
                    }
                });
    }

    static Person at(String address, Seen seen, Viewing viewing, Way way) {
        NewContextOptions options = viewing.options().setJavaScriptEnabled(way == Way.KEYBOARD);
        Person person = new Person(seen.context(options), way);
        person.page.navigate(seen.at(address).toString());
        return person;
    }

    /** Somebody else in a browser of their own, who goes about in the same way. */
    Person beside(String address, Seen seen, Viewing viewing) {
        return at(address, seen, viewing, way);
    }

    /** Follows what is a link, or presses what is a button; returns when that led somewhere. */
    Person goTo(String name) {
        int before = pages;
        if (way == Way.KEYBOARD) {
            tabTo(name);
            page.keyboard().press("Enter");
        } else {
            named(name).click();
        }
        page.waitForCondition(() -> pages > before);
        page.waitForLoadState();
        return this;
    }

    /** The file that a link gives. */
    Download take(String name) {
        return page.waitForDownload(
                () -> {
                    if (way == Way.KEYBOARD) {
                        tabTo(name);
                        page.keyboard().press("Enter");
                    } else {
                        named(name).click();
                    }
                });
    }

    /** Unfolds what is under a heading. */
    Person unfold(String name) {
        if (way == Way.KEYBOARD) {
            tabTo(name);
            page.keyboard().press("Enter");
        } else {
            page.locator("summary").getByText(name, exactly()).click();
        }
        return this;
    }

    Person choose(String name) {
        if (way == Way.NAMES) {
            page.getByRole(AriaRole.RADIO, starting(name)).check();
            return this;
        }
        tab(() -> Boolean.TRUE.equals(page.evaluate("document.activeElement.type === 'radio'")));
        page.keyboard().press("Space");
        for (int i = 0; i < PATIENCE && !focused().startsWith(name); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(focused()).startsWith(name);
        return this;
    }

    /** Types in a field; a day as day, month and year. */
    Person type(String label, String text) {
        if (way == Way.NAMES) {
            Locator field = page.getByLabel(Pattern.compile("^" + label + "( \\(.*)?$")).first();
            field.fill(
                    "date".equals(field.getAttribute("type"))
                            ? text.replaceFirst("(\\d\\d)-(\\d\\d)-(\\d{4})", "$3-$2-$1")
                            : text);
            return this;
        }
        tab(() -> focused().equals(label) || focused().startsWith(label + " ("));
        boolean date = Boolean.TRUE.equals(page.evaluate("document.activeElement.type === 'date'"));
        if (!date) {
            page.keyboard().press("Control+A");
        }
        page.keyboard().type(date ? text.replace("-", "") : text);
        return this;
    }

    private void tabTo(String name) {
        tab(() -> focused().equals(name));
    }

    private void tab(java.util.function.BooleanSupplier there) {
        for (int i = 0; i < PATIENCE; i++) {
            page.keyboard().press("Tab");
            if (there.getAsBoolean()) {
                assertThat(page.evaluate("document.activeElement.matches(':focus-visible')"))
                        .isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("No way by keyboard from " + page.url());
    }

    private String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }

    private Locator named(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .or(
                        page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(name).setExact(true)))
                .first();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByRoleOptions starting(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "\\b.*"));
    }

    /** Ends the session, as its time would. */
    void forgetSession() {
        context.clearCookies(
                new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(".*sessie.*")));
    }

    /** What is in a field. */
    String typed(String label) {
        return page.getByLabel(Pattern.compile("^" + label + "( \\(.*)?$")).first().inputValue();
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    String title() {
        return page.title();
    }

    String address() {
        return page.url();
    }

    /** How many pages were shown, each redirect together with where it led. */
    int pages() {
        return pages;
    }

    /** Another page of the same browser. */
    Person otherTab(String address, Seen seen) {
        Person tab = new Person(context, way);
        tab.page.navigate(seen.at(address).toString());
        return tab;
    }

    Person logIn(String name, Seen seen) {
        return type("Naam", name)
                .type("Wachtwoord", seen.secret(name + ".password"))
                .goTo("Inloggen");
    }

    @Override
    public void close() {
        assertThat(complaints).isEmpty();
        context.close();
    }
}
