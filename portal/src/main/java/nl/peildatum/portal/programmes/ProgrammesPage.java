package nl.peildatum.portal.programmes;

import java.util.List;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Every programme; where there is one only, that one. */
@Controller
class ProgrammesPage {

    private static final int ON_A_PAGE = 50;

    private final Questions questions;

    ProgrammesPage(Questions questions) {
        this.questions = questions;
    }

    /** A page of the list. */
    record Programmes(List<Programme> programmas, int totaal, int pagina) {}

    @GetMapping("/")
    View list(
            @RequestParam(required = false) @Nullable String pagina,
            @RequestParam(required = false) @Nullable String peildatum,
            @RequestParam(required = false) @Nullable String bekendOp,
            @RequestParam(required = false) @Nullable String bekendTot) {
        Programmes found =
                questions.ask(
                        "/api/v1/programmas?paginagrootte="
                                + ON_A_PAGE
                                + (pagina == null ? "" : "&pagina=" + Cut.encoded(pagina)),
                        Programmes.class);
        if (found.totaal() == 1 && found.programmas().size() == 1) {
            return new RedirectView(
                    new Cut(
                                    found.programmas().getFirst().programma(),
                                    peildatum,
                                    bekendOp,
                                    bekendTot)
                            .page(""),
                    true);
        }
        int pages = (found.totaal() + ON_A_PAGE - 1) / ON_A_PAGE;
        return Page.of(
                Words.of("programmas.titel"),
                200,
                Page.TEMPLATES.programmas(found.programmas(), found.pagina(), pages));
    }
}
