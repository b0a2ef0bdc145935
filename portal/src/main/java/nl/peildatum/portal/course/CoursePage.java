package nl.peildatum.portal.course;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.CutBar.Choice;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How the counts went, month by month, quarter by quarter or year by year. */
@Controller
class CoursePage {

    private static final String PATH = "/verloop";
    private static final List<String> STEPS = List.of("maand", "kwartaal", "jaar");

    /** Where that would be more, the step that nobody asked for grows. */
    private static final int MOST_POINTS = 24;

    private final Questions questions;
    private final Abouts abouts;

    CoursePage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    private Course course(Cut cut, Asked asked, String step) {
        return questions.ask(cut.course(asked.since(), step), Course.class);
    }

    /** What the address asks for, besides the cut. */
    record Asked(
            @BindParam("van") @Nullable String since, @BindParam("stap") @Nullable String step) {}

    @GetMapping("/programmas/{programma}" + PATH)
    View show(Cut cut, Asked asked) {
        String step = asked.step();
        Course course;
        if (step == null || step.isBlank()) {
            step = STEPS.getFirst();
            course = course(cut, asked, step);
            for (String larger : STEPS.subList(1, STEPS.size())) {
                if (course.punten().size() > MOST_POINTS) {
                    step = larger;
                    course = course(cut, asked, step);
                }
            }
        } else {
            course = course(cut, asked, step);
        }
        Known known = new Known(course.tot(), course.bekendTot(), course.bekendOp());
        List<String> parameters = new ArrayList<>(List.of("stap", step));
        if (asked.since() != null) {
            parameters.addAll(List.of("van", asked.since()));
        }
        CutBar bar = new CutBar(cut, known, abouts.of(cut.programme()), PATH, parameters, null);
        String chosen = step;
        List<Choice> steps =
                STEPS.stream()
                        .map(
                                one ->
                                        new Choice(
                                                Words.of("verloop." + one),
                                                one.equals(chosen)
                                                        ? null
                                                        : cut.page(
                                                                PATH,
                                                                "stap",
                                                                one,
                                                                "van",
                                                                asked.since())))
                        .toList();
        return Page.of(Words.of("menu.verloop"), bar, Page.TEMPLATES.verloop(course, steps, bar));
    }
}
