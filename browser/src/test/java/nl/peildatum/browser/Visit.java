package nl.peildatum.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was seen of a page in a look.
 *
 * @param html as it came over the line
 * @param origins that were asked for anything
 * @param complaints of the browser itself
 * @param violations of what axe asks, and what it could not decide outside figures
 * @param overflow by how many pixels the page is wider than its window
 * @param raw bytes of all that was loaded on a first visit
 * @param transferred those that went over the line for it
 * @param again those that went over the line on the second visit
 */
record Visit(
        int status,
        String html,
        TreeSet<String> origins,
        List<String> complaints,
        List<String> violations,
        int overflow,
        long raw,
        long transferred,
        long again) {

    private static final List<String> WCAG_AND_BEST_PRACTICES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    static Visit to(
            String address,
            Function<Page, Response> going,
            BrowserContext context,
            Viewing viewing) {
        TreeSet<String> origins = new TreeSet<>();
        List<String> complaints = new ArrayList<>();
        Page page = context.newPage();
        page.onRequest(
                request -> origins.add(request.url().replaceFirst("^(\\w+://[^/]*).*", "$1")));
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    // that a page is an error page is told of its own address
                    if (message.type().equals("error") && !message.location().startsWith(address)) {
                        complaints.add(message.text());
                    }
                });
        LongAdder raw = new LongAdder();
        LongAdder transferred = new LongAdder();
        page.onRequest(
                request -> {
                    // a page that a form leads to is weighed by itself
                    if (request.method().equals("POST")) {
                        raw.reset();
                    }
                });
        CDPSession network = context.newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.dataReceived", got -> raw.add(number(got, "dataLength")));
        network.on(
                "Network.loadingFinished",
                got -> transferred.add(number(got, "encodedDataLength")));
        Response answer = going.apply(page);
        page.waitForLoadState();
        String html = answer.text();
        long first = transferred.sum();
        long loaded = raw.sum();
        if (viewing == Viewing.WIDE) {
            going.apply(page).finished();
            page.waitForLoadState();
        }
        long again = transferred.sum() - first;
        network.detach();
        // only now: where a session ends the media of the page go with it
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(viewing.media()));
        if (viewing == Viewing.PRINT) {
            // colours go over into those of paper in 150 ms
            page.waitForTimeout(300);
        }
        Visit visit =
                new Visit(
                        answer.status(),
                        html,
                        origins,
                        complaints,
                        violations(page, viewing),
                        overflow(page),
                        loaded,
                        first,
                        again);
        page.close();
        return visit;
    }

    static List<String> violations(Page page) {
        return violations(page, Viewing.WIDE);
    }

    private static List<String> violations(Page page, Viewing viewing) {
        AxeBuilder axe = new AxeBuilder(page).withTags(WCAG_AND_BEST_PRACTICES);
        // nobody touches paper
        AxeResults results =
                (viewing == Viewing.PRINT ? axe.disableRules(List.of("target-size")) : axe)
                        .analyze();
        return Stream.concat(
                        results.getViolations().stream()
                                .flatMap(rule -> told("", rule, rule.getNodes())),
                        results.getIncomplete().stream()
                                .flatMap(rule -> told("undecided: ", rule, undecided(page, rule))))
                .toList();
    }

    private static Stream<String> told(String kind, Rule rule, List<CheckedNode> nodes) {
        return nodes.stream()
                .map(node -> kind + rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml());
    }

    /**
     * Contrast axe cannot reckon inside a figure, which {@code GalleryTest} looks at; where a part
     * is scrolled out of sight, which is in sight in a wide look; and where one opens over the
     * page, which stands in it in a narrow look.
     */
    private static List<CheckedNode> undecided(Page page, Rule rule) {
        return rule.getNodes().stream()
                .filter(
                        node ->
                                !rule.getId().equals("color-contrast")
                                        || page.locator(target(node))
                                                        .locator(
                                                                "xpath=ancestor-or-self::*[name()='svg' or @class='rol' or name()='details']")
                                                        .count()
                                                == 0)
                .toList();
    }

    private static String target(CheckedNode node) {
        return node.getTarget() instanceof List<?> path
                ? String.valueOf(path.getLast())
                : String.valueOf(node.getTarget());
    }

    static int overflow(Page page) {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    private static long number(JsonObject got, String name) {
        return got.get(name).getAsLong();
    }
}
