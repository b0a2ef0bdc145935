package nl.peildatum.query.api.overview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import nl.peildatum.api.AnswerHeaders;
import nl.peildatum.look.Look;
import nl.peildatum.look.Theme;
import nl.peildatum.query.templates.StaticTemplates;
import nl.peildatum.query.templates.Templates;
import org.springframework.http.MediaType;

/** The overview as a page of its own: nothing in it comes from elsewhere and nothing in it runs. */
final class OverviewHtml implements OverviewFormat {
    static final Templates TEMPLATES = new StaticTemplates();

    private final String style = Theme.alone() + Resources.text("overzicht.css");
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
        return Look.bytes(TEMPLATES.overzicht(OverviewPage.of(overview), style));
    }
}
