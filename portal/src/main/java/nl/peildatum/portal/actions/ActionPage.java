package nl.peildatum.portal.actions;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/** Everything about one action. */
@Controller
class ActionPage {

    private final Questions questions;
    private final Abouts abouts;

    ActionPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    @GetMapping("/programmas/{programma}/acties/{actie}")
    View show(Cut cut, @PathVariable String actie) {
        String path = "/acties/" + Cut.encoded(actie);
        JsonNode answer = questions.ask(cut.data(path), JsonNode.class);
        Action action = questions.read(answer, Action.class);
        Known known = questions.read(answer, Known.class);
        LocalDate today = LocalDate.now(Today.AMSTERDAM);
        Cut pinned = cut.pinned(known.peildatum(), known.bekendTot());
        // the strip goes on after the day that is looked at
        Cut all = known.peildatum().isBefore(today) ? pinned.on(today) : pinned;
        Periods periods = questions.ask(all.data(path + "/statusverloop"), Periods.class);
        History history = questions.ask(pinned.data(path + "/historie"), History.class);
        String corrected =
                action.statusSinds() == null
                        ? null
                        : history.correctedDay(periods.entryOf(action.statusSinds()));
        CutBar bar = new CutBar(cut, known, abouts.of(cut.programme()), path, List.of(), null);
        return Page.of(
                Words.of("actie.naam", actie),
                bar,
                Page.TEMPLATES.actie(action, periods, history, corrected, bar));
    }
}
