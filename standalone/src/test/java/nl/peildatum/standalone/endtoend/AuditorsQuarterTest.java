package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A quarter as an auditor lives it: action 24 is delayed in March, the report over the quarter is
 * fixed, and then it turns out that the delay began in January.
 */
class AuditorsQuarterTest {

    private static final String PROGRAMME = "/api/v1/programmas/kwartaal";
    private static final String DAY = "2026-03-31";
    private static final String OVERVIEW = PROGRAMME + "/monitoringsoverzicht?peildatum=" + DAY;

    @Test
    void a_report_stays_what_it_was_and_says_what_is_known_since() {
        RunningStandalone standalone = RunningStandalone.shared();
        Visitor secretariat = new Visitor(standalone.address(), standalone.token("secretariaat"));
        Visitor auditor = new Visitor(standalone.address(), standalone.token("auditor"));
        publish(secretariat);
        long delayed =
                recorded(
                        secretariat.post(
                                PROGRAMME + "/acties/24/statuswijzigingen",
                                Map.of(
                                        "soort",
                                        "VERTRAGING",
                                        "ingangsdatum",
                                        "2026-03-10",
                                        "reden",
                                        "de pilots liepen uit")));

        Answer seen = auditor.get(OVERVIEW + "&minstensJournaal=" + delayed);
        assertThat(seen.status()).isEqualTo(200);
        String digest = digest(seen);
        Answer stale = fix(secretariat, delayed, "ab".repeat(32));
        assertThat(stale.status()).isEqualTo(409);
        long fixed = recorded(fix(secretariat, delayed, digest));

        long corrected =
                recorded(
                        secretariat.post(
                                PROGRAMME + "/journaal/" + delayed + "/correcties",
                                Map.of(
                                        "reden",
                                        "de brief van de uitvoerder is van januari",
                                        "als",
                                        Map.of("ingangsdatum", "2026-01-20"))));

        JsonNode report =
                auditor.get(PROGRAMME + "/rapportages/" + DAY + "?minstensJournaal=" + corrected)
                        .body();
        assertThat(report.get("journaalnummer").asLong()).isEqualTo(fixed);
        assertThat(report.get("digest").asString()).isEqualTo(digest);
        assertThat(report.get("reproduceert").asBoolean()).isTrue();
        assertThat(report.get("gewijzigdSindsVaststelling"))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.get("actie").asString()).isEqualTo("24");
                            assertThat(change.get("journaalnummers").get(0).asLong())
                                    .isEqualTo(corrected);
                        });

        assertThat(digest(auditor.get(OVERVIEW + "&bekendTot=" + delayed))).isEqualTo(digest);
        assertThat(digest(auditor.get(OVERVIEW))).isNotEqualTo(digest);
        String february = PROGRAMME + "/dashboard?peildatum=2026-02-15";
        assertThat(delayed(auditor.get(february))).isEqualTo(6);
        assertThat(delayed(auditor.get(february + "&bekendTot=" + delayed))).isEqualTo(5);

        JsonNode difference =
                auditor.get(
                                PROGRAMME
                                        + "/verschillen?van=2026-02-15&tot=2026-02-15&bekendTotVan="
                                        + delayed
                                        + "&bekendTotTot="
                                        + corrected)
                        .body();
        assertThat(difference.get("gecorrigeerd")).hasSize(1);
        assertThat(difference.get("verplaatsingen")).isEmpty();

        JsonNode rows = auditor.get(PROGRAMME + "/acties/24/historie").body().get("regels");
        JsonNode correction = rows.get(rows.size() - 1);
        assertThat(correction.get("soort").asString()).isEqualTo("CORRECTIE");
        assertThat(correction.get("verwijstNaar").asLong()).isEqualTo(delayed);
        assertThat(correction.get("zin").asString())
                .contains("ingangsdatum van 10 maart 2026 naar 20 januari 2026")
                .contains("de brief van de uitvoerder is van januari");
        JsonNode original = rows.get(rows.size() - 2);
        assertThat(original.get("vervallenDoor").asLong()).isEqualTo(corrected);
        assertThat(original.get("ingangsdatum").asString()).isEqualTo("2026-03-10");
        assertThat(original.get("zin").asString()).contains("20 januari 2026");

        for (String cut : new String[] {"", "&bekendTot=" + delayed}) {
            JsonNode control =
                    auditor.get(PROGRAMME + "/monitoringsoverzicht/controle?peildatum=" + DAY + cut)
                            .body();
            assertThat(control.get("inOrde").asBoolean()).as(control.toString()).isTrue();
        }
    }

    private static void publish(Visitor secretariat) {
        Answer adopted =
                secretariat.post(
                        "/api/v1/programmas",
                        Map.of(
                                "programma",
                                "kwartaal",
                                "naam",
                                "Samen tegen mensenhandel",
                                "startjaar",
                                2024,
                                "eindjaar",
                                2027));
        recorded(adopted);
        recorded(
                secretariat.postMarkdown(
                        PROGRAMME + "/importen?peildatum=2025-11-30", Visitor.publication()));
    }

    private static long recorded(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().get("journaalnummer").asLong();
    }

    private static Answer fix(Visitor secretariat, long knownUpTo, String digest) {
        return secretariat.post(
                PROGRAMME + "/rapportages",
                Map.of("peildatum", DAY, "bekendTot", knownUpTo, "digest", digest));
    }

    private static String digest(Answer overview) {
        return overview.response().headers().firstValue("Digest-Overzicht").orElse("");
    }

    private static int delayed(Answer dashboard) {
        return dashboard.body().get("totaal").get("inUitvoeringVertraging").asInt();
    }
}
