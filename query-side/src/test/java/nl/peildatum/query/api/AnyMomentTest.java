package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

class AnyMomentTest {

    @Provide
    Arbitrary<List<Change>> changes() {
        return AnyHistory.changes();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void no_day_on_which_a_plain_fold_reads_otherwise_is_left_out_and_none_without_an_entry_is_in(
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(min = 0, max = 1000) int share,
            @ForAll @IntRange(min = -1, max = AnyHistory.DAYS) int later) {
        Story story = Story.of(programme -> AnyHistory.of(programme, changes));
        ProgrammeId id = new ProgrammeId(story.programme);
        long known = share * story.head() / 1000;
        List<JournalEntry<Event>> entries = new Journal(Asked.dataSource()).between(id, 1, known);

        JsonNode answer = story.ask("/momenten?bekendTot=" + known).json("/veranderingen");
        List<LocalDate> moments =
                answer.valueStream().map(day -> LocalDate.parse(day.asString())).toList();

        assertThat(moments).isSorted().doesNotHaveDuplicates();
        LocalDate first = AnyHistory.FIRST_DAY.minusDays(1);
        List<LocalDate> otherwise =
                first.datesUntil(first.plusDays(AnyHistory.DAYS + 2))
                        .filter(
                                day ->
                                        !said(id, entries, day)
                                                .equals(said(id, entries, day.minusDays(1))))
                        .toList();
        assertThat(moments).containsAll(otherwise);
        assertThat(days(story, known)).containsAll(moments);

        LocalDate day = AnyHistory.FIRST_DAY.plusDays(later);
        TreeSet<LocalDate> all = new TreeSet<>(moments);
        JsonNode around =
                story.ask("/dashboard?bekendTot=%d&peildatum=%s".formatted(known, day))
                        .json("/buren");
        assertThat(date(around.get("vorigeVerandering"))).isEqualTo(all.lower(day));
        assertThat(date(around.get("volgendeVerandering"))).isEqualTo(all.higher(day));
    }

    private static @Nullable LocalDate date(JsonNode day) {
        return day.isNull() ? null : LocalDate.parse(day.asString());
    }

    /** What a fold says that is no count of days or of what is known. */
    private static List<Object> said(
            ProgrammeId id, List<JournalEntry<Event>> entries, LocalDate day) {
        if (entries.isEmpty()) {
            return List.of();
        }
        OverviewV1 said = PlainFold.overview(id, entries, day, entries.size());
        return List.of(
                said.acties(),
                said.actielijnen(),
                String.valueOf(said.naam()),
                String.valueOf(said.eindjaar()),
                said.uitgevers());
    }

    /** The days of the entries that stand, as the journal says them. */
    private static List<LocalDate> days(Story story, long known) {
        return story.ask("/journaal?aantal=1000&bekendTot=" + known)
                .json("/regels")
                .valueStream()
                .filter(row -> row.get("geldt").asBoolean())
                .map(row -> Objects.requireNonNull(date(row.get("ingangsdatumNu"))))
                .collect(Collectors.toList());
    }
}
