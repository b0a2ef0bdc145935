package nl.peildatum.standalone.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An overview that is taken over again, over HTTP and through the front door. */
class OverviewRoundTripTest {
    private static final String PROGRAMMES = "/api/v1/programmas";
    private static final String PUBLISHED = PROGRAMMES + "/samen-tegen-mensenhandel";
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningStandalone standalone = RunningStandalone.shared();
    private final String token = standalone.token("secretariaat");

    @Test
    void the_publication_comes_back_as_it_went_in() {
        assertProposesNothing(PUBLISHED, "2025-11-30");
        String again = PROGRAMMES + "/opnieuw";
        post(
                PROGRAMMES,
                Map.of(
                        "programma",
                        "opnieuw",
                        "naam",
                        "Samen tegen mensenhandel",
                        "startjaar",
                        2024,
                        "eindjaar",
                        2027));
        HttpResponse<String> taken =
                markdown(
                        again + "/importen?peildatum=2025-11-30",
                        overview(PUBLISHED, "2025-11-30", "text/markdown", 0));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        long number = JSON.readTree(taken.body()).get("journaalnummer").asLong();

        JsonNode first = JSON.readTree(overview(PUBLISHED, "2025-11-30", "application/json", 0));
        JsonNode second = JSON.readTree(overview(again, "2025-11-30", "application/json", number));
        for (String part : List.of("totaal", "actielijnen", "nietOpgenomen", "vervallen")) {
            assertThat(second.get(part)).isEqualTo(first.get(part));
        }
        assertThat(first.at("/totaal/acties").asInt()).isEqualTo(44);
    }

    @Test
    void whatever_is_recorded_comes_back_without_a_change()
            throws IOException, InterruptedException {
        String programme = PROGRAMMES + "/proef";
        post(
                PROGRAMMES,
                Map.of(
                        "programma",
                        "proef",
                        "naam",
                        "Proef # <b>",
                        "startjaar",
                        2024,
                        "eindjaar",
                        2027,
                        "uitgevers",
                        List.of("Colofon", "November 2025", "# X")));
        assertProposesNothing(programme, "2025-01-01");

        List<String> texts = AnyOverview.TRAPS;
        for (int line = 1; line <= 4; line++) {
            post(
                    programme + "/actielijnen",
                    Map.of(
                            "nummer", line * 7,
                            "titel", line(texts.get(line)),
                            "langeTitel", line(texts.get(line * 2)),
                            "inleiding", texts.get(line * 3),
                            "doelenInleiding", texts.get(line * 4),
                            "doelen", texts.subList(line * 10, line * 10 + 9),
                            "effecten", texts.subList(line * 5, line * 5 + 4),
                            "volgorde", 3,
                            "ingangsdatum", line == 4 ? "2026-01-01" : "2024-01-01"));
        }
        for (int i = 0; i < texts.size(); i++) {
            Map<String, Object> plan = new LinkedHashMap<>();
            plan.put("actie", i % 3 == 0 ? "code-" + i : i % 3 == 1 ? "" + i : i + "b");
            plan.put("titel", line(texts.get(i)));
            plan.put("toelichting", texts.get(i));
            plan.put("opgenomen", i % 11 != 5);
            if (i % 22 == 5) {
                plan.put("redenNietOpgenomen", texts.get(i));
            }
            if (i % 5 != 0) {
                plan.put("actielijn", 7 * (i % 5));
            }
            if (i % 4 != 0) {
                plan.put("volgorde", i % 6);
            }
            if (i % 7 == 0) {
                plan.put("gerapporteerdAls", i % 14 == 0 ? "Extra actie" : line(texts.get(i)));
            }
            plan.put("uitvoeringsjaren", i % 3 == 0 ? List.of() : List.of(2024, 2025, 2027));
            plan.put("ingangsdatum", "2025-06-0" + (1 + i % 9));
            post(programme + "/acties", plan);
        }
        pair(programme, "900", "901");
        pair(programme, "902", "extra-1");
        post(
                programme + "/acties/901/toelichtingen",
                Map.of("toelichting", "Alleen deze.", "ingangsdatum", "2026-01-02"));
        long last = 0;
        for (int i = 1; i < texts.size(); i += 9) {
            String action = i % 3 == 0 ? "code-" + i : i % 3 == 1 ? "" + i : i + "b";
            last =
                    post(
                            programme + "/acties/" + action + "/statuswijzigingen",
                            Map.of(
                                    "soort", "INTREKKING",
                                    "reden", texts.get(i),
                                    "ingangsdatum", "2026-01-03"));
        }
        // 2025-06-04: half of it has no state; 2025-12-31: a line of actions is not defined yet
        for (String day :
                List.of("2024-01-01", "2025-06-04", "2025-12-31", "2026-01-02", "2026-02-01")) {
            overview(programme, day, "text/markdown", last);
            assertProposesNothing(programme, day);
            for (String type :
                    List.of("text/csv", "application/vnd.oasis.opendocument.spreadsheet")) {
                assertTemplateProposesNothing(programme, day, type);
            }
        }
    }

    /** The sheet to fill in, sent back as it was given out. */
    private void assertTemplateProposesNothing(String programme, String day, String type)
            throws IOException, InterruptedException {
        try (HttpClient client = HoldingClient.create()) {
            HttpResponse<byte[]> template =
                    client.send(
                            request(programme + "/importen/sjabloon?peildatum=" + day)
                                    .header("Accept", type)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(template.statusCode()).isEqualTo(200);
            HttpResponse<String> proposal =
                    standalone.send(
                            request(programme + "/importen?proef=true&peildatum=" + day)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofByteArray(template.body())));
            assertThat(proposal.statusCode()).as(proposal.body()).isEqualTo(200);
            JsonNode read = JSON.readTree(proposal.body());
            assertThat(read.get("regels")).as(day + type).isEmpty();
            assertThat(read.get("vragen")).as(day + type).isEmpty();
        }
    }

    private void pair(String programme, String first, String second) {
        for (String code : List.of(second, first)) {
            post(
                    programme + "/acties",
                    Map.of(
                            "actie",
                            code,
                            "gerapporteerdAls",
                            first + "/" + second,
                            "titel",
                            "Samen",
                            "actielijn",
                            7,
                            "uitvoeringsjaren",
                            List.of(2026),
                            "opgenomen",
                            true,
                            "volgorde",
                            50,
                            "ingangsdatum",
                            "2025-06-01"));
        }
    }

    private void assertProposesNothing(String programme, String day) {
        String document = overview(programme, day, "text/markdown", 0);
        HttpResponse<String> proposal =
                markdown(programme + "/importen?peildatum=" + day + "&proef=true", document);
        assertThat(proposal.statusCode()).as(proposal.body() + document).isEqualTo(200);
        List<String> rows = new ArrayList<>();
        JSON.readTree(proposal.body()).get("regels").forEach(row -> rows.add(row.toString()));
        assertThat(rows).as(document).isEmpty();
        assertAddsUp(programme, day, JSON.readTree(proposal.body()));
    }

    /** What the proposal says will be counted is what the overview counts. */
    private void assertAddsUp(String programme, String day, JsonNode proposal) {
        JsonNode sums = proposal.get("aansluiting");
        JsonNode counted = JSON.readTree(overview(programme, day, "application/json", 0));
        assertThat(sums.at("/straks/totaal")).isEqualTo(counted.get("totaal"));
        assertThat(lines(sums.at("/straks/actielijnen")))
                .isEqualTo(lines(counted.get("actielijnen")))
                .isEqualTo(lines(sums.at("/gedrukt/actielijnen")));
        assertThat(sums.get("verschillen")).isEmpty();
        assertThat(proposal.get("vragen")).isEmpty();
    }

    private static Map<String, JsonNode> lines(JsonNode lines) {
        Map<String, JsonNode> counted = new TreeMap<>();
        for (JsonNode line : lines) {
            if (line.at("/aantallen/acties").asInt() > 0) {
                counted.put(line.get("nummer").toString(), line.get("aantallen"));
            }
        }
        return counted;
    }

    private String overview(String programme, String day, String type, long processed) {
        HttpResponse<String> answer =
                standalone.send(
                        request(
                                        programme
                                                + "/monitoringsoverzicht?peildatum="
                                                + day
                                                + "&minstensJournaal="
                                                + processed)
                                .header("Accept", type));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> markdown(String path, String document) {
        return standalone.send(
                request(path)
                        .header("Content-Type", "text/markdown; charset=utf-8")
                        .POST(BodyPublishers.ofString(document)));
    }

    private long post(String path, Object body) {
        HttpResponse<String> answer =
                standalone.send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("journaalnummer").asLong();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(standalone.address().resolve(path))
                .header("Authorization", "Bearer " + token);
    }

    private static String line(String text) {
        return text.replace('\n', ' ').replace('\t', ' ').replace("\u2028", "");
    }
}
