package nl.peildatum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.BoundingBox;
import gg.jte.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import nl.peildatum.look.Bar;
import nl.peildatum.look.Look;
import nl.peildatum.look.Prose;
import nl.peildatum.look.Shell;
import nl.peildatum.look.Sign;
import nl.peildatum.look.Strip;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts that pages are made of, each in all its states, on a page that only tests have. */
@ExtendWith(Seen.ByTests.class)
class GalleryTest {

    private static final double TOLD_APART = 1.5;
    private static final double PATTERNS_APART = 0.03;
    private static final int AWAY_FROM_THE_EDGE = 5;
    private static final int AWAY_FROM_THE_NUMBER = 30;

    private static final List<Sign> COUNTED =
            List.of(
                    Sign.AFGEROND,
                    Sign.IN_UITVOERING,
                    Sign.VERTRAGING,
                    Sign.DOORLOPEND,
                    Sign.NOG_NIET_GESTART);

    @ParameterizedTest
    @EnumSource
    void everybody_can_use_every_part(Viewing viewing, Seen seen) {
        try (BrowserContext context = seen.context(viewing)) {
            Page page = open(seen, context, viewing);
            assertThat(Visit.violations(page)).isEmpty();
            assertThat(Visit.overflow(page)).isZero();
        }
    }

    /** Whichever of them are zero, any two can be neighbours in a bar. */
    @ParameterizedTest
    @EnumSource(names = {"WIDE", "DARK"})
    void in_greyscale_any_two_statuses_are_told_apart(Viewing viewing, Seen seen)
            throws IOException {
        try (BrowserContext context = seen.context(viewing)) {
            Page page = open(seen, context, viewing);
            JsonObject blind = new JsonObject();
            blind.addProperty("type", "achromatopsia");
            context.newCDPSession(page).send("Emulation.setEmulatedVisionDeficiency", blind);
            List<Grey> greys = new ArrayList<>();
            for (Sign sign : COUNTED) {
                Grey grey = Grey.of(page, sign);
                assertThat(greys).allMatch(grey::isToldApartFrom, grey + " is told apart");
                greys.add(grey);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/acties", "/acties/24", "/veranderingen", "/galerij"})
    void the_theme_of_an_organisation_takes_the_place_of_ours(String path, Seen seen)
            throws IOException {
        String theirs = Files.readString(Path.of("src/test/resources/ander-thema.css"));
        try (BrowserContext context = seen.context(Viewing.WIDE)) {
            TreeSet<String> ours = new TreeSet<>();
            context.route(
                    Pattern.compile(".*/thema\\..*\\.css"),
                    route -> {
                        String our = route.fetch().text();
                        ours.addAll(colours(our.substring(0, our.indexOf("@media"))));
                        route.fulfill(
                                new FulfillOptions()
                                        .setContentType("text/css")
                                        .setBody(our + theirs));
                    });
            Page page =
                    path.equals("/galerij") ? open(seen, context, Viewing.WIDE) : context.newPage();
            if (!path.equals("/galerij")) {
                page.navigate(seen.at(Story.PROGRAMME + path).toString());
            }
            assertThat(ours).hasSizeGreaterThan(10);
            assertThat(Visit.violations(page)).isEmpty();
            ours.removeAll(colours(theirs));
            assertThat(shown(page)).isNotEmpty().doesNotContainAnyElementsOf(ours);
        }
    }

    /** Every colour that anything but a status is drawn with, in the form of a browser. */
    private static List<String> shown(Page page) {
        return Arrays.asList(
                page.evaluate(
                                """
                                statuses => [...new Set([...document.querySelectorAll('body, body *')]
                                    .filter(e => !e.closest(statuses))
                                    .flatMap(e => { const s = getComputedStyle(e);
                                        return [s.color, s.backgroundColor, s.borderTopColor, s.borderBottomColor,
                                            s.borderLeftColor, s.outlineColor,
                                            ...(e instanceof SVGElement ? [s.fill, s.stroke] : [])]; }))].join(' | ')""",
                                Arrays.stream(Sign.values())
                                        .map(sign -> "." + sign.css())
                                        .collect(Collectors.joining(",")))
                        .toString()
                        .split(" \\| "));
    }

    /** The colours of the base layer that a theme names. */
    private static List<String> colours(String theme) {
        return Pattern.compile(
                        "--basis-[a-z0-9-]+: *#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}) *;",
                        Pattern.CASE_INSENSITIVE)
                .matcher(theme)
                .results()
                .map(
                        found ->
                                "rgb(%d, %d, %d)"
                                        .formatted(
                                                Integer.parseInt(found.group(1), 16),
                                                Integer.parseInt(found.group(2), 16),
                                                Integer.parseInt(found.group(3), 16)))
                .toList();
    }

    /**
     * How an area looks without colours.
     *
     * @param luminance how light it is
     * @param edges how much changes in it, for each pixel
     * @param dashes how much changes along its outline, for each pixel
     */
    private record Grey(Sign sign, double luminance, double edges, double dashes) {

        static Grey of(Page page, Sign sign) throws IOException {
            BoundingBox box = page.locator(".alle ." + sign.css() + " .vlak").boundingBox();
            double width = box.width / 2 - AWAY_FROM_THE_NUMBER;
            double left = box.x + AWAY_FROM_THE_EDGE;
            BufferedImage inside =
                    part(page, left, box.y + AWAY_FROM_THE_EDGE, width, box.height - 10);
            double sum = 0;
            for (int y = 0; y < inside.getHeight(); y++) {
                for (int x = 0; x < inside.getWidth(); x++) {
                    sum += luminance(inside, x, y);
                }
            }
            return new Grey(
                    sign,
                    sum / inside.getHeight() / inside.getWidth(),
                    changes(inside),
                    changes(part(page, left, box.y, width, 1)));
        }

        private static BufferedImage part(
                Page page, double x, double y, double width, double height) throws IOException {
            return ImageIO.read(
                    new ByteArrayInputStream(
                            page.screenshot(
                                    new Page.ScreenshotOptions().setClip(x, y, width, height))));
        }

        private static double changes(BufferedImage image) {
            int changes = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 1; x < image.getWidth(); x++) {
                    if (Math.abs(luminance(image, x, y) - luminance(image, x - 1, y)) > 0.1) {
                        changes++;
                    }
                }
            }
            return (double) changes / image.getWidth() / image.getHeight();
        }

        boolean isToldApartFrom(Grey other) {
            double ratio =
                    (Math.max(luminance, other.luminance) + 0.05)
                            / (Math.min(luminance, other.luminance) + 0.05);
            return ratio >= TOLD_APART
                    || Math.abs(edges - other.edges) >= PATTERNS_APART
                    || Math.abs(dashes - other.dashes) >= PATTERNS_APART;
        }

        private static double luminance(BufferedImage image, int x, int y) {
            double grey = (image.getRGB(x, y) & 0xff) / 255.0;
            return grey <= 0.04045 ? grey / 12.92 : Math.pow((grey + 0.055) / 1.055, 2.4);
        }
    }

    private static Page open(Seen seen, BrowserContext context, Viewing viewing) {
        String address = seen.at("/galerij").toString();
        context.route(address, GalleryTest::show);
        Page page = context.newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(viewing.media()));
        page.navigate(address);
        return page;
    }

    private static void show(Route route) {
        Shell shell =
                new Shell(
                        "Galerij",
                        "Peildatum",
                        "Naar de inhoud",
                        "Hoofdmenu",
                        List.of(
                                new Shell.Item("Stand", "/", true),
                                new Shell.Item("Acties", "/acties", false)),
                        List.of());
        route.fulfill(
                new FulfillOptions()
                        .setContentType("text/html;charset=UTF-8")
                        .setBodyBytes(
                                Look.bytes(
                                        Look.PARTS.page(
                                                shell,
                                                Look.NOTHING,
                                                Look.NOTHING,
                                                gallery(),
                                                Look.NOTHING))));
    }

    private static Content gallery() {
        List<Content> parts = new ArrayList<>();
        parts.add(html("<h1>Galerij</h1><h2>Merken</h2><ul>"));
        for (Sign sign : Sign.values()) {
            parts.add(html("<li>"));
            parts.add(Look.PARTS.swatch(sign));
            parts.add(Look.PARTS.badge(sign, sign.css()));
            parts.add(html("</li>"));
        }
        parts.add(html("</ul><h2>Balken</h2>"));
        parts.add(bar("Alle even groot", List.of(1, 1, 1, 1, 1)));
        parts.add(bar("Klein naast groot", List.of(40, 1, 2, 3, 1)));
        parts.add(bar("Twee", List.of(0, 0, 3, 0, 4)));
        parts.add(bar("Geen", List.of(0, 0, 0, 0, 0)));
        parts.add(html("<h2>Strook</h2>"));
        parts.add(strip());
        parts.add(html("<h2>Tekst</h2>"));
        parts.add(
                Look.PARTS.prose(
                        Prose.of(
                                "Een **sterk** en een _nadrukkelijk_ woord.\n\n- een\n- twee\n\n3. drie\n4. vier\n\nلغة من اليمين")));
        return output -> parts.forEach(part -> part.writeTo(output));
    }

    private static Content bar(String title, List<Integer> numbers) {
        List<Bar.Part> parts = new ArrayList<>();
        for (Sign sign : COUNTED) {
            int number = numbers.get(COUNTED.indexOf(sign));
            parts.add(new Bar.Part(sign, number, title + ": " + sign.css(), "/acties"));
        }
        int scale = Math.max(1, numbers.stream().mapToInt(Integer::intValue).sum());
        Content bar = Look.PARTS.bar(Bar.of(title, scale, parts));
        return numbers.stream().distinct().count() == 1 && scale > 1
                ? output -> {
                    output.writeContent("<div class=\"alle\">");
                    bar.writeTo(output);
                    output.writeContent("</div>");
                }
                : bar;
    }

    private static Content strip() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        List<Strip.Period> periods = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            periods.add(new Strip.Period(sign, sign.css(), day, day.plusDays(40)));
            day = day.plusDays(40);
        }
        return Look.PARTS.strip(
                Strip.of(
                        "Een strook",
                        new Strip.Scale(LocalDate.of(2026, 1, 1), day),
                        periods,
                        List.of(),
                        day,
                        LocalDate.of(2026, 6, 1),
                        "1 juni"));
    }

    private static Content html(String text) {
        return output -> output.writeContent(text);
    }
}
