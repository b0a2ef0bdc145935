package nl.peildatum.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;

/** How a page is looked at. */
enum Viewing {
    WIDE(1280, ColorScheme.LIGHT),
    NARROW_DARK(360, ColorScheme.DARK),
    DARK(1280, ColorScheme.DARK),
    NARROW(360, ColorScheme.LIGHT),
    /** 1280 pixels enlarged four times. */
    ENLARGED(320, ColorScheme.LIGHT),
    /** A4, at 96 pixels an inch. */
    PRINT(794, ColorScheme.DARK),
    FORCED_COLORS(1280, ColorScheme.DARK);

    private static final int HEIGHT = 900;

    private final int width;
    private final ColorScheme scheme;

    Viewing(int width, ColorScheme scheme) {
        this.width = width;
        this.scheme = scheme;
    }

    NewContextOptions options() {
        NewContextOptions options =
                new NewContextOptions()
                        .setLocale("nl-NL")
                        .setTimezoneId("Europe/Amsterdam")
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(scheme);
        return this == FORCED_COLORS ? options.setForcedColors(ForcedColors.ACTIVE) : options;
    }

    Media media() {
        return this == PRINT ? Media.PRINT : Media.SCREEN;
    }
}
