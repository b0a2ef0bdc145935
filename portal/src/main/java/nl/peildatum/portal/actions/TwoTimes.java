package nl.peildatum.portal.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.peildatum.look.Axes;
import nl.peildatum.look.Strip;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * When what was recorded of an action holds, against when it was recorded.
 *
 * @param axes as a figure; nothing where everything was recorded on one day
 * @param entries what was recorded about the action itself
 * @param fewer whether the figure has those that gave a status only, since all are too many
 */
public record TwoTimes(@Nullable Axes axes, List<History.Entry> entries, boolean fewer) {

    private static final int MOST_POINTS = 30;

    static TwoTimes of(History history) {
        List<History.Entry> entries =
                history.regels().stream().filter(entry -> !entry.isAboutAnEntry()).toList();
        boolean fewer = entries.size() > MOST_POINTS;
        List<History.Entry> drawn =
                fewer ? entries.stream().filter(entry -> entry.naar() != null).toList() : entries;
        boolean oneDay = drawn.stream().map(History.Entry::recordedOn).distinct().count() < 2;
        return new TwoTimes(oneDay ? null : axes(drawn), entries, fewer);
    }

    private static Axes axes(List<History.Entry> entries) {
        List<LocalDate> days =
                entries.stream()
                        .flatMap(
                                entry ->
                                        Stream.of(
                                                entry.holdsFrom(),
                                                entry.recordedOn(),
                                                Objects.requireNonNullElse(
                                                        entry.ingangsdatum(), entry.recordedOn())))
                        .sorted()
                        .toList();
        Strip.Scale scale =
                new Strip.Scale(
                        Periods.quarter(days.getFirst()),
                        Periods.quarter(days.getLast()).plusMonths(3));
        return Axes.of(
                Words.of("tijden.titel", entries.size()),
                new Axes.Words(
                        Words.of("tijden.geldt"),
                        Words.of("tijden.vastgelegd"),
                        Words.of("tijden.opTijd")),
                scale,
                Periods.ticks(scale),
                entries.stream()
                        .map(
                                entry ->
                                        new Axes.Entry(
                                                String.valueOf(entry.journaalnummer()),
                                                entry.naar() == null ? null : entry.naar().sign(),
                                                entry.holdsFrom(),
                                                entry.recordedOn(),
                                                entry.moved() ? entry.ingangsdatum() : null,
                                                !entry.geldt()))
                        .toList());
    }
}
