package nl.peildatum.standalone.issuer;

import gg.jte.models.runtime.JteModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.peildatum.contract.DutchTexts;
import nl.peildatum.look.Look;
import nl.peildatum.look.Shell;
import nl.peildatum.standalone.templates.StaticTemplates;
import nl.peildatum.standalone.templates.Templates;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The pages of the issuer, which look like those of the portal. */
final class Pages {

    static final DutchTexts WORDS = DutchTexts.of("issuer-messages", Pages.class);
    static final Templates TEMPLATES = new StaticTemplates();

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private Pages() {}

    static ResponseEntity<byte[]> answer(int status, String title, JteModel content) {
        String product = WORDS.plain("site.naam");
        Shell shell =
                new Shell(
                        title + " – " + product,
                        product,
                        WORDS.plain("site.naarInhoud"),
                        "",
                        List.of(),
                        List.of());
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(
                        Look.bytes(
                                Look.PARTS.page(
                                        shell, Look.NOTHING, Look.NOTHING, content, Look.NOTHING)));
    }
}
