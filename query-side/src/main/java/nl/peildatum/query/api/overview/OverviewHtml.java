package nl.peildatum.query.api.overview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import nl.peildatum.api.AnswerHeaders;
import org.springframework.http.MediaType;

/** The overview as a page of its own: nothing in it comes from elsewhere and nothing in it runs. */
final class OverviewHtml implements OverviewFormat {
    private final String style = "\n" + Resources.text("overzicht.css");
    private final String policy = onlyThis(style);

    @Override
    public MediaType type() {
        return new MediaType("text", "html", StandardCharsets.UTF_8);
    }

    @Override
    public String extension() {
        return "";
    }

    /** Its style and nothing else, so that a text that slips in as markup does nothing. */
    @Override
    public String policy() {
        return policy;
    }

    private static String onlyThis(String style) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return AnswerHeaders.NOTHING
                    + "; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        <style>%s</style>
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
