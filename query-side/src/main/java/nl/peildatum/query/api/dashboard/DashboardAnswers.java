package nl.peildatum.query.api.dashboard;

import static nl.peildatum.query.api.cut.ProjectionName.DASHBOARD;
import static nl.peildatum.query.api.cut.ProjectionName.REPORTS;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Today;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.CountedActions;
import nl.peildatum.query.api.action.NaturalOrder;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.Progresses;
import nl.peildatum.query.api.cut.ProjectionName;
import nl.peildatum.query.api.dashboard.DashboardShown.NotIncluded;
import nl.peildatum.query.api.dashboard.DashboardShown.Withdrawn;
import nl.peildatum.query.api.dashboard.LineShown.LineTitle;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.query.api.known.CountableAction;
import nl.peildatum.query.api.moment.Around;
import nl.peildatum.query.api.moment.ChangedDays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The dashboard: from the current counts where today or later is asked with everything known, from
 * the versions for every other cut. Both say the same of the same cut.
 */
@RestController
class DashboardAnswers {
    private final Cuts cuts;
    private final Progresses progresses;
    private final ActionVersions actions;
    private final DashboardLines currentLines;
    private final DashboardActions currentActions;
    private final DashboardCounts currentCounts;
    private final ChangedDays days;
    private final Today today;

    DashboardAnswers(
            Cuts cuts,
            Progresses progresses,
            ActionVersions actions,
            DashboardLines currentLines,
            DashboardActions currentActions,
            DashboardCounts currentCounts,
            ChangedDays days,
            Today today) {
        this.cuts = cuts;
        this.progresses = progresses;
        this.actions = actions;
        this.currentLines = currentLines;
        this.currentActions = currentActions;
        this.currentCounts = currentCounts;
        this.days = days;
        this.today = today;
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/dashboard", produces = "application/json")
    DashboardShown dashboard(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        boolean current = asked.everythingKnown() && !asked.reportDate().isBefore(today.today());
        Set<ProjectionName> projections =
                current ? Set.of(DASHBOARD, VERSIONS, REPORTS) : Set.of(VERSIONS, REPORTS);
        return cuts.restingOnTheCut(question)
                .answer(
                        programma,
                        asked,
                        projections,
                        cut -> {
                            Contents contents = cuts.contents(cut);
                            return shown(
                                    contents,
                                    current && isCurrent(cut)
                                            ? current(cut)
                                            : fromVersions(contents));
                        });
    }

    /** One of the two ways to know what a dashboard says. */
    private record Known(
            List<LineTitle> lines, List<LineCount> counts, List<Outside> outside, int recorded) {}

    /** An action that does not count. */
    private record Outside(String action, boolean withdrawn, @Nullable String reason) {}

    /**
     * Whether the current counts are those of the cut: they have got exactly that far, and no entry
     * can be dated after the report date, not even when a clock was set back since.
     */
    private boolean isCurrent(Cut cut) {
        return cut.knownAt() != null
                && !cut.reportDate().isBefore(LocalDate.ofInstant(cut.knownAt(), Today.AMSTERDAM))
                && progresses
                        .findByProgrammeInAndProjectionIn(
                                List.of(cut.programme()), List.of(DASHBOARD.stored()))
                        .stream()
                        .anyMatch(progress -> progress.processed() == cut.knownUpTo());
    }

    private Known current(Cut cut) {
        return new Known(
                currentLines.findByProgrammeOrderByPositionAscLineAsc(cut.programme()).stream()
                        .map(line -> new LineTitle(line.line(), line.title()))
                        .toList(),
                currentCounts.of(cut.programme()),
                currentActions.outside(cut.programme()).stream()
                        .map(
                                action ->
                                        new Outside(
                                                action.action(),
                                                action.status().equals(StatusCode.WITHDRAWN),
                                                action.reason()))
                        .toList(),
                currentActions.countByProgramme(cut.programme()));
    }

    private Known fromVersions(Contents contents) {
        Cut cut = contents.cut();
        List<CountableAction> standings =
                actions.standings(cut.programme(), cut.reportDate(), cut.knownUpTo());
        return new Known(
                contents.lines().stream()
                        .map(line -> new LineTitle(line.line(), line.title()))
                        .toList(),
                standings.stream().map(LineCount::of).toList(),
                standings.stream()
                        .filter(action -> !action.counts())
                        .map(
                                action ->
                                        new Outside(
                                                action.action(),
                                                action.withdrawn(),
                                                action.withdrawn()
                                                        ? action.statusReason()
                                                        : action.exclusionReason()))
                        .toList(),
                standings.size());
    }

    private DashboardShown shown(Contents contents, Known known) {
        Cut cut = contents.cut();
        Around around = days.around(cut.programme(), cut.reportDate(), cut.knownUpTo());
        List<LineShown> shown = LineShown.of(known.lines(), known.counts());
        List<Outside> outside =
                known.outside().stream()
                        .sorted(Comparator.comparing(Outside::action, NaturalOrder.OF_CODES))
                        .toList();
        return new DashboardShown(
                cut.programme(),
                around.getName(),
                CutShown.of(cut),
                LineShown.total(shown),
                shown,
                outside.stream()
                        .filter(action -> !action.withdrawn())
                        .map(action -> new NotIncluded(action.action(), action.reason()))
                        .toList(),
                withdrawn(contents, outside.stream().filter(Outside::withdrawn).toList()),
                contents.codes().size() - known.recorded(),
                NeighboursShown.of(around),
                CountedActions.address(cut));
    }

    private static List<Withdrawn> withdrawn(Contents contents, List<Outside> actionsWithdrawn) {
        Map<String, LocalDate> since =
                contents.statusSince(actionsWithdrawn.stream().map(Outside::action).toList());
        return actionsWithdrawn.stream()
                .map(
                        action ->
                                new Withdrawn(
                                        action.action(),
                                        action.reason(),
                                        Objects.requireNonNull(since.get(action.action()))))
                .toList();
    }
}
