package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.PrintedAction;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 30);

    private final Map<String, ActionTimeline> held = new LinkedHashMap<>();
    private final Map<PrintedAction, String> printed = new LinkedHashMap<>();

    private PositionsTest holds(String code, @Nullable Integer position) {
        ActionPlanned plan =
                new ActionPlanned(
                        ActionId.of("programma/" + code),
                        code,
                        "Titel",
                        1,
                        new TreeSet<>(),
                        true,
                        null,
                        position,
                        new Basis(DAY, "subject-1", null),
                        null,
                        null);
        held.put(code, ActionTimeline.EMPTY.with(held.size() + 1L, plan));
        return this;
    }

    private PositionsTest prints(int line, String... codes) {
        for (String code : codes) {
            printed.put(
                    new PrintedAction(
                            code,
                            code,
                            false,
                            "Titel",
                            line,
                            Status.ONGOING,
                            new TreeSet<>(),
                            null,
                            printed.size() + 1,
                            printed.size() + 1),
                    code);
        }
        return this;
    }

    private List<String> positions() {
        Map<String, Integer> positions = new Positions(held, DAY).of(printed);
        List<String> all = new ArrayList<>();
        printed.values()
                .forEach(code -> all.add(code + ":" + Objects.toString(positions.get(code), "-")));
        return all;
    }

    @Test
    void a_first_edition_is_numbered_in_its_own_order() {
        assertThat(prints(2, "5", "3").prints(1, "9").positions())
                .containsExactly("5:1", "3:2", "9:3");
    }

    @Test
    void what_is_in_order_keeps_its_places_whatever_they_are() {
        assertThat(
                        holds("1", 10)
                                .holds("2", 20)
                                .holds("9", 20)
                                .holds("10", null)
                                .prints(1, "1", "2", "9", "10")
                                .positions())
                .containsExactly("1:10", "2:20", "9:20", "10:-");
    }

    @Test
    void an_action_that_went_to_another_line_keeps_its_place_when_that_is_where_it_is_printed() {
        assertThat(
                        holds("1", 1)
                                .holds("2", 2)
                                .holds("40", 40)
                                .holds("3", 3)
                                .prints(1, "1", "2", "40")
                                .prints(2, "3")
                                .positions())
                .containsExactly("1:1", "2:2", "40:40", "3:3");
    }

    @Test
    void a_new_action_stands_with_the_one_printed_before_it_in_its_line() {
        assertThat(
                        holds("1", 1)
                                .holds("2", 2)
                                .holds("3", 3)
                                .prints(1, "1", "49", "50", "2")
                                .prints(2, "48", "3")
                                .positions())
                .containsExactly("1:1", "49:1", "50:1", "2:2", "48:0", "3:3");
    }

    @Test
    void an_action_held_without_a_place_gets_one_where_it_is_printed_between_others() {
        assertThat(
                        holds("30", 30)
                                .holds("32", 31)
                                .holds("31", null)
                                .prints(4, "30", "31", "32")
                                .positions())
                .containsExactly("30:30", "31:30", "32:31");
    }

    @Test
    void only_a_line_that_is_in_another_order_is_numbered_anew() {
        assertThat(
                        holds("1", 1)
                                .holds("2", 2)
                                .holds("3", 30)
                                .holds("4", 40)
                                .prints(1, "2", "1")
                                .prints(2, "3", "4")
                                .positions())
                .containsExactly("2:1", "1:2", "3:30", "4:40");
    }
}
