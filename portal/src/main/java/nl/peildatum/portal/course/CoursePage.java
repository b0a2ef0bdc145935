package nl.peildatum.portal.course;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.CutBar.Choice;
import nl.peildatum.portal.download.CsvFile;
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

    /** Where there would be more, the step grows. */
    private static final int MOST_COLUMNS = 24;

    private static final List<String> COLUMNS =
            Stream.concat(
                            Stream.of("dag", "acties"),
                            Counts.STATUSES.stream().map(status -> status.count()))
                    .toList();

    private final Questions questions;
    private final Abouts abouts;

    CoursePage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /** What the address asks for, besides the cut. */
    record Asked(
            @BindParam("van") @Nullable String since, @BindParam("stap") @Nullable String step) {

        Asked {
            since = since == null || since.isBlank() ? null : since.strip();
            step = step == null || step.isBlank() ? null : step.strip();
        }
    }

    /** How long a period is. */
    private enum Step {
        MAAND("maand", 1),
        KWARTAAL("kwartaal", 3),
        JAAR("jaar", 12);

        private final String code;
        private final int months;

        Step(String code, int months) {
            this.code = code;
            this.months = months;
        }

        /** The smallest that is asked for and gives no more columns than fit. */
        static Step fitting(@Nullable String asked, LocalDate first, LocalDate last) {
            long months = ChronoUnit.MONTHS.between(first, last);
            return Stream.of(values())
                    .filter(step -> step.compareTo(of(asked)) >= 0)
                    .filter(step -> months / step.months + 2 <= MOST_COLUMNS)
                    .findFirst()
                    .orElse(JAAR);
        }

        private static Step of(@Nullable String asked) {
            return Stream.of(values())
                    .filter(step -> step.code.equals(asked))
                    .findFirst()
                    .orElse(MAAND);
        }
    }

    @GetMapping("/programmas/{programma}" + PATH)
    View show(Cut cut, Asked asked) {
        About about = abouts.of(cut.programme());
        String step = step(cut, asked, about);
        Course course = questions.ask(cut.course(asked.since(), step), Course.class);
        CutBar bar = about.bar(cut, course.known(), PATH, "stap", step, "van", asked.since());
        List<Choice> steps =
                Stream.of(Step.values())
                        .map(
                                one ->
                                        new Choice(
                                                Words.of("verloop." + one.code),
                                                one.code.equals(step)
                                                        ? null
                                                        : address(cut, PATH, asked, one.code)))
                        .toList();
        boolean grown = asked.step() != null && !asked.step().equals(step);
        return Page.live(
                Words.of("menu.verloop"),
                bar,
                Page.TEMPLATES.verloop(
                        course, steps, grown, address(cut, PATH + ".csv", asked, step), bar));
    }

    @GetMapping("/programmas/{programma}" + PATH + ".csv")
    View file(Cut cut, Asked asked) {
        Course course =
                questions.ask(
                        cut.course(
                                asked.since(),
                                Objects.requireNonNullElse(asked.step(), Step.MAAND.code)),
                        Course.class);
        return CsvFile.of(
                cut.programme(),
                "verloop",
                course.known(),
                COLUMNS,
                course.punten().stream().map(CoursePage::row).toList());
    }

    /** Of a day about which nothing is recorded the counts are left open: they are not zero. */
    private static List<String> row(Course.Point point) {
        Counts counts = point.totaal();
        return Stream.concat(
                        Stream.of(point.peildatum().toString()),
                        Stream.concat(
                                        Stream.of(counts.acties()),
                                        Counts.STATUSES.stream().map(counts::of))
                                .map(number -> point.recorded() ? number.toString() : ""))
                .toList();
    }

    /**
     * What is asked, as far as it is anything the interface knows; where that is too small, more.
     */
    private static String step(Cut cut, Asked asked, About about) {
        LocalDate first = about.moments().first();
        LocalDate since = first;
        try {
            since = asked.since() == null ? first : LocalDate.parse(asked.since());
        } catch (DateTimeException none) {
            // the interface says what is wrong with it
        }
        return Step.fitting(asked.step(), since == null ? cut.day() : since, cut.day()).code;
    }

    private static String address(Cut cut, String path, Asked asked, String step) {
        return cut.page(path, "stap", step, "van", asked.since());
    }
}
