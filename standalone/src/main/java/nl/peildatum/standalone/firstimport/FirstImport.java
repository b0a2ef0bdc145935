package nl.peildatum.standalone.firstimport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The overview of November 2025, brought to an empty store as any client would bring it: with a
 * token, and with fixed idempotency keys, so that it can be killed anywhere and done again.
 */
public final class FirstImport {

    /** The programme the overview is about. */
    public static final String PROGRAMME = "samen-tegen-mensenhandel";

    /** The report date of the overview. */
    public static final String REPORT_DATE = "2025-11-30";

    private static final String ADDRESS = "/programmas/" + PROGRAMME;
    private static final String KEYS = "peildatum-eerste-start-";

    /** Questions that every projection has a part in. */
    private static final List<String> READ_BACK = List.of("/dashboard", "/acties/22/historie");

    /** What came of it. */
    public enum Outcome {
        /** The store was empty, or an earlier import had not got that far. */
        IMPORTED,
        /** There was something already, which is not touched. */
        NOT_NEEDED
    }

    private final Secretariat secretariat;
    private final Runnable beforeImport;

    /**
     * @param frontDoor the address to ask
     * @param secret of the client {@code secretariaat}
     * @param beforeImport is run when there turns out to be something to import
     */
    public FirstImport(URI frontDoor, String secret, Runnable beforeImport) {
        this.secretariat = new Secretariat(frontDoor, secret);
        this.beforeImport = beforeImport;
    }

    /**
     * Imports where nothing is recorded yet, and waits until it can be read back.
     *
     * @throws IOException when the interface does not answer, or refuses
     */
    public Outcome run() throws IOException, InterruptedException {
        boolean empty = secretariat.get("/programmas").path("programmas").isEmpty();
        if (!empty && (!secretariat.has(ADDRESS) || hasActions())) {
            return Outcome.NOT_NEEDED;
        }
        beforeImport.run();
        HttpResponse<String> adopted =
                secretariat.post("/programmas", programme(), KEYS + "programma");
        if (adopted.statusCode() == 409 && empty) {
            // reading lags behind: someone adopted it in another way, so it is theirs to fill
            return Outcome.NOT_NEEDED;
        }
        if (adopted.statusCode() != 409) {
            secretariat.expect(201, adopted);
        }
        long number = bringOverview(secretariat, ADDRESS, KEYS + "overzicht-2025-11");
        secretariat.askForCheckpoint(ADDRESS);
        for (String question : READ_BACK) {
            secretariat.get(ADDRESS + question + "?minstensJournaal=" + number);
        }
        return Outcome.IMPORTED;
    }

    /** Takes the overview over into a programme; its last entry. */
    static long bringOverview(Secretariat secretariat, String address, String key)
            throws IOException, InterruptedException {
        return secretariat.recorded(
                secretariat.post(
                        address + "/importen?peildatum=" + REPORT_DATE,
                        "text/markdown",
                        resource("/monitoringsoverzicht-2025-11.md"),
                        key));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream resource = FirstImport.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException(name);
            }
            return resource.readAllBytes();
        }
    }

    /** An import brings all actions or none, so one is enough to know. */
    private boolean hasActions() throws IOException, InterruptedException {
        JsonNode dashboard = secretariat.get(ADDRESS + "/dashboard?peildatum=" + REPORT_DATE);
        return dashboard.path("totaal").path("acties").asInt(0) > 0
                || dashboard.path("nietVastgelegd").asInt(0) > 0
                || !dashboard.path("nietOpgenomen").isEmpty()
                || !dashboard.path("vervallen").isEmpty();
    }

    private static Map<String, Object> programme() {
        return Map.of(
                "programma",
                PROGRAMME,
                "naam",
                "Samen tegen mensenhandel",
                "startjaar",
                2024,
                "eindjaar",
                2027,
                "uitgevers",
                List.of(
                        "Ministerie van Justitie en Veiligheid",
                        "Ministerie van Sociale Zaken en Werkgelegenheid",
                        "Ministerie van Volksgezondheid, Welzijn en Sport",
                        "Ministerie van Buitenlandse Zaken"));
    }
}
