package nl.peildatum.portal.lines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.portal.actions.Action;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.pages.Page;
import org.jspecify.annotations.Nullable;
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

    /** The publication, of which a line is a chapter. */
    record Overview(
            LocalDate peildatum,
            long bekendTot,
            @Nullable Instant bekendOp,
            List<Line> actielijnen) {

        /** The place of a line among the chapters, or -1 where it has none. */
        int place(String code) {
            return actielijnen.stream().map(Line::code).toList().indexOf(code);
        }

        @Nullable Line at(int place) {
            return place < 0 || place >= actielijnen.size() ? null : actielijnen.get(place);
        }
    }

    /** The actions of a line. */
    record Found(List<Action> acties) {}

    @GetMapping("/programmas/{programma}/actielijnen/{nummer}")
    View show(Cut cut, @PathVariable String nummer) {
        String path = "/actielijnen/" + Cut.encoded(nummer);
        Overview overview = questions.ask(cut.data("/monitoringsoverzicht"), Overview.class);
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
        CutBar bar =
                abouts.of(cut.programme())
                        .bar(
                                cut,
                                new Known(
                                        overview.peildatum(),
                                        overview.bekendTot(),
                                        overview.bekendOp()),
                                path);
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
