package nl.peildatum.portal.stand;

import java.time.LocalDate;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.changes.Difference;
import nl.peildatum.portal.counts.Dashboard;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How it stood on a day. */
@Controller
class StandPage {

    private final Questions questions;
    private final Abouts abouts;

    StandPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    @GetMapping("/programmas/{programma}")
    View show(Cut cut) {
        Dashboard dashboard = questions.ask(cut.data("/dashboard"), Dashboard.class);
        About about = abouts.of(cut.programme());
        LocalDate since = dashboard.bekendTot() == 0 ? null : since(about, dashboard.peildatum());
        Difference changes =
                since == null
                        ? null
                        : questions.ask(
                                cut.pinned(dashboard.peildatum(), dashboard.bekendTot())
                                        .difference(Cut.now(cut.programme()).on(since)),
                                Difference.class);
        CutBar bar = about.bar(cut, dashboard.known(), "");
        return Page.live(
                Words.of("menu.stand"),
                bar,
                Page.TEMPLATES.stand(dashboard, bar, since, changes, firstKnowledge(bar)));
    }

    /** The first that is known, where nothing is known on the cut and something is now. */
    private @Nullable FirstKnowledge firstKnowledge(CutBar bar) {
        return bar.known().bekendTot() > 0 || bar.about().head() == 0
                ? null
                : questions.ask(
                        bar.cut().pinned(bar.known().peildatum(), 1).data(""),
                        FirstKnowledge.class);
    }

    /** The fixed report before a day, else the first day about which anything is recorded. */
    private static @Nullable LocalDate since(About about, LocalDate day) {
        LocalDate report = about.moments().reportBefore(day);
        if (report != null) {
            return report;
        }
        LocalDate first = about.moments().first();
        return first != null && first.isBefore(day) ? first : null;
    }
}
