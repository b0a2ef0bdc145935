package nl.peildatum.portal.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.CutBar.Choice;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What changed from one cut to another: what happened, and what is known better. */
@Controller
class ChangesPage {

    private static final String PATH = "/veranderingen";

    private final Questions questions;
    private final Abouts abouts;

    ChangesPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /**
     * The cut to begin with, and another last day than that of the cut that is looked at; what is
     * not given of the knowledge is as in that one.
     */
    record From(
            @BindParam("van") @Nullable String since,
            @BindParam("tot") @Nullable String until,
            @BindParam("bekendOpVan") @Nullable String knownAt,
            @BindParam("bekendTotVan") @Nullable String knownUpTo) {}

    @GetMapping("/programmas/{programma}" + PATH)
    View show(Cut asked, From from) {
        Cut cut =
                from.until() == null
                        ? asked
                        : new Cut(
                                asked.programme(),
                                from.until(),
                                asked.knownAt(),
                                asked.knownUpTo());
        About about = abouts.of(cut.programme());
        String since = since(from, cut, about);
        Difference difference =
                questions.ask(
                        cut.difference(since, from.knownAt(), from.knownUpTo()), Difference.class);
        List<String> parameters = new ArrayList<>(List.of("van", since));
        if (from.knownAt() != null) {
            parameters.addAll(List.of("bekendOpVan", from.knownAt()));
        }
        if (from.knownUpTo() != null) {
            parameters.addAll(List.of("bekendTotVan", from.knownUpTo()));
        }
        CutBar bar = new CutBar(cut, difference.tot().known(), about, PATH, parameters, null);
        return Page.of(
                Words.of("menu.veranderd"),
                bar,
                Page.TEMPLATES.veranderingen(difference, presets(bar), bar));
    }

    /** What is asked, else the report before, else the first day there is. */
    private static String since(From from, Cut cut, About about) {
        if (from.since() != null && !from.since().isBlank()) {
            return from.since().strip();
        }
        LocalDate until = cut.day();
        LocalDate report = about.moments().reportBefore(until);
        if (report != null) {
            return report.toString();
        }
        LocalDate first = about.moments().first();
        return (first == null || first.isAfter(until) ? until : first).toString();
    }

    private static List<Choice> presets(CutBar bar) {
        LocalDate until = bar.known().peildatum();
        List<Choice> presets = new ArrayList<>();
        LocalDate report = bar.about().moments().reportBefore(until);
        if (report != null) {
            presets.add(preset(bar, "veranderd.rapportage", report));
        }
        presets.add(preset(bar, "veranderd.kwartaal", until.minusMonths(3)));
        presets.add(preset(bar, "veranderd.jaar", until.minusYears(1)));
        if (until.isBefore(LocalDate.now(Today.AMSTERDAM))) {
            presets.add(
                    new Choice(
                            Words.of("veranderd.toenEnNu"),
                            bar.cut()
                                    .knowingAll()
                                    .page(
                                            PATH,
                                            "van",
                                            until,
                                            "tot",
                                            until,
                                            "bekendOpVan",
                                            bar.cut().asKnownThen(until).knownAt())));
        }
        return presets;
    }

    private static Choice preset(CutBar bar, String word, LocalDate since) {
        return new Choice(Words.of(word), bar.cut().page(PATH, "van", since));
    }
}
