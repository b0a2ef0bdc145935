package nl.peildatum.portal.reports;

import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.web.servlet.View;

/** The fixed reports, and what has become of one. */
@Controller
class ReportsPage {

    private static final String PATH = "/rapportages";

    private final Questions questions;
    private final Abouts abouts;

    ReportsPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /** All of them on a cut. */
    record Reports(
            LocalDate peildatum,
            long bekendTot,
            @Nullable Instant bekendOp,
            List<Report> rapportages) {}

    @GetMapping("/programmas/{programma}" + PATH)
    View list(Cut cut) {
        Reports found = questions.ask(cut.data(PATH, "paginagrootte", 200), Reports.class);
        CutBar bar =
                abouts.of(cut.programme())
                        .bar(
                                cut,
                                new Known(found.peildatum(), found.bekendTot(), found.bekendOp()),
                                PATH);
        return Page.live(
                Words.of("menu.rapportages"),
                bar,
                Page.TEMPLATES.rapportages(found.rapportages(), bar));
    }

    /** What is said of one report is as known now: the cut that is shown is its own. */
    @GetMapping("/programmas/{programma}" + PATH + "/{dag}")
    View one(Cut cut, @PathVariable String dag) {
        String path = PATH + "/" + Cut.encoded(dag);
        Report report = questions.ask(Cut.now(cut.programme()).data(path), Report.class);
        Cut own = cut.pinned(report.peildatum(), report.bekendTot());
        Known known = questions.ask(own.data(""), Known.class);
        CutBar bar = abouts.of(cut.programme()).bar(own, known, path);
        return Page.of(
                Words.of("rapportage.naam", Words.date(report.peildatum())),
                bar,
                Page.TEMPLATES.rapportage(report, bar));
    }
}
