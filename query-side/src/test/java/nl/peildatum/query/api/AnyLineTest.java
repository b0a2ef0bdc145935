package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;
import org.jspecify.annotations.Nullable;

class AnyLineTest {

    @Provide
    Arbitrary<List<Change>> changes() {
        return AnyHistory.changes();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void every_line_and_the_programme_say_how_many_entries_touch_them_on_every_cut(
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(min = 0, max = 1000) int share,
            @ForAll @IntRange(min = -1, max = AnyHistory.DAYS) int later) {
        List<Event> history = new ArrayList<>();
        Story story =
                Story.of(
                        programme -> {
                            history.addAll(AnyHistory.of(programme, changes));
                            return history;
                        });
        long known = share * story.head() / 1000;
        String cut =
                "?bekendTot=%d&peildatum=%s".formatted(known, AnyHistory.FIRST_DAY.plusDays(later));

        List<String> answered = new ArrayList<>();
        story.ask("/actielijnen" + cut)
                .json("/actielijnen")
                .forEach(
                        line ->
                                answered.add(
                                        "%s %s %s"
                                                .formatted(
                                                        line.get("nummer"),
                                                        line.get("titel").asString(),
                                                        line.get("versie"))));
        List<String> expected = new ArrayList<>();
        for (int line : AnyHistory.LINES) {
            String title = title(history, known, line, AnyHistory.FIRST_DAY.plusDays(later));
            long touches = touches(history, known, line);
            if (title != null) {
                expected.add("%d %s %d".formatted(line, title, touches));
                assertThat(story.ask("/actielijnen/" + line + cut).json("/versie").asLong())
                        .isEqualTo(touches);
            }
        }
        assertThat(answered).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(story.ask(cut).json("/versie").asLong())
                .isEqualTo(touches(history, known, null));
    }

    /** How many entries lead to something about a line, or about the programme itself. */
    private static long touches(List<Event> history, long known, @Nullable Integer line) {
        return history.stream()
                .limit(known)
                .map(event -> original(history, event))
                .filter(
                        event ->
                                line == null
                                        ? event instanceof OwnFact
                                        : event instanceof LineFact fact && fact.number() == line)
                .count();
    }

    private static Event original(List<Event> history, Event event) {
        return switch (event) {
            case EntryCorrected correction ->
                    original(history, history.get((int) correction.entry() - 1));
            case EntryRetracted retraction ->
                    original(history, history.get((int) retraction.entry() - 1));
            default -> event;
        };
    }

    private static @Nullable String title(
            List<Event> history, long known, int line, LocalDate day) {
        String title = null;
        LocalDate since = LocalDate.MIN;
        for (int number = 1; number <= known; number++) {
            if (history.get(number - 1) instanceof LineFact fact && fact.number() == line) {
                LineFact reads = asItReads(history, known, number, fact);
                if (reads != null
                        && !reads.basis().effectiveOn().isAfter(day)
                        && !reads.basis().effectiveOn().isBefore(since)) {
                    since = reads.basis().effectiveOn();
                    title = reads.content().title();
                }
            }
        }
        return title;
    }

    private static @Nullable LineFact asItReads(
            List<Event> history, long known, int number, LineFact fact) {
        LineFact reads = fact;
        Set<Long> chain = new HashSet<>(Set.of((long) number));
        for (int later = number; later <= known; later++) {
            Event then = history.get(later - 1);
            if (then instanceof EntryRetracted retraction && chain.contains(retraction.entry())) {
                return null;
            }
            if (then instanceof EntryCorrected correction && chain.contains(correction.entry())) {
                chain.add((long) later);
                reads = (LineFact) correction.correct(reads);
            }
        }
        return reads;
    }
}
