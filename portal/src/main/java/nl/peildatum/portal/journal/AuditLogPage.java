package nl.peildatum.portal.journal;

import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The audit log, which is of all programmes together, and its own check. */
@Controller
class AuditLogPage {

    private static final String PATH = "/auditlog";

    private static final List<String> KINDS =
            List.of("CONTROLE", "PERSOON_GEWIST", "SLEUTEL", "TEKST_GEWIST", "TOEGANG_GEWEIGERD");

    private final Questions questions;

    AuditLogPage(Questions questions) {
        this.questions = questions;
    }

    @GetMapping(PATH)
    View show(
            @RequestParam(name = "soort", defaultValue = "") String kind,
            @RequestParam(name = "pagina", defaultValue = "1") String page,
            @RequestParam(name = "controleer", required = false) @Nullable String check) {
        Check checked =
                check == null ? null : questions.ask("/api/v1" + PATH + "/controle", Check.class);
        AuditLog log =
                questions.ask(
                        "/api/v1"
                                + PATH
                                + "?paginagrootte=100&pagina="
                                + Cut.encoded(page)
                                + (kind.isBlank() ? "" : "&soort=" + Cut.encoded(kind)),
                        AuditLog.class);
        List<Choice> kinds =
                Stream.concat(
                                Stream.of(new Choice("", Words.of("journaal.elkeSoort"), false)),
                                KINDS.stream()
                                        .map(
                                                one ->
                                                        new Choice(
                                                                one,
                                                                Words.of("auditsoort." + one),
                                                                one.equals(kind))))
                        .toList();
        return Page.of(
                Words.of("audit.titel"),
                200,
                Page.TEMPLATES.auditlog(log, checked, kinds, address(kind)));
    }

    /** Of its other pages, up to their number. */
    private static String address(String kind) {
        return PATH + "?" + (kind.isBlank() ? "" : "soort=" + Cut.encoded(kind) + "&") + "pagina=";
    }
}
