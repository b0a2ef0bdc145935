package nl.peildatum.portal.signals;

import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The signals of a cut. */
@Controller
class SignalsPage {

    private static final String PATH = "/signalen";

    private final Questions questions;
    private final Abouts abouts;

    SignalsPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    @GetMapping("/programmas/{programma}" + PATH)
    View list(Cut cut, @RequestParam(required = false) @Nullable String pagina) {
        Signal.Listed listed = questions.ask(cut.data(PATH, "pagina", pagina), Signal.Listed.class);
        CutBar bar = abouts.of(cut.programme()).bar(cut, listed.known(), PATH, "pagina", pagina);
        int last = (listed.totaal() + listed.paginagrootte() - 1) / listed.paginagrootte();
        int page = listed.pagina();
        return Page.of(
                Words.of("menu.signalen"),
                bar,
                Page.TEMPLATES.signalen(
                        listed,
                        page > 1 ? cut.page(PATH, "pagina", page - 1) : null,
                        page < last ? cut.page(PATH, "pagina", page + 1) : null,
                        bar));
    }
}
