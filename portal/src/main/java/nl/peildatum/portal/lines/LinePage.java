package nl.peildatum.portal.lines;

import java.util.List;
import nl.peildatum.portal.actions.Action;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.counts.Dashboard;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** An action line with its goals, its counts and its actions; or what belongs to none. */
@Controller
class LinePage {

    private static final String NONE = "geen";

    private final Questions questions;
    private final Abouts abouts;

    LinePage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /** The actions of a line. */
    record Found(List<Action> acties) {}

    @GetMapping("/programmas/{programma}/actielijnen/{nummer}")
    View show(Cut cut, @PathVariable String nummer) {
        String path = "/actielijnen/" + Cut.encoded(nummer);
        Line line = nummer.equals(NONE) ? Line.NONE : questions.ask(cut.data(path), Line.class);
        Dashboard dashboard = questions.ask(cut.data("/dashboard"), Dashboard.class);
        Found found =
                questions.ask(
                        cut.data("/acties", "actielijn", nummer, "paginagrootte", 200),
                        Found.class);
        Dashboard.Line counts =
                dashboard.actielijnen().stream()
                        .filter(one -> one.code().equals(nummer))
                        .findFirst()
                        .orElse(null);
        CutBar bar =
                new CutBar(
                        cut, dashboard.known(), abouts.of(cut.programme()), path, List.of(), null);
        return Page.of(
                counts == null ? line.titel() : counts.told(),
                bar,
                Page.TEMPLATES.actielijn(line, counts, dashboard.lines(), found.acties(), bar));
    }
}
