package nl.peildatum.query.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.peildatum.query.api.known.CountableAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PerLineTest {

    private static CountableAction standing(
            String action, String status, @Nullable Integer line, boolean included) {
        return new CountableAction(action, status, line, included, null, null);
    }

    @Test
    void every_defined_line_counts_in_its_order_and_what_belongs_to_none_comes_last() {
        CountableAction first = standing("1", "COMPLETED", 1, true);
        CountableAction lineless = standing("2", "DELAYED", null, true);
        CountableAction undefined = standing("3", "DELAYED", 9, true);
        List<PerLine<CountableAction>> lines =
                PerLine.of(List.of(2, 1), List.of(first, lineless, undefined), LineCount::of);
        assertThat(lines)
                .containsExactly(
                        new PerLine<>(2, List.of(), Counts.NONE),
                        new PerLine<>(1, List.of(first), new Counts(1, 1, 0, 0, 0, 0)),
                        new PerLine<>(
                                null, List.of(lineless, undefined), new Counts(2, 0, 0, 2, 0, 0)));
    }

    @Test
    void what_is_withdrawn_or_not_included_counts_nowhere() {
        List<PerLine<CountableAction>> lines =
                PerLine.of(
                        List.of(1),
                        List.of(
                                standing("1", "WITHDRAWN", 1, true),
                                standing("2", "COMPLETED", 1, false),
                                standing("3", "COMPLETED", null, false)),
                        LineCount::of);
        assertThat(lines).extracting(PerLine::line).containsExactly(1);
        assertThat(lines.getFirst().counts()).isEqualTo(Counts.NONE);
    }
}
