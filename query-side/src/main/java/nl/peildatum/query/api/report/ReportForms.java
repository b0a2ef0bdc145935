package nl.peildatum.query.api.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.LinkCode;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.dashboard.Counts;
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
        TreeSet<String> unrecorded = new TreeSet<>(contents.codes());
        there.forEach(action -> unrecorded.remove(action.action()));
        return new OverviewV1(
                OverviewV1.NAME,
                cut.programme(),
                programme == null ? null : programme.name(),
                programme == null ? null : (Integer) programme.firstYear(),
                programme == null ? null : (Integer) programme.lastYear(),
                programme == null ? List.of() : programme.publishers(),
                cut.reportDate(),
                cut.knownUpTo(),
                counts(there.stream()),
                perLine(defined, there),
                defined.stream().map(ReportForms::line).toList(),
                shown(contents, there),
                List.copyOf(unrecorded));
    }

    private static SortedMap<String, OverviewV1.Counts> perLine(
            List<LineVersion> defined, List<ActionVersion> there) {
        Map<Integer, List<ActionVersion>> byLine = new HashMap<>();
        defined.forEach(line -> byLine.put(line.line(), new ArrayList<>()));
        List<ActionVersion> unassigned = new ArrayList<>();
        there.forEach(action -> byLine.getOrDefault(action.line(), unassigned).add(action));
        SortedMap<String, OverviewV1.Counts> counts = new TreeMap<>();
        byLine.forEach((line, own) -> counts.put(line.toString(), counts(own.stream())));
        OverviewV1.Counts elsewhere = counts(unassigned.stream());
        if (elsewhere.acties() > 0) {
            counts.put("", elsewhere);
        }
        return counts;
    }

    private static OverviewV1.Counts counts(Stream<ActionVersion> some) {
        Counts counts =
                some.filter(ActionVersion::included)
                        .map(action -> Counts.of(StatusCode.of(action.status()), 1))
                        .reduce(Counts.NONE, Counts::plus);
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
