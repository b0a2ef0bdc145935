package nl.peildatum.benchmarks;

import java.util.List;

/** What many measurements come down to. */
final class Figures {

    private Figures() {}

    static double median(List<Double> measured) {
        return percentile(measured, 50);
    }

    /** The smallest figure that so many percent of the figures do not exceed (nearest rank). */
    static double percentile(List<Double> measured, int percent) {
        List<Double> sorted = measured.stream().sorted().toList();
        int rank = Math.ceilDiv(percent * sorted.size(), 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
