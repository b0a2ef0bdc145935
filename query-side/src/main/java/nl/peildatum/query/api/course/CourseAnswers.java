package nl.peildatum.query.api.course;

import static java.util.Comparator.comparing;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.CountedActions;
import nl.peildatum.query.api.course.CourseShown.Point;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.dashboard.LineCount;
import nl.peildatum.query.api.dashboard.LineShown;
import nl.peildatum.query.api.dashboard.LineShown.LineTitle;
import nl.peildatum.query.api.known.ActionSpan;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.query.api.known.LineSpan;
import nl.peildatum.query.api.known.LineVersions;
import nl.peildatum.query.api.known.ProgrammeVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The course of the counts over time. */
@RestController
class CourseAnswers {
    private static final int MOST_POINTS = 200;
    private static final String FROM = "van";
    private static final CutAsked.Names NAMES = new CutAsked.Names("tot", "bekendOp", "bekendTot");

    private final Cuts cuts;
    private final ActionVersions actions;
    private final LineVersions lines;

    CourseAnswers(Cuts cuts, ActionVersions actions, LineVersions lines) {
        this.cuts = cuts.inTurn();
        this.actions = actions;
        this.lines = lines;
    }

    /** Between which days, how far apart, and as known when. */
    record CourseAsked(
            @Nullable LocalDate van,
            @Nullable LocalDate tot,
            @Nullable Step stap,
            @Nullable Instant bekendOp,
            @Nullable Long bekendTot,
            @Nullable Long minstensJournaal) {

        CutAsked cut(LocalDate unlessAsked) {
            return new CutAsked(
                    tot == null ? unlessAsked : tot, bekendOp, bekendTot, minstensJournaal, NAMES);
        }
    }

    /**
     * From the first day on which an action has a state, or the first that gives no more points
     * than fit, up to today, by month, unless asked otherwise.
     */
    @GetMapping(path = QueryApi.PROGRAMME + "/verloop", produces = "application/json")
    CourseShown course(@PathVariable String programma, Asked question) {
        CourseAsked course = question.query(CourseAsked.class);
        CutAsked asked = course.cut(question.today());
        LocalDate from = course.van();
        LocalDate last = asked.reportDate();
        if (from != null && from.isAfter(last)) {
            throw Problem.invalid(FROM, Wording.FROM_AFTER_TO.text(last.toString()));
        }
        Step step = course.stap() == null ? Step.MAAND : course.stap();
        return cuts.restingOnTheCut(question)
                .answer(
                        programma,
                        asked,
                        Set.of(VERSIONS),
                        cut ->
                                from == null
                                        ? sinceTheFirst(cut, step)
                                        : shown(cut, step, step.days(from, last), false));
    }

    private LocalDate firstDay(Cut cut) {
        return actions.firstDay(cut.programme(), cut.knownUpTo())
                .filter(day -> day.isBefore(cut.reportDate()))
                .orElse(cut.reportDate());
    }

    private CourseShown sinceTheFirst(Cut cut, Step step) {
        List<LocalDate> days = step.days(firstDay(cut), cut.reportDate());
        int tooMany = Math.max(days.size() - MOST_POINTS, 0);
        return shown(cut, step, days.subList(tooMany, days.size()), tooMany > 0);
    }

    private CourseShown shown(Cut cut, Step step, List<LocalDate> days, boolean shortened) {
        LocalDate first = days.getFirst();
        LocalDate last = days.getLast();
        if (days.size() > MOST_POINTS) {
            throw Problem.invalid(
                    "stap",
                    Wording.TOO_MANY_POINTS.text(
                            first.toString(),
                            last.toString(),
                            Integer.toString(days.size()),
                            Integer.toString(MOST_POINTS)));
        }
        long upTo = cut.knownUpTo();
        List<ActionSpan> allActions = actions.between(cut.programme(), first, last, upTo, upTo);
        List<LineSpan> allLines =
                lines.between(cut.programme(), first, last, upTo, upTo).stream()
                        .sorted(comparing(LineSpan::position).thenComparing(LineSpan::line))
                        .toList();
        Contents contents = cuts.contents(cut);
        int known = contents.codes().size();
        return new CourseShown(
                cut.programme(),
                contents.programme().map(ProgrammeVersion::name).orElse(null),
                first,
                last,
                step,
                upTo,
                cut.knownAt(),
                CutShown.of(cut).handeling(),
                shortened ? true : null,
                days.stream()
                        .map(
                                day ->
                                        point(
                                                new Cut(cut.programme(), day, upTo, cut.knownAt()),
                                                allActions,
                                                allLines,
                                                known))
                        .toList());
    }

    private static Point point(
            Cut cut, List<ActionSpan> allActions, List<LineSpan> allLines, int known) {
        List<ActionSpan> recorded =
                allActions.stream().filter(action -> action.covers(cut.reportDate())).toList();
        List<LineShown> shown =
                LineShown.of(
                        allLines.stream()
                                .filter(line -> line.covers(cut.reportDate()))
                                .map(line -> new LineTitle(line.line(), line.title()))
                                .toList(),
                        recorded.stream().map(LineCount::of).toList());
        return new Point(
                cut.reportDate(),
                LineShown.total(shown),
                shown,
                known - recorded.size(),
                CountedActions.address(cut));
    }
}
