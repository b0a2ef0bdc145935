package nl.peildatum.portal.lines;

import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The whole overview, to be read. */
@Controller
class PublicationPage {

    private static final String PATH = "/overzicht";

    private final Questions questions;
    private final Abouts abouts;

    PublicationPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    @GetMapping("/programmas/{programma}" + PATH)
    View show(Cut cut) {
        Publication publication =
                questions.ask(cut.data("/monitoringsoverzicht"), Publication.class);
        CutBar bar = abouts.of(cut.programme()).bar(cut, publication.known(), PATH);
        return Page.of(
                Words.of("overzicht.titel"), bar, Page.TEMPLATES.overzicht(publication, bar));
    }
}
