package nl.peildatum.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.peildatum.benchmarks.Rate.Writer;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Measures everything there is to measure in one run, and prints one table. */
public final class Benchmarks {

    private static final int STARTS = 3;
    private static final int ROUNDS = 5;
    private static final int LOOKS = 500;
    private static final int PAIRS = 1_500;
    private static final String PROGRAMME = "metingen";
    private static final String OVERVIEW = Started.PROGRAMMES + "/samen-tegen-mensenhandel";

    private final Table table = new Table();

    private Benchmarks() {}

    /** Measures the standalone of which the jar is the first argument. */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path dataDir = Files.createTempDirectory("peildatum-benchmarks");
        try {
            Benchmarks benchmarks = new Benchmarks();
            benchmarks.load("load average of the machine, at the start");
            benchmarks.measure(jar, dataDir);
            benchmarks.load("load average of the machine, at the end (this run included)");
            System.out.println(benchmarks.table);
        } finally {
            FileSystemUtils.deleteRecursively(dataDir);
        }
    }

    private void measure(Path jar, Path dataDir) throws Exception {
        tell("reading a command");
        new Reading().measure(table);
        tell("first start, and " + STARTS + " more");
        try (Started first = Started.start(jar, dataDir)) {
            table.figure("first start, with import", "%.1f s", seconds(first));
        }
        List<Double> starts = new ArrayList<>();
        for (int start = 1; start < STARTS; start++) {
            try (Started again = Started.start(jar, dataDir)) {
                starts.add(seconds(again));
            }
        }
        try (Started standalone = Started.start(jar, dataDir)) {
            starts.add(seconds(standalone));
            table.figure("start from the second on (median)", "%.1f s", Figures.median(starts));
            table.figure(
                    "of which loading the interface document (median, in a JVM of its own)",
                    "%.2f s",
                    Figures.median(loading()));
            visibility(standalone);
            rates(standalone);
            proof(standalone);
            table.figure("heap after collection, after all this", "%,.0f MB", standalone.heap());
            table.figure("memory of the JVM", "%,.0f MB", standalone.resident());
            table.figure("memory of PostgreSQL", "%,.0f MB", standalone.residentPostgres());
        }
    }

    /** From the answer to a command to the answer of a dashboard that knows of it. */
    private void visibility(Started standalone) throws Exception {
        tell("acknowledged to visible");
        List<String> actions = new ArrayList<>();
        for (JsonNode action : standalone.get(OVERVIEW + "/acties").path("acties")) {
            actions.add(action.path("actie").asString());
        }
        String token = standalone.token();
        List<Double> waited = new ArrayList<>();
        List<Double> unwaited = new ArrayList<>();
        for (int look = -LOOKS / 5; look < LOOKS; look++) {
            String action = actions.get(Math.floorMod(look, actions.size()));
            long number =
                    standalone.post(
                            token,
                            OVERVIEW + "/acties/" + action + "/toelichtingen",
                            "{\"toelichting\":\"Meting " + look + "\"}");
            long acknowledged = System.nanoTime();
            standalone.get(OVERVIEW + "/dashboard?minstensJournaal=" + number);
            long visible = System.nanoTime();
            standalone.get(OVERVIEW + "/dashboard");
            if (look >= 0) {
                waited.add((visible - acknowledged) / 1e6);
                unwaited.add((System.nanoTime() - visible) / 1e6);
            }
        }
        table.figure("acknowledged to visible, median", "%.1f ms", Figures.median(waited));
        table.figure(
                "acknowledged to visible, 99th percentile",
                "%.1f ms",
                Figures.percentile(waited, 99));
        table.figure(
                "of which the dashboard itself takes, median", "%.1f ms", Figures.median(unwaited));
    }

    private void rates(Started standalone) throws Exception {
        adopt(standalone, PROGRAMME);
        List<Double> raw = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> ten = new ArrayList<>();
        List<Double> commands = new ArrayList<>();
        List<Double> keyed = new ArrayList<>();
        try (Limit limit = new Limit(standalone)) {
            for (int round = 0; round <= ROUNDS; round++) {
                tell(round == 0 ? "warming up" : "round " + round + " of " + ROUNDS);
                raw.add(Rate.perSecond(_ -> limit.rawInserts()));
                one.add(Rate.perSecond(writer -> limit.appends(writer, 1)));
                ten.add(Rate.perSecond(writer -> limit.appends(writer, 10)));
                commands.add(commands(standalone, false));
                keyed.add(commands(standalone, true));
            }
        }
        List.of(raw, one, ten, commands, keyed).forEach(List::removeFirst);
        String by = ", " + Rate.WRITERS + " at once";
        table.rates("raw single-row inserts" + by + " (the limit)", raw, raw);
        table.rates("appends of one event" + by, one, raw);
        table.rates("events in appends of ten" + by, ten, raw);
        table.rates("commands over HTTP" + by, commands, raw);
        table.rates("commands over HTTP with an Idempotency-Key" + by, keyed, raw);
    }

    /** One command with journal and hash after one without, and the other way round. */
    private void proof(Started standalone) throws Exception {
        tell("journal and hash");
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        try (Proof _ = new Proof(standalone)) {
            adopt(standalone, Proof.UNPROVED);
            String token = standalone.token();
            Life proved = new Life(standalone, token, PROGRAMME, false);
            Life unproved = new Life(standalone, token, Proof.UNPROVED, false);
            for (int pair = -PAIRS / 5; pair < PAIRS; pair++) {
                boolean provedFirst = pair % 2 == 0;
                double first = milliseconds(provedFirst ? proved : unproved);
                double second = milliseconds(provedFirst ? unproved : proved);
                if (pair >= 0) {
                    with.add(provedFirst ? first : second);
                    without.add(provedFirst ? second : first);
                }
            }
        }
        double costs = Figures.median(with) / Figures.median(without) - 1;
        table.figure("a command over HTTP, one at a time, median", "%.2f ms", Figures.median(with));
        table.figure("the same without journal and hash", "%.2f ms", Figures.median(without));
        table.figure("so journal and hash cost", "%.1f %%", 100 * costs);
    }

    private static double milliseconds(Life life) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        life.write();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void adopt(Started standalone, String programme) throws Exception {
        standalone.post(
                standalone.token(),
                Started.PROGRAMMES,
                """
                {"programma": "%s", "naam": "Metingen", "startjaar": 2024, "eindjaar": 2027,
                 "uitgevers": []}"""
                        .formatted(programme));
    }

    /** The life of one action after another, by each client; returns when all is projected. */
    private static double commands(Started standalone, boolean keyed) throws Exception {
        String token = standalone.token();
        double rate = Rate.perSecond(_ -> new Life(standalone, token, PROGRAMME, keyed));
        String programme = Started.PROGRAMMES + "/" + PROGRAMME;
        long last = standalone.post(token, programme + "/acties", Life.plan(Life.code()));
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (standalone.get(programme).path("bekendTot").asLong() < last) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The projections do not catch up");
            }
            Thread.sleep(20);
        }
        return rate;
    }

    /** Plans an action, starts, delays, explains, resumes and completes it, and begins anew. */
    private static final class Life implements Writer {
        private static final List<String> STEPS =
                List.of(
                        "/statuswijzigingen {\"soort\":\"START\"}",
                        "/statuswijzigingen {\"soort\":\"VERTRAGING\",\"reden\":\"de pilots liepen uit\"}",
                        "/toelichtingen {\"toelichting\":\"Een toelichting van een gewone zin.\"}",
                        "/statuswijzigingen {\"soort\":\"HERVATTING\"}",
                        "/statuswijzigingen {\"soort\":\"AFRONDING\"}");

        private final Started standalone;
        private final String token;
        private final String programme;
        private final boolean keyed;
        private String code = "";
        private int step = STEPS.size();

        private Life(Started standalone, String token, String programme, boolean keyed) {
            this.standalone = standalone;
            this.token = token;
            this.programme = programme;
            this.keyed = keyed;
        }

        @Override
        public int write() throws IOException, InterruptedException {
            if (step == STEPS.size()) {
                code = code();
                step = 0;
                post("", plan(code));
            } else {
                String[] next = STEPS.get(step++).split(" ", 2);
                post("/" + code + next[0], next[1]);
            }
            return 1;
        }

        private void post(String path, String json) throws IOException, InterruptedException {
            String[] headers =
                    keyed
                            ? new String[] {"Idempotency-Key", UUID.randomUUID().toString()}
                            : new String[0];
            standalone.post(
                    token, Started.PROGRAMMES + "/" + programme + "/acties" + path, json, headers);
        }

        static String code() {
            return UUID.randomUUID().toString();
        }

        static String plan(String code) {
            return "{\"actie\":\"%s\",\"titel\":\"Een actie\",\"uitvoeringsjaren\":[2025],\"opgenomen\":true}"
                    .formatted(code);
        }
    }

    private void load(String what) {
        table.figure(
                what + ", on " + Runtime.getRuntime().availableProcessors() + " processors",
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static List<Double> loading() throws IOException, InterruptedException {
        List<Double> loading = new ArrayList<>();
        for (int time = 0; time < STARTS; time++) {
            String told =
                    Started.run(
                            Started.java("java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Reading.class.getName());
            loading.add(Double.parseDouble(told.strip().lines().toList().getLast()) / 1e3);
        }
        return loading;
    }

    private static double seconds(Started started) {
        return started.startUp().toMillis() / 1e3;
    }

    private static void tell(String what) {
        System.err.println("Measuring: " + what);
    }
}
