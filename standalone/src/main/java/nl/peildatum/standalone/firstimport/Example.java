package nl.peildatum.standalone.firstimport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The overview once more, under a name that says that it is invented, with a year of invented
 * changes: so that whoever tries Peildatum sees every page alive. Each step has a key of its own,
 * so that it can be killed anywhere and done again.
 */
public final class Example {

    /** The programme that is made. */
    public static final String PROGRAMME = "voorbeeld-verzonnen";

    private static final String ADDRESS = "/programmas/" + PROGRAMME;
    private static final String KEYS = "peildatum-voorbeeld-";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Secretariat secretariat;

    /**
     * @param frontDoor the address to ask
     * @param secret of the client {@code secretariaat}
     */
    public Example(URI frontDoor, String secret) {
        this.secretariat = new Secretariat(frontDoor, secret);
    }

    /** Whether making it was begun. */
    public boolean isThere() throws IOException, InterruptedException {
        return secretariat.has(ADDRESS);
    }

    /**
     * Makes it, or what is not there of it yet, and waits until it can be read back. What would
     * hold from a day that has not come is left out.
     *
     * @throws IOException when the interface does not answer, or refuses
     */
    public void make() throws IOException, InterruptedException {
        JsonNode all =
                JsonMapper.shared().readTree(FirstImport.resource("/voorbeeld-verzonnen.json"));
        secretariat.recorded(
                secretariat.post("/programmas", all.path("programma"), KEYS + "programma"));
        long last = FirstImport.bringOverview(secretariat, ADDRESS, KEYS + "overzicht");
        String today = LocalDate.now(ZONE).toString();
        Map<String, Long> entries = new LinkedHashMap<>();
        for (JsonNode step : all.path("stappen")) {
            String name = step.path("naam").asString();
            if (step.path("dag").asString().compareTo(today) > 0) {
                continue;
            }
            String about = step.path("over").asString("");
            if (!about.isEmpty() && !entries.containsKey(about)) {
                continue;
            }
            String address =
                    step.path("adres")
                            .asString()
                            .replace("{over}", String.valueOf(entries.get(about)));
            HttpResponse<String> answer =
                    secretariat.post(
                            ADDRESS + address,
                            address.equals("/rapportages")
                                    ? asSeen((ObjectNode) step.path("invoer"), last)
                                    : step.path("invoer"),
                            KEYS + name);
            last = secretariat.recorded(answer);
            entries.put(name, last);
        }
        secretariat.askForCheckpoint(ADDRESS);
        secretariat.get(ADDRESS + "/dashboard?minstensJournaal=" + last);
    }

    /** A report is fixed as who fixes it has seen it. */
    private ObjectNode asSeen(ObjectNode report, long entry)
            throws IOException, InterruptedException {
        String cut =
                "?peildatum=%s&bekendTot=%d&minstensJournaal=%d"
                        .formatted(report.path("peildatum").asString(), entry, entry);
        HttpResponse<String> seen =
                secretariat.expect(200, secretariat.ask(ADDRESS + "/monitoringsoverzicht" + cut));
        return report.deepCopy()
                .put("bekendTot", entry)
                .put("digest", seen.headers().firstValue("Digest-Overzicht").orElseThrow());
    }
}
