package nl.peildatum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pictures of every page in {@code docs/screenshots}. {@code -Dapprove=true} makes them anew;
 * else what looks otherwise is told, and only a page without a picture is a failure.
 */
@Tag("every-look")
@ExtendWith(Seen.ByTests.class)
class ScreenshotsTest {

    private static final Path PICTURES = Path.of("..", "docs", "screenshots");
    private static final double TOLD_FROM = 0.005;
    private static final int HIGHEST = 800;
    private static final long ALL_TOGETHER = 3_500_000;

    private static final Map<String, Viewing> VIEWINGS =
            new TreeMap<>(
                    Map.of(
                            "breed", Viewing.WIDE,
                            "smal", Viewing.NARROW,
                            "donker", Viewing.DARK,
                            "druk", Viewing.PRINT));

    @Test
    void every_page_has_its_pictures_and_they_are_small(Seen seen) throws IOException {
        Map<String, BufferedImage> pictures = new LinkedHashMap<>();
        for (Map.Entry<String, Viewing> viewing : VIEWINGS.entrySet()) {
            for (ShownPage shown : ShownPage.EVERY_PAGE) {
                try (BrowserContext context = seen.context(viewing.getValue(), shown.role())) {
                    BufferedImage picture = taken(seen, context, shown, viewing.getValue());
                    pictures.put(
                            shown.name() + "-" + viewing.getKey() + ".png",
                            Palette.few(picture, IntUnaryOperator.identity()));
                    if (viewing.getValue() == Viewing.WIDE && shown.name().equals("stand")) {
                        pictures.put("stand-grijs.png", Palette.few(picture, Palette::grey));
                    }
                }
            }
        }
        if (Boolean.getBoolean("approve")) {
            write(pictures);
        }
        assertThat(files()).isEqualTo(new TreeSet<>(pictures.keySet()));
        long bytes = 0;
        for (String file : files()) {
            bytes += Files.size(PICTURES.resolve(file));
        }
        assertThat(bytes).as("all together").isLessThan(ALL_TOGETHER);
        for (Map.Entry<String, BufferedImage> picture : pictures.entrySet()) {
            double difference =
                    Palette.difference(
                            ImageIO.read(PICTURES.resolve(picture.getKey()).toFile()),
                            picture.getValue());
            if (difference > TOLD_FROM) {
                System.out.printf(
                        Locale.ROOT,
                        "docs/screenshots/%s: %.1f %% looks otherwise%n",
                        picture.getKey(),
                        100 * difference);
            }
        }
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(PICTURES)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static BufferedImage taken(
            Seen seen, BrowserContext context, ShownPage shown, Viewing viewing)
            throws IOException {
        Page page = context.newPage();
        seen.go(page, shown);
        page.waitForLoadState();
        // only now: on paper there is no button to go on by
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(viewing.media()));
        if (viewing == Viewing.PRINT) {
            // colours go over into those of paper in 150 ms
            page.waitForTimeout(300);
        }
        byte[] whole = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
        page.close();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(whole));
        return picture.getSubimage(
                0, 0, picture.getWidth(), Math.min(HIGHEST, picture.getHeight()));
    }

    private static void write(Map<String, BufferedImage> pictures) throws IOException {
        Files.createDirectories(PICTURES);
        for (String file : files()) {
            if (!pictures.containsKey(file)) {
                Files.delete(PICTURES.resolve(file));
            }
        }
        for (Map.Entry<String, BufferedImage> picture : pictures.entrySet()) {
            ImageIO.write(picture.getValue(), "png", PICTURES.resolve(picture.getKey()).toFile());
        }
    }
}
