package nl.peildatum.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void a_bar_is_as_long_as_its_share_of_the_scale_and_zero_takes_no_room() {
        Bar bar =
                Bar.of(
                        "t",
                        12,
                        List.of(
                                part(Sign.AFGEROND, 1),
                                part(Sign.DOORLOPEND, 0),
                                part(Sign.VERTRAGING, 2)));

        assertThat(bar.segments())
                .extracting(Bar.Segment::sign)
                .containsExactly(Sign.AFGEROND, Sign.VERTRAGING);
        assertThat(bar.segments().getFirst().start()).isEqualByComparingTo("0");
        assertThat(bar.segments().getLast().start())
                .isEqualByComparingTo(bar.segments().getFirst().width());
        assertThat(
                        bar.segments().stream()
                                .map(Bar.Segment::width)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("25");
    }

    @Test
    void a_number_stands_in_a_segment_only_where_it_fits() {
        assertThat(room(7, 100)).isEqualTo("ruim");
        assertThat(room(63, 1000)).isEqualTo("passend");
        assertThat(room(3, 100)).isEqualTo("krap");
        assertThat(room(2, 100)).isEqualTo("smal");
    }

    @Test
    void what_others_wrote_is_text_in_a_figure() {
        String bar =
                new String(
                        Look.bytes(
                                Look.PARTS.bar(
                                        Bar.of(
                                                "<b>\"",
                                                1,
                                                List.of(
                                                        new Bar.Part(
                                                                Sign.AFGEROND,
                                                                1,
                                                                "\"><i>",
                                                                "/a?b=\"><i>"))))),
                        StandardCharsets.UTF_8);
        assertThat(bar).doesNotContain("<b>").doesNotContain("<i>").contains("&lt;b&gt;");
    }

    @Test
    void periods_follow_one_another_on_the_scale_and_the_last_goes_on_until_the_end() {
        Strip strip =
                Strip.of(
                        "t",
                        new Strip.Scale(DAY, DAY.plusDays(100)),
                        List.of(
                                new Strip.Period(
                                        Sign.IN_UITVOERING,
                                        "w",
                                        DAY.plusDays(10),
                                        DAY.plusDays(30)),
                                new Strip.Period(Sign.VERTRAGING, "w", DAY.plusDays(30), null)),
                        List.of(),
                        DAY.plusDays(80),
                        DAY.plusDays(500),
                        "d");

        assertThat(strip.pieces())
                .extracting(piece -> piece.start().intValue() + "+" + piece.width().intValue())
                .containsExactly("10+20", "30+50");
        assertThat(strip.day()).isEqualByComparingTo("100");
    }

    private static Bar.Part part(Sign sign, int number) {
        return new Bar.Part(sign, number, "l", null);
    }

    private static String room(int number, int scale) {
        return Bar.of("t", scale, List.of(part(Sign.AFGEROND, number)))
                .segments()
                .getFirst()
                .room();
    }
}
