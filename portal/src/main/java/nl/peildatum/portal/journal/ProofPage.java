package nl.peildatum.portal.journal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Whether the journal is as it was written, and how somebody else can find that out. */
@Controller
class ProofPage {

    private static final String PATH = "/bewijs";

    private final Questions questions;
    private final Abouts abouts;

    ProofPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    @GetMapping("/programmas/{programma}" + PATH)
    View show(
            Cut cut, @RequestParam(name = "controleer", required = false) @Nullable String check) {
        About about = abouts.of(cut.programme());
        Cut now = Cut.now(cut.programme());
        Check checked =
                check == null ? null : questions.ask(now.data("/journaal/controle"), Check.class);
        Signed signed = questions.ask(now.data("/journaal/controlepunten"), Signed.class);
        CutBar bar = about.bar(cut, about.now(), PATH);
        return Page.of(Words.of("bewijs.titel"), bar, Page.TEMPLATES.bewijs(checked, signed, bar));
    }

    /** The proof itself, as it comes: all of it, or that of one report. */
    @GetMapping("/programmas/{programma}/bewijs.zip")
    void proof(
            Cut cut,
            @RequestParam(name = "rapportage", required = false) @Nullable String report,
            HttpServletResponse response)
            throws IOException {
        String of = report == null ? "" : "_" + report.replaceAll("[^0-9-]", "");
        give(
                Cut.now(cut.programme()).data(PATH, "rapportage", report),
                "application/zip",
                "bewijs_" + cut.programme() + of + ".zip",
                response);
    }

    /** The signed heads, to be kept elsewhere. */
    @GetMapping("/programmas/{programma}/controlepunten.json")
    void checkpoints(Cut cut, HttpServletResponse response) throws IOException {
        give(
                Cut.now(cut.programme()).data("/journaal/controlepunten"),
                "application/json",
                "controlepunten_" + cut.programme() + ".json",
                response);
    }

    private void give(String address, String form, String name, HttpServletResponse response)
            throws IOException {
        HttpResponse<InputStream> answer = questions.open(address, form, null);
        try (InputStream body = answer.body()) {
            response.setContentType(form);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            body.transferTo(response.getOutputStream());
        }
    }
}
