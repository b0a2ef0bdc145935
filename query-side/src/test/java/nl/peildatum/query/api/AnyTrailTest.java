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
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.EntryCorrected;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

class AnyTrailTest {

    @Provide
    Arbitrary<List<Change>> changes() {
        return AnyHistory.changes();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void every_row_says_whether_and_from_when_it_holds_by_then_however_it_is_asked_for(
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(min = 0, max = 1000) int share,
            @ForAll @IntRange(min = 1, max = 9) int count) {
        List<Event> history = new ArrayList<>();
        Story story = Story.of(programme -> told(programme, changes, history));
        long known = share * story.head() / 1000;

        assertThat(pieces(story, "/journaal?", known, count))
                .isEqualTo(naive(history, known, null));
        for (String action : AnyHistory.ACTIONS) {
            String path = "/acties/" + action + "/historie?";
            List<String> expected = naive(history, known, action);
            assertThat(rows(story.ask(path + "bekendTot=" + known).json())).isEqualTo(expected);
            assertThat(pieces(story, path, known, count)).isEqualTo(expected);
        }
    }

    private static List<Event> told(
            ProgrammeId programme, List<Change> changes, List<Event> history) {
        history.addAll(AnyHistory.of(programme, changes));
        return history;
    }

    private static List<String> pieces(Story story, String path, long known, int count) {
        List<String> rows = new ArrayList<>();
        String query = path + "bekendTot=" + known + "&aantal=" + count + "&vanaf=";
        for (long from = 1; from > 0; ) {
            Asked.Answer piece = story.ask(query + from);
            assertThat(piece.json("/regels").size()).isLessThanOrEqualTo(count);
            rows.addAll(rows(piece.json()));
            String link = piece.header("Link");
            from = link == null ? 0 : Long.parseLong(link.replaceFirst(".*vanaf=([0-9]+).*", "$1"));
        }
        return rows;
    }

    private static List<String> rows(JsonNode answer) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : answer.get("regels")) {
            rows.add(
                    "%d %s %s"
                            .formatted(
                                    row.get("journaalnummer").asLong(),
                                    row.get("ingangsdatumNu").asString(),
                                    row.get("geldt").asBoolean()));
        }
        return rows;
    }

    /** Word for word what the rule says, entry by entry; of one action or of all there is. */
    private static List<String> naive(List<Event> history, long known, @Nullable String action) {
        List<String> rows = new ArrayList<>();
        for (int number = 1; number <= known; number++) {
            Event event = history.get(number - 1);
            if (action != null
                    && !(event instanceof ActionEvent about
                            && about.action().code().equals(action))) {
                continue;
            }
            LocalDate day = event.basis().effectiveOn();
            boolean holds = true;
            boolean original = !(event instanceof EntryCorrected);
            Set<Long> whole = new HashSet<>(Set.of((long) number));
            for (Event one = event; one instanceof EntryCorrected correction; ) {
                whole.add(correction.entry());
                one = history.get((int) correction.entry() - 1);
            }
            for (int later = 1; later <= known; later++) {
                Event then = history.get(later - 1);
                if (then instanceof EntryCorrected correction
                        && whole.contains(correction.entry())) {
                    whole.add((long) later);
                    if (original && correction.as().effectiveOn() != null) {
                        day = correction.as().effectiveOn();
                    }
                }
                if (then instanceof EntryRetracted retraction
                        && whole.contains(retraction.entry())) {
                    holds = false;
                }
            }
            rows.add("%d %s %s".formatted(number, day, holds));
        }
        return rows;
    }
}
