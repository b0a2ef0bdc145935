package nl.peildatum.portal.actions;

import java.util.List;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/** Everything about one action. */
@Controller
class ActionPage {

    private static final String ENTRIES = "regels";
    private static final String STATUS_ONLY = "status";

    private final Questions questions;
    private final Abouts abouts;

    ActionPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    @GetMapping("/programmas/{programma}/acties/{actie}")
    View show(
            Cut cut,
            @PathVariable String actie,
            @RequestParam(name = ENTRIES, required = false) @Nullable String entries) {
        String path = "/acties/" + Cut.encoded(actie);
        JsonNode answer = questions.ask(cut.data(path, "perioden", true), JsonNode.class);
        Action action = questions.read(answer, Action.class);
        Known known = questions.read(answer, Known.class);
        Cut pinned = cut.pinned(known.peildatum(), known.bekendTot());
        History history = questions.ask(pinned.data(path + "/historie"), History.class);
        boolean statusOnly = STATUS_ONLY.equals(entries);
        CutBar bar =
                abouts.of(cut.programme())
                        .bar(cut, known, path, ENTRIES, statusOnly ? STATUS_ONLY : null);
        List<CutBar.Choice> choices =
                List.of(
                        new CutBar.Choice(
                                Words.of("actie.regelsAlles"), statusOnly ? cut.page(path) : null),
                        new CutBar.Choice(
                                Words.of("actie.regelsStatus"),
                                statusOnly ? null : cut.page(path, ENTRIES, STATUS_ONLY)));
        String corrected =
                action.statusSinds() == null
                        ? null
                        : history.correctedDay(action.periods().entryOf(action.statusSinds()));
        return Page.live(
                Words.of("actie.naam", actie),
                bar,
                Page.TEMPLATES.actie(
                        action,
                        history,
                        statusOnly,
                        choices,
                        TwoTimes.of(history),
                        Explanations.of(history, action.toelichting(), known.peildatum()),
                        corrected,
                        bar));
    }
}
