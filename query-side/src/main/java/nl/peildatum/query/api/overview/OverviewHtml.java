package nl.peildatum.query.api.overview;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The overview as a page of its own: nothing in it comes from elsewhere and nothing in it runs. */
final class OverviewHtml implements OverviewFormat {
    private final String style = Resources.text("overzicht.css");

    @Override
    public MediaType type() {
        return new MediaType("text", "html", StandardCharsets.UTF_8);
    }

    @Override
    public String extension() {
        return "";
    }

    @Override
    public byte[] write(Overview overview) {
        return """
        <!DOCTYPE html>
        <html lang="nl">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <a class="skip" href="#inhoud">%s</a>
        %s</body>
        </html>
        """
                .formatted(
                        Markup.escaped(OverviewPage.title(overview)),
                        style,
                        Words.SKIP.text(),
                        OverviewPage.body(overview))
                .getBytes(StandardCharsets.UTF_8);
    }
}
