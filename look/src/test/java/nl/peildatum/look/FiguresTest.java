package nl.peildatum.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
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

    @Test
    void what_was_recorded_on_its_day_is_on_the_diagonal_and_what_is_late_above_it() {
        Axes axes =
                axes(
                        new Axes.Entry("1", null, DAY.plusDays(50), DAY.plusDays(50), null, false),
                        new Axes.Entry("2", null, DAY.plusDays(20), DAY.plusDays(90), null, false),
                        new Axes.Entry(
                                "3",
                                null,
                                DAY.plusDays(10),
                                DAY.plusDays(70),
                                DAY.plusDays(40),
                                true));

        assertThat(axes.points())
                .extracting(point -> point.name() + " " + (point.foot() - point.y()))
                .containsExactly("1 0", "2 238", "3 204");
        assertThat(axes.points().get(1).x()).isEqualTo(Axes.LEFT + Axes.WIDTH / 5);
        assertThat(axes.points().get(1).y()).isEqualTo(Axes.TOP + Axes.HEIGHT / 10);
        assertThat(axes.points().getLast().from()).isEqualTo(Axes.LEFT + Axes.WIDTH * 2 / 5);
        assertThat(axes.points().getLast().arrow())
                .isBetween(axes.points().getLast().x(), Axes.LEFT + Axes.WIDTH * 2 / 5);
        String svg = svg(axes);
        assertThat(svg.split("class=\"weg\"", -1)).hasSize(3);
        assertThat(svg.split("class=\"laat\"", -1)).hasSize(3);
    }

    @Test
    void what_holds_and_was_recorded_on_the_same_days_stands_side_by_side() {
        Axes.Entry entry = new Axes.Entry("1", null, DAY, DAY.plusDays(50), null, false);

        assertThat(axes(entry, entry, entry).points())
                .extracting(point -> point.x() - Axes.LEFT)
                .containsExactly(0, 24, 48);
    }

    private static Axes axes(Axes.Entry... entries) {
        return Axes.of(
                "t",
                new Axes.Words("a", "u", "d"),
                new Strip.Scale(DAY, DAY.plusDays(100)),
                List.of(new Strip.Tick("<b>", BigDecimal.TEN)),
                List.of(entries));
    }

    private static String svg(Axes axes) {
        return new String(Look.bytes(Look.PARTS.axes(axes)), StandardCharsets.UTF_8);
    }

    @Test
    void columns_stand_on_one_another_as_high_as_their_share_and_on_nothing_where_there_is_none() {
        Columns columns =
                Columns.of(
                        "t",
                        200,
                        10,
                        8,
                        List.of(
                                new Columns.Item("jan", "l", "/a", null),
                                new Columns.Item(
                                        "feb",
                                        "l",
                                        null,
                                        List.of(
                                                new Columns.Part(Sign.AFGEROND, 2),
                                                new Columns.Part(Sign.DOORLOPEND, 0),
                                                new Columns.Part(Sign.VERTRAGING, 3)))));

        assertThat(columns.columns().getFirst().pieces())
                .containsExactly(new Columns.Piece(Sign.NIET_VASTGELEGD, 0, 200));
        assertThat(columns.columns().getLast().pieces())
                .containsExactly(
                        new Columns.Piece(Sign.AFGEROND, 160, 40),
                        new Columns.Piece(Sign.VERTRAGING, 100, 60));
        assertThat(columns.columns().getLast().start()).isEqualByComparingTo("55");
        assertThat(columns.columns().getLast().width()).isEqualByComparingTo("40");
    }

    @Test
    void of_many_columns_some_have_their_word_under_them() {
        List<Columns.Item> many =
                Collections.nCopies(24, new Columns.Item("w", "l", null, List.of()));

        assertThat(Columns.of("t", 100, 1, 8, many).columns())
                .filteredOn(column -> column.word() != null)
                .hasSize(8);
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
