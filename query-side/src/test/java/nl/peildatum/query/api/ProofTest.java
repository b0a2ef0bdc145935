package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.eventstore.Checkpoints;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.Asked.Answer;
import nl.peildatum.query.proof.Unpacked;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ProofTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final JdbcClient jdbc = JdbcClient.create(Asked.dataSource());
    private final Story story = Story.adopted();
    private final ProgrammeId id = new ProgrammeId(story.programme);

    @TempDir private Path folder;

    @BeforeEach
    void tell() {
        story.line(1, "Lijn", 1, "2024-01-01");
        story.planned("24", 1, 1, "2025-11-30");
        story.started("24", "2025-12-01");
    }

    /** Other tests find the table of keys as they expect it, without any. */
    @AfterEach
    void forgetKeys() {
        tamper("DELETE FROM events.checkpoint", "DELETE FROM events.signing_key");
    }

    private void tamper(String... statements) {
        List<String> tables = List.of("event", "checkpoint", "signing_key");
        tables.forEach(
                table ->
                        jdbc.sql("ALTER TABLE events." + table + " DISABLE TRIGGER USER").update());
        for (String statement : statements) {
            jdbc.sql(statement).update();
        }
        tables.forEach(
                table -> jdbc.sql("ALTER TABLE events." + table + " ENABLE TRIGGER USER").update());
    }

    private long fixed(@Nullable String reason) {
        long knownUpTo = story.head();
        String digest =
                Digests.of(
                        PlainFold.overview(
                                id,
                                new Journal(Asked.dataSource()).between(id, 1, knownUpTo),
                                DAY,
                                knownUpTo));
        return story.tell(
                new ReportFixed(
                        id,
                        DAY,
                        knownUpTo,
                        OverviewV1.NAME,
                        digest,
                        null,
                        null,
                        story.basis("2026-04-10"),
                        reason));
    }

    private Checkpoint checkpoint() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String publicKey = Base64.getEncoder().encodeToString(encoded);
        String fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        String introduction = CheckpointKey.introduction(fingerprint, publicKey, now, null);
        Checkpoints checkpoints = new Checkpoints(Asked.dataSource());
        checkpoints.add(
                new CheckpointKey(
                        fingerprint, publicKey, now, signed(pair, introduction), null, null));
        long head = story.head();
        String hash = story.ask("/journaal/" + head).json("/hash").asString();
        String text = Checkpoint.signedText(story.programme, head, hash, now, fingerprint);
        Checkpoint checkpoint =
                new Checkpoint(story.programme, head, hash, now, fingerprint, signed(pair, text));
        checkpoints.add(checkpoint);
        return checkpoint;
    }

    private static String signed(KeyPair pair, String text) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private Unpacked unpacked(String query) {
        return Unpacked.of(
                Asked.bytes("/" + story.programme + "/bewijs" + query, "application/zip"), folder);
    }

    private String tag() {
        return String.valueOf(story.ask("/bewijs").header("ETag"));
    }

    @Test
    void a_proof_is_streamed_as_a_file_and_verifies() throws Exception {
        checkpoint();
        fixed(null);

        Answer answer = story.ask("/bewijs");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Length")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("API-Version")).isNotBlank();
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"bewijs-" + story.programme + "-1-5.zip\"");

        Unpacked proof = unpacked("");
        assertThat(proof.run().out())
                .startsWith("IN ORDE")
                .contains("Controlepunten: 1", "Rapportages:    1, waarvan opnieuw berekend 1");
        assertThat(Asked.bytes("/" + story.programme + "/bewijs", "application/zip"))
                .isEqualTo(Asked.bytes("/" + story.programme + "/bewijs", "*/*"));
    }

    @Test
    void a_range_is_proved_alone() {
        assertThat(story.ask("/bewijs?vanaf=2&totEnMet=3").header("Content-Disposition"))
                .contains("-2-3.zip");
        assertThat(unpacked("?vanaf=2&totEnMet=3").run().out())
                .startsWith("IN ORDE")
                .contains("Regels:         2 (vanaf 2; het journaal loopt tot en met 4)");
    }

    @Test
    void a_report_is_proved_with_everything_up_to_its_fixing() {
        fixed(null);
        long second = fixed("er was meer");
        story.completed("24", "2026-04-01");

        assertThat(story.ask("/bewijs?rapportage=2026-03-31").header("Content-Disposition"))
                .contains("bewijs-" + story.programme + "-rapportage-2026-03-31.zip");
        assertThat(unpacked("?rapportage=2026-03-31").run().out())
                .startsWith("IN ORDE")
                .contains("Laatste regel:  " + second)
                .contains("Rapportages:    2, waarvan opnieuw berekend 2");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ?vanaf=0                              , vanaf
                    ?totEnMet=x                           , totEnMet
                    ?vanaf=3&totEnMet=2                   , vanaf
                    ?vanaf=5&totEnMet=6                   , vanaf totEnMet
                    ?rapportage=2026-02-30                , rapportage
                    ?rapportage=2026-03-31&vanaf=1&totEnMet=2 , vanaf totEnMet
                    ?vanaf=&onzin=1                       , vanaf onzin
                    ?peildatum=2026-01-01                 , peildatum
                    """)
    void every_fault_is_named_at_once(String query, String fields) {
        Answer answer = story.ask("/bewijs" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        Set<String> named = new HashSet<>();
        for (JsonNode fault : answer.json("/fouten")) {
            named.add(fault.get("veld").asString());
            assertThat(fault.get("melding").asString()).isNotBlank();
        }
        assertThat(named).containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void what_is_not_there_is_not_found() {
        Answer report = story.ask("/bewijs?rapportage=2026-03-31");
        assertThat(report.status()).isEqualTo(404);
        assertThat(report.json("/detail").asString())
                .isEqualTo(
                        "Over 2026-03-31 is geen rapportage vastgesteld. Controleer de datum, of"
                                + " vraag de lijst van rapportages op.");
        for (String path : List.of("/bewijs", "/journaal/controlepunten")) {
            assertThat(Asked.get("/bestaat-niet" + path).status()).isEqualTo(404);
            assertThat(Asked.get("/Onzin" + path).status()).isEqualTo(404);
        }
        assertThat(story.ask("/bewijs?minstensJournaal=4").status()).isEqualTo(200);
        Answer later = story.ask("/bewijs?minstensJournaal=5");
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.header("Retry-After")).isEqualTo("2");
        assertThat(
                        Asked.method(
                                        "GET",
                                        "/" + story.programme + "/bewijs",
                                        "Accept",
                                        "application/json")
                                .status())
                .isEqualTo(406);
    }

    @Test
    void nothing_needs_to_be_processed_for_a_proof() {
        story.park(nl.peildatum.query.api.cut.ProjectionName.values());
        story.completed("24", "2026-04-01");
        assertThat(story.ask("/bewijs?minstensJournaal=5").header("Content-Disposition"))
                .contains("-1-5.zip");
    }

    @Test
    void who_has_the_proof_is_not_sent_it_again_until_anything_stored_changes() throws Exception {
        checkpoint();
        String path = "/" + story.programme + "/bewijs";
        String tag = tag();
        Answer again = Asked.method("GET", path, "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.body()).isEmpty();
        assertThat(Asked.method("HEAD", path).header("ETag")).isEqualTo(tag);
        assertThat(Asked.method("HEAD", path).status()).isEqualTo(200);

        Set<String> tags = new HashSet<>(Set.of(tag));
        String where = " WHERE programme = '" + story.programme + "'";
        for (String change :
                List.of(
                        "UPDATE events.event SET facts = facts || ' '::bytea"
                                + where
                                + " AND journal_number = 2",
                        "UPDATE events.event SET texts = texts || ' '::bytea"
                                + where
                                + " AND journal_number = 3",
                        "UPDATE events.event SET salt = sha256(salt)"
                                + where
                                + " AND journal_number = 3",
                        "UPDATE events.event SET recorded_at = recorded_at + interval '1 microsecond'"
                                + where
                                + " AND journal_number = 1",
                        "UPDATE events.event SET texts = NULL, salt = NULL"
                                + where
                                + " AND journal_number = 3",
                        "UPDATE events.checkpoint SET signature = sha256(signature)" + where,
                        "UPDATE events.signing_key SET since = since + interval '1 microsecond'",
                        "DELETE FROM events.checkpoint" + where)) {
            tamper(change);
            assertThat(tags.add(tag())).as(change).isTrue();
        }
        assertThat(Asked.method("GET", path, "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(String.valueOf(story.ask("/bewijs?totEnMet=3").header("ETag")))
                .isNotEqualTo(tag());
    }

    @Test
    void a_text_erased_later_changes_the_proof_of_an_earlier_part() {
        String before = String.valueOf(story.ask("/bewijs?totEnMet=3").header("ETag"));
        jdbc.sql(
                        """
                        SELECT events.append(:p, ARRAY[gen_random_uuid()], ARRAY['Programme'], ARRAY[:p], ARRAY[99::bigint],
                            ARRAY['text-erased'], ARRAY[1], ARRAY[convert_to('{"entry":3}', 'UTF8')], ARRAY[NULL::bytea],
                            ARRAY[NULL::bytea], NULL, NULL, NULL, NULL, NULL, 4)""")
                .param("p", story.programme)
                .query()
                .listOfRows();
        assertThat(story.ask("/bewijs?totEnMet=3").header("ETag")).isNotEqualTo(before);
        Unpacked proof = unpacked("?totEnMet=3");
        assertThat(proof.run().out()).startsWith("IN ORDE").contains("waarvan 1 met gewiste tekst");
    }

    @Test
    void a_changed_journal_can_still_be_taken_away_and_shows_it() {
        fixed(null);
        tamper(
                "UPDATE events.event SET facts = '\\xff00'::bytea WHERE programme = '"
                        + story.programme
                        + "' AND journal_number = 5");
        assertThat(unpacked("").run().out())
                .contains("Regel 5: de feiten zijn niet te lezen", "Regel 5: gewijzigd");
    }

    @Test
    void checkpoints_are_listed_with_their_keys() throws Exception {
        Answer none = story.ask("/journaal/controlepunten");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.body())
                .isEqualTo(
                        "{\"programma\":\""
                                + story.programme
                                + "\",\"sleutels\":[],\"controlepunten\":[]}");
        Checkpoint checkpoint = checkpoint();
        Answer one = story.ask("/journaal/controlepunten");
        assertThat(one.json("/controlepunten/0/hash").asString()).isEqualTo(checkpoint.hash());
        assertThat(one.json("/controlepunten/0/journaalnummer").asLong()).isEqualTo(4);
        assertThat(one.json("/sleutels/0/vingerafdruk").asString()).isEqualTo(checkpoint.key());
        assertThat(one.header("ETag")).isNotBlank().isNotEqualTo(none.header("ETag"));
        assertThat(
                        Asked.method(
                                        "GET",
                                        "/" + story.programme + "/journaal/controlepunten",
                                        "If-None-Match",
                                        String.valueOf(one.header("ETag")))
                                .status())
                .isEqualTo(304);
        assertThat(story.ask("/journaal/controlepunten?vanaf=1").status()).isEqualTo(400);

        Path kept = java.nio.file.Files.writeString(folder.resolveSibling("kept.json"), one.body());
        story.completed("24", "2026-04-01");
        assertThat(unpacked("").run("--controlepunt=" + kept).out())
                .startsWith("IN ORDE")
                .contains("sinds controlepunt 4 is het journaal alleen gegroeid");
    }

    @Test
    void a_caller_who_breaks_off_leaves_nothing_behind() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 4; i++) {
            Event[] many = new Event[10];
            for (int j = 0; j < many.length; j++) {
                byte[] noise = new byte[60_000];
                random.nextBytes(noise);
                many[j] =
                        new ActionExplained(
                                story.action("24"),
                                story.basis("2026-01-01"),
                                null,
                                Base64.getEncoder().encodeToString(noise));
            }
            story.tell(many);
        }
        for (int i = 0; i < 22; i++) { // more often than there are connections
            breakOff();
        }
        assertThat(story.ask("/bewijs").status()).isEqualTo(200);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (Asked.busyConnections() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(Asked.busyConnections()).isZero();
    }

    private void breakOff() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(Asked.address("/" + story.programme + "/bewijs")))
                        .header("Authorization", "Bearer " + Asked.token("auditor"))
                        .build();
        try (HttpClient client = HoldingClient.create()) {
            HttpResponse<java.io.InputStream> answer =
                    client.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.body().readNBytes(100_000)).hasSize(100_000);
            answer.body().close();
            client.shutdownNow();
        }
    }
}
