package nl.peildatum.portal.lines;

import java.util.List;
import nl.peildatum.portal.actions.Action;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** An action line as its chapter is published; or what belongs to none. */
@Controller
class LinePage {

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
        Publication overview = questions.ask(cut.data("/monitoringsoverzicht"), Publication.class);
        int place = overview.place(nummer);
        boolean none = nummer.equals(Line.NONE.code());
        Line line = none && place < 0 ? Line.NONE : overview.at(place);
        List<Action> others = List.of();
        if (line == null) {
            // one that is not there on this day is told of, and one that never was is not found
            line = questions.ask(cut.data(path), Line.class);
        } else {
            others =
                    questions
                            .ask(
                                    cut.data("/acties", "actielijn", nummer, "paginagrootte", 200),
                                    Found.class)
                            .acties();
        }
        CutBar bar = abouts.of(cut.programme()).bar(cut, overview.known(), path);
        return Page.of(
                line.told(),
                bar,
                Page.TEMPLATES.actielijn(
                        line,
                        others.stream().filter(LinePage::isInNoBlock).toList(),
                        place < 0 ? null : overview.at(place - 1),
                        place < 0 ? null : overview.at(place + 1),
                        bar));
    }

    private static boolean isInNoBlock(Action action) {
        return action.leftOut() || action.status() == StatusCode.VERVALLEN;
    }
}
