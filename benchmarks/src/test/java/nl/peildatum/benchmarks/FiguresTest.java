package nl.peildatum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_percentile_is_the_figure_that_so_many_do_not_exceed() {
        List<Double> hundred = DoubleStream.iterate(100, d -> d - 1).limit(100).boxed().toList();
        assertThat(Figures.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Figures.percentile(hundred, 100)).isEqualTo(100);
        assertThat(Figures.median(hundred)).isEqualTo(50);
        assertThat(Figures.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Figures.percentile(List.of(7.0), 99)).isEqualTo(7);
    }

    @Test
    void a_ratio_is_taken_round_by_round() {
        Table table = new Table();
        table.rates("appends", List.of(10.0, 40.0, 30.0), List.of(100.0, 100.0, 60.0));
        assertThat(table.toString()).contains("| appends  |        30/s |        0.400 |");
    }

    @Test
    void the_used_heap_is_read_from_what_the_jvm_tells() {
        assertThat(
                        Memory.usedHeap(
                                """
                                4711:
                                 garbage-first heap   total reserved 6195200K, committed 395264K, used 153600K
                                  region size 4M, 15 young (61440K), 1 survivors (4096K)
                                 Metaspace       used 140000K, committed 141000K, reserved 1245184K"""))
                .isEqualTo(150);
    }
}
