package nl.peildatum.query.api.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.LinkCode;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.dashboard.LineCount;
import nl.peildatum.query.api.dashboard.PerLine;
import nl.peildatum.query.api.known.ActionVersion;
import nl.peildatum.query.api.known.LineVersion;
import nl.peildatum.query.api.known.ProgrammeVersion;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;

/** The form {@code overzicht/1} of any cut, from the bitemporal versions. */
public final class ReportForms {

    private ReportForms() {}

    /** What a report for the cut says. */
    public static OverviewV1 of(Contents contents) {
        Cut cut = contents.cut();
        ProgrammeVersion programme = contents.programme().orElse(null);
        List<LineVersion> defined =
                contents.lines().stream().sorted(Comparator.comparing(LineVersion::line)).toList();
        List<ActionVersion> there =
                contents.actions().stream()
                        .sorted(Comparator.comparing(ActionVersion::action))
                        .toList();
        List<PerLine<ActionVersion>> lines =
                PerLine.of(defined.stream().map(LineVersion::line).toList(), there, LineCount::of);
        return new OverviewV1(
                OverviewV1.NAME,
                cut.programme(),
                programme == null ? null : programme.name(),
                programme == null ? null : (Integer) programme.firstYear(),
                programme == null ? null : (Integer) programme.lastYear(),
                programme == null ? List.of() : programme.publishers(),
                cut.reportDate(),
                cut.knownUpTo(),
                counts(Counts.sum(lines.stream().map(PerLine::counts))),
                perLine(lines),
                defined.stream().map(ReportForms::line).toList(),
                shown(contents, there),
                contents.unrecordedOrRetracted().stream().sorted().toList());
    }

    private static SortedMap<String, OverviewV1.Counts> perLine(
            List<PerLine<ActionVersion>> lines) {
        SortedMap<String, OverviewV1.Counts> counts = new TreeMap<>();
        lines.forEach(one -> counts.put(Objects.toString(one.line(), ""), counts(one.counts())));
        return counts;
    }

    private static OverviewV1.Counts counts(Counts counts) {
        return new OverviewV1.Counts(
                counts.acties(),
                counts.afgerond(),
                counts.inUitvoering(),
                counts.inUitvoeringVertraging(),
                counts.doorlopend(),
                counts.nogNietGestart());
    }

    private static OverviewV1.Line line(LineVersion line) {
        return new OverviewV1.Line(
                line.line(),
                line.title(),
                line.longTitle(),
                line.introduction(),
                line.goalsIntroduction(),
                line.goals(),
                line.effectsIntroduction(),
                line.effects(),
                line.position());
    }

    private static List<OverviewV1.Action> shown(Contents contents, List<ActionVersion> there) {
        Map<String, LocalDate> since =
                contents.statusSince(there.stream().map(ActionVersion::action).toList());
        Map<Long, String> committed = contents.commitments();
        return there.stream()
                .map(
                        action ->
                                new OverviewV1.Action(
                                        action.action(),
                                        action.reportLabel(),
                                        action.title(),
                                        action.line(),
                                        action.position(),
                                        StatusCode.of(action.status()).name(),
                                        Objects.requireNonNull(since.get(action.action())),
                                        action.baseline(),
                                        action.included(),
                                        text(action.exclusionReasonEntry(), committed),
                                        action.executionYears(),
                                        text(action.explanationEntry(), committed),
                                        text(action.statusReasonEntry(), committed),
                                        action.expectedCompletion(),
                                        action.links().stream()
                                                .map(
                                                        link ->
                                                                new OverviewV1.Link(
                                                                        LinkCode.of(link.kind())
                                                                                .name(),
                                                                        link.action()))
                                                .toList()))
                .toList();
    }

    private static OverviewV1.@Nullable Text text(
            @Nullable Long entry, Map<Long, String> committed) {
        return entry == null ? null : new OverviewV1.Text(entry, committed.get(entry));
    }
}
