package nl.peildatum.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.peildatum.contract.Contract;
import nl.peildatum.contract.Operation;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command costs to read by the interface document, beside binding it to a record and no
 * more; in this JVM, since over HTTP it would drown in all the rest.
 */
final class Reading {
    private static final int ROUNDS = 9;
    private static final int TIMES = 20_000;
    private static final byte[] BODY =
            """
            {"soort": "VERTRAGING", "ingangsdatum": "2026-01-15", "reden": "de pilots liepen uit",
             "toelichting": "Een toelichting van een gewone zin.", "bron": "een brief"}"""
                    .getBytes(StandardCharsets.UTF_8);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final JsonMapper json = JsonMapper.shared();
    private final Operation operation =
            Contract.published()
                    .operation("POST", "/api/v1/programmas/p/acties/1/statuswijzigingen")
                    .orElseThrow();

    /** The command. */
    record Change(
            String soort, LocalDate ingangsdatum, String reden, String toelichting, String bron) {}

    /** Prints how many milliseconds the document takes to load where nothing is loaded yet. */
    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        Contract.published();
        System.out.println((System.nanoTime() - begin) / 1e6);
    }

    /** Bound as it stands there. */
    Change bound() {
        return json.readValue(BODY, Change.class);
    }

    /** Held against the document, and then bound. */
    Change read() {
        Operation.Request request = operation.read(null, BODY);
        if (!request.faults(() -> TODAY).isEmpty()) {
            throw new IllegalStateException("The document refuses it");
        }
        return json.treeToValue(request.body(), Change.class);
    }

    /** Both in microseconds, and how much the one is of the other. */
    void measure(Table table) {
        List<Double> bound = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bound.add(microseconds(this::bound));
            read.add(microseconds(this::read));
            ratios.add(read.getLast() / bound.getLast());
        }
        table.figure("reading a command by the document, median", "%.1f µs", Figures.median(read));
        table.figure("binding it to a record and no more", "%.1f µs", Figures.median(bound));
        table.figure("so the document makes that", "%.1f times", Figures.median(ratios));
    }

    private static double microseconds(Supplier<Change> reading) {
        int seen = 0;
        long begin = System.nanoTime();
        for (int time = 0; time < TIMES; time++) {
            seen += reading.get().reden().length();
        }
        double took = (System.nanoTime() - begin) / 1e3 / TIMES;
        if (seen == 0) {
            throw new IllegalStateException("Nothing was read");
        }
        return took;
    }
}
