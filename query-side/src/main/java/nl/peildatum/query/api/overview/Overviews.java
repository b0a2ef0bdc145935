package nl.peildatum.query.api.overview;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.NaturalOrder;
import nl.peildatum.query.api.action.ReportLabel;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.dashboard.LineCount;
import nl.peildatum.query.api.dashboard.PerLine;
import nl.peildatum.query.api.known.ActionVersion;
import nl.peildatum.query.api.known.LineVersion;
import nl.peildatum.query.api.known.ProgrammeVersion;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.api.overview.Overview.Member;
import nl.peildatum.query.api.overview.Overview.NotIncluded;
import nl.peildatum.query.api.overview.Overview.Withdrawn;
import org.jspecify.annotations.Nullable;

/** The overview on any cut, from the bitemporal versions of programme, lines and actions. */
final class Overviews {
    private static final Comparator<ActionVersion> BY_CODE =
            comparing(ActionVersion::action, NaturalOrder.OF_CODES);
    private static final Comparator<ActionVersion> IN_A_LINE =
            comparing(ActionVersion::position, nullsLast(naturalOrder())).thenComparing(BY_CODE);

    private Overviews() {}

    /** What the publication says on a cut. */
    static Overview of(Contents contents) {
        List<ActionVersion> there = contents.actions().stream().sorted(BY_CODE).toList();
        List<Line> printed =
                printed(
                        contents.lines(),
                        there.stream().filter(ActionVersion::counts).sorted(IN_A_LINE).toList(),
                        shared(there));
        return new Overview(
                contents.cut(),
                contents.programme().map(ProgrammeVersion::name).orElse(null),
                contents.programme().map(ProgrammeVersion::publishers).orElse(List.of()),
                Counts.sum(printed.stream().map(Line::counts)),
                printed,
                there.stream()
                        .filter(action -> !action.included() && !action.withdrawn())
                        .map(
                                action ->
                                        new NotIncluded(
                                                action.action(),
                                                action.title(),
                                                action.exclusionReason()))
                        .toList(),
                withdrawn(contents, there.stream().filter(ActionVersion::withdrawn).toList()),
                contents.unrecorded().stream().sorted(NaturalOrder.OF_CODES).toList());
    }

    private static List<Withdrawn> withdrawn(Contents contents, List<ActionVersion> gone) {
        Map<String, LocalDate> since =
                contents.statusSince(gone.stream().map(ActionVersion::action).toList());
        return gone.stream()
                .map(
                        action ->
                                new Withdrawn(
                                        action.action(),
                                        action.title(),
                                        action.statusReason(),
                                        Objects.requireNonNull(since.get(action.action()))))
                .toList();
    }

    /** How many actions are reported as the same; extra actions are no group by that name. */
    private static Map<String, Long> shared(List<ActionVersion> there) {
        return there.stream()
                .map(ActionVersion::reportLabel)
                .filter(ReportLabel::isNumber)
                .collect(groupingBy(identity(), counting()));
    }

    private static List<Line> printed(
            List<LineVersion> defined, List<ActionVersion> inOrder, Map<String, Long> shared) {
        Map<Integer, LineVersion> byNumber = new LinkedHashMap<>();
        defined.forEach(line -> byNumber.put(line.line(), line));
        return PerLine.of(List.copyOf(byNumber.keySet()), inOrder, LineCount::of).stream()
                .map(one -> printed(byNumber.get(one.line()), one, shared))
                .toList();
    }

    private static Line printed(
            @Nullable LineVersion line, PerLine<ActionVersion> own, Map<String, Long> shared) {
        String unassigned = Wording.UNASSIGNED.text();
        return line == null
                ? new Line(
                        null,
                        unassigned,
                        unassigned,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        own.counts(),
                        blocks(own.own(), shared))
                : new Line(
                        line.line(),
                        line.title(),
                        line.longTitle(),
                        line.introduction(),
                        line.goalsIntroduction(),
                        line.goals(),
                        line.effectsIntroduction(),
                        line.effects(),
                        own.counts(),
                        blocks(own.own(), shared));
    }

    private static List<Block> blocks(List<ActionVersion> own, Map<String, Long> shared) {
        List<Block> blocks = new ArrayList<>();
        for (ActionVersion action : own) {
            Block alone = alone(action);
            Block last = blocks.isEmpty() ? null : blocks.getLast();
            Block together = last == null ? null : together(last, alone);
            if (together == null) {
                blocks.add(alone);
            } else {
                blocks.set(blocks.size() - 1, together);
            }
        }
        blocks.replaceAll(
                block ->
                        shared.getOrDefault(block.label(), 0L) > block.actions().size()
                                        || block.namesOthers()
                                ? block.apart()
                                : block);
        return blocks;
    }

    private static Block alone(ActionVersion action) {
        return new Block(
                action.reportLabel(),
                false,
                List.of(new Member(action.action(), action.position())),
                action.title(),
                StatusCode.of(action.status()),
                action.executionYears(),
                action.explanation());
    }

    /** Both as one, or null where they do not agree. */
    private static @Nullable Block together(Block first, Block second) {
        List<Member> both = new ArrayList<>(first.actions());
        both.addAll(second.actions());
        Block together =
                new Block(
                        first.label(),
                        false,
                        both,
                        first.title(),
                        first.status(),
                        first.executionYears(),
                        first.explanation());
        Block agreeing =
                new Block(
                        second.label(),
                        false,
                        both,
                        second.title(),
                        second.status(),
                        second.executionYears(),
                        second.explanation());
        return together.equals(agreeing) ? together : null;
    }
}
