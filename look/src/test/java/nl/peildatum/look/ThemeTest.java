package nl.peildatum.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the theme are told apart by whoever sees them less well, in both schemes. */
class ThemeTest {

    private static final double TEXT = 4.5;
    private static final double EDGE = 3;
    private static final String PAGE = "--basis-color-default-bg-document";

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void texts_and_edges_stand_out(String scheme) throws IOException {
        Map<String, String> theme = theme(scheme);
        List<String> low = new ArrayList<>();
        hold(theme, low, TEXT, "--basis-color-default-color-document", PAGE);
        for (String ground : List.of(PAGE, "--basis-color-default-bg-subtle")) {
            hold(theme, low, TEXT, "--basis-color-default-color-subtle", ground);
            hold(theme, low, TEXT, "--basis-color-action-2-color-default", ground);
            hold(theme, low, TEXT, "--basis-color-action-2-color-hover", ground);
        }
        for (String kind : List.of("accent-1", "warning", "negative")) {
            String ground = "--basis-color-" + kind + "-bg-default";
            hold(theme, low, TEXT, "--basis-color-" + kind + "-color-document", ground);
            hold(theme, low, EDGE, "--basis-color-" + kind + "-border-default", ground);
            hold(theme, low, EDGE, "--basis-focus-outline-color", ground);
        }
        hold(
                theme,
                low,
                TEXT,
                "--basis-color-action-1-inverse-color-default",
                "--basis-color-action-1-inverse-bg-default");
        hold(theme, low, EDGE, "--basis-color-default-border-default", PAGE);
        hold(theme, low, EDGE, "--basis-focus-outline-color", PAGE);
        for (Sign sign : Sign.values()) {
            String status = "--status-" + sign.css();
            hold(theme, low, TEXT, status + "-word", PAGE);
            if (sign != Sign.VERVALLEN) {
                hold(theme, low, EDGE, status + "-edge", PAGE);
            }
            if (theme.containsKey(status + "-line")) {
                hold(theme, low, EDGE, status + "-line", status + "-fill");
            }
        }
        assertThat(low).isEmpty();
    }

    @Test
    void whatever_a_stylesheet_uses_the_theme_has_and_nothing_more() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Pattern.compile("var\\((--(?:basis|status)-[a-z0-9-]+)")
                .matcher(asset("peildatum.css"))
                .results()
                .forEach(name -> used.add(name.group(1)));
        assertThat(theme("light").keySet()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(theme("light").keySet()).containsAll(theme("dark").keySet());
    }

    @Test
    void what_pages_load_stays_small() throws IOException {
        assertThat(asset("peildatum.css").length()).isLessThan(24_000);
        assertThat(asset("thema.css").length()).isLessThan(6_000);
    }

    private static void hold(
            Map<String, String> theme, List<String> low, double least, String one, String other) {
        double ratio =
                contrast(
                        Objects.requireNonNull(theme.get(one), one),
                        Objects.requireNonNull(theme.get(other), other));
        if (ratio < least) {
            low.add("%s on %s: %.2f".formatted(one, other, ratio));
        }
    }

    /** As WCAG 2.2 reckons it. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            sum +=
                    weights[i]
                            * (part <= 0.04045
                                    ? part / 12.92
                                    : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Map<String, String> theme(String scheme) throws IOException {
        String css = asset("thema.css");
        int dark = css.indexOf("@media screen");
        Map<String, String> theme = new TreeMap<>(tokens(css.substring(0, dark)));
        if (scheme.equals("dark")) {
            theme.putAll(tokens(css.substring(dark)));
        }
        return theme;
    }

    private static Map<String, String> tokens(String css) {
        Matcher tokens = Pattern.compile("(--[a-z0-9-]+): ([^;]+);").matcher(css);
        Map<String, String> found = new TreeMap<>();
        for (MatchResult token : tokens.results().toList()) {
            found.put(token.group(1), token.group(2).toLowerCase(Locale.ROOT));
        }
        return found;
    }

    private static String asset(String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Objects.requireNonNull(Assets.at(Assets.address(name))).writeTo(content);
        return content.toString(StandardCharsets.UTF_8);
    }
}
