package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.eventstore.StoredEntry;
import nl.peildatum.eventstore.StoredJournal;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.endtoend.Visitor.Answer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A text that must go and a name that must go, searched for byte by byte afterwards. */
class ErasingTest {

    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";
    private static final String DAY = "2026-03-31";
    private static final String OVERVIEW = PROGRAMME + "/monitoringsoverzicht?peildatum=" + DAY;

    /** Without a space, so that no form breaks it over two lines. */
    private static final String MARK = "Merkteken7f3a91";

    /** A text that stays, so that a search that finds nothing is known to search. */
    private static final String STAYS = "Blijfstaan4b2c07";

    private static final String NAME = "Secretariaat van deze Peildatum";

    private static final List<String> FORMS =
            List.of(
                    "application/json",
                    "text/html",
                    "text/markdown",
                    "text/csv",
                    "application/vnd.oasis.opendocument.spreadsheet",
                    "application/pdf");

    @TempDir Path dataDir;

    @Test
    void what_is_erased_is_gone_from_every_answer_table_and_file() throws Exception {
        try (RunningStandalone standalone = RunningStandalone.inThisJvm(dataDir)) {
            Visitor secretariat =
                    new Visitor(standalone.address(), standalone.token("secretariaat"));
            Visitor auditor = new Visitor(standalone.address(), standalone.token("auditor"));
            Visitor admin = new Visitor(standalone.address(), standalone.token("beheerder"));
            long kept =
                    recorded(
                            secretariat.post(
                                    PROGRAMME + "/acties/25/toelichtingen",
                                    Map.of("toelichting", STAYS, "ingangsdatum", "2026-02-01")));
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
                                            MARK + " is ziek",
                                            "toelichting",
                                            "Overleg met " + MARK)));
            Answer seen = auditor.get(OVERVIEW + "&minstensJournaal=" + delayed);
            String digest = digest(seen);
            long fixed =
                    recorded(
                            secretariat.post(
                                    PROGRAMME + "/rapportages",
                                    Map.of(
                                            "peildatum",
                                            DAY,
                                            "bekendTot",
                                            delayed,
                                            "digest",
                                            digest,
                                            "reden",
                                            "gezien door " + MARK)));
            long corrected =
                    recorded(
                            secretariat.post(
                                    PROGRAMME + "/journaal/" + delayed + "/correcties",
                                    Map.of(
                                            "reden",
                                            MARK + " belde",
                                            "als",
                                            Map.of("reden", MARK + " is lang ziek"))));
            secretariat.get(PROGRAMME + "/acties/24/historie?minstensJournaal=" + corrected);
            List<String> answers = answers(delayed, corrected);
            assertThat(holding(auditor, answers)).hasSizeGreaterThan(8);
            assertThat(formsHolding(auditor, OVERVIEW)).isEqualTo(FORMS);
            assertThat(formsHolding(auditor, OVERVIEW + "&bekendTot=" + delayed)).isEqualTo(FORMS);
            await(() -> admin.get("/api/v1/personen").response().body().contains(NAME));
            assertThat(
                            auditor.get(PROGRAMME + "/journaal/" + delayed)
                                    .body()
                                    .get("doorNaam")
                                    .asString())
                    .isEqualTo(NAME);

            long last = corrected;
            for (long entry : List.of(delayed, fixed, corrected)) {
                Answer erased =
                        admin.post(
                                PROGRAMME + "/journaal/" + entry + "/tekstwissing",
                                Map.of("reden", "er staat een naam in"));
                last = recorded(erased);
            }
            assertThat(delete(admin, "/api/v1/personen/secretariaat")).isEqualTo(204);
            Answer control =
                    auditor.get(
                            PROGRAMME
                                    + "/monitoringsoverzicht/controle?peildatum="
                                    + DAY
                                    + "&minstensJournaal="
                                    + last);
            assertThat(control.body().get("inOrde").asBoolean()).isTrue();
            for (String answer : answers) {
                auditor.get(
                        answer + (answer.contains("?") ? "&" : "?") + "minstensJournaal=" + last);
            }

            assertThat(holding(auditor, answers)).isEmpty();
            assertThat(formsHolding(auditor, OVERVIEW)).isEmpty();
            assertThat(formsHolding(auditor, OVERVIEW + "&bekendTot=" + delayed)).isEmpty();
            JsonNode report = auditor.get(PROGRAMME + "/rapportages/" + DAY).body();
            assertThat(report.get("digest").asString()).isEqualTo(digest);
            assertThat(report.get("reproduceert").asBoolean()).isTrue();
            assertThat(report.get("gewisteTeksten").toString()).isEqualTo("[" + delayed + "]");
            assertThat(
                            auditor.get(PROGRAMME + "/journaal/" + delayed)
                                    .body()
                                    .get("doorNaam")
                                    .asString())
                    .isEqualTo("persoon gewist");
            String markdown =
                    new String(auditor.download(OVERVIEW, "text/markdown"), StandardCharsets.UTF_8);
            assertThat(markdown).contains("tekst gewist");
            Answer proposal =
                    secretariat.postMarkdown(
                            PROGRAMME + "/importen?peildatum=" + DAY + "&proef=true", markdown);
            assertThat(proposal.status()).isEqualTo(200);
            assertThat(proposal.body().get("regels")).isEmpty();

            DataSource query = standalone.database("query-side");
            chainHolds(query);
            assertThat(tablesHolding(query, MARK)).isEmpty();
            assertThat(tablesHolding(query, NAME)).isEmpty();
            assertThat(tablesHolding(query, STAYS)).contains("events.event", "read_v2.audit_line");
            await(() -> rewritten(standalone));
            assertThat(kept).isPositive();
            standalone.stop();
        }

        assertThat(filesHolding(STAYS)).isNotEmpty();
        assertThat(filesHolding(MARK)).isEmpty();
        assertThat(filesHolding(NAME)).isEmpty();
    }

    private static List<String> answers(long delayed, long corrected) {
        List<String> answers = new ArrayList<>();
        for (String cut :
                List.of("", "bekendTot=" + delayed, "bekendTot=" + corrected, "peildatum=" + DAY)) {
            for (String path :
                    List.of(
                            "/acties",
                            "/acties/24",
                            "/acties/24/historie",
                            "/dashboard",
                            "/journaal",
                            "/signalen")) {
                answers.add(
                        PROGRAMME
                                + path
                                + (path.equals("/journaal") ? "?aantal=1000&" : "?")
                                + cut);
            }
        }
        answers.add(PROGRAMME + "/journaal/" + delayed);
        answers.add(PROGRAMME + "/journaal/" + corrected);
        answers.add(PROGRAMME + "/rapportages");
        answers.add(PROGRAMME + "/rapportages/" + DAY);
        answers.add(PROGRAMME + "/importen/sjabloon?peildatum=" + DAY);
        answers.add(PROGRAMME + "/verschillen?van=2026-02-01&tot=" + DAY);
        answers.add(
                PROGRAMME
                        + "/verschillen?van=2026-03-01&tot="
                        + DAY
                        + "&bekendTotVan="
                        + delayed
                        + "&bekendTotTot="
                        + corrected);
        return answers;
    }

    private static List<String> holding(Visitor visitor, List<String> paths) {
        return paths.stream()
                .filter(
                        path -> {
                            Answer answer = visitor.get(path);
                            assertThat(answer.status()).as(path).isEqualTo(200);
                            return answer.response().body().contains(MARK);
                        })
                .toList();
    }

    private static List<String> formsHolding(Visitor visitor, String path) {
        return FORMS.stream().filter(form -> says(visitor.download(path, form), form)).toList();
    }

    private static boolean says(byte[] document, String form) {
        try {
            return switch (form) {
                case "application/pdf" -> {
                    try (PDDocument pdf = Loader.loadPDF(document)) {
                        yield new PDFTextStripper().getText(pdf).contains(MARK);
                    }
                }
                case "application/vnd.oasis.opendocument.spreadsheet" ->
                        holds(unzipped(document), MARK);
                default -> holds(document, MARK);
            };
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static byte[] unzipped(byte[] zip) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                in.transferTo(all);
            }
        }
        return all.toByteArray();
    }

    private static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** The files of the data directory, the write-ahead log aside. */
    private List<String> filesHolding(String text) throws IOException {
        try (Stream<Path> files = Files.walk(dataDir)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(dataDir.resolve("postgres/pg_wal")))
                    .filter(file -> !file.startsWith(dataDir.resolve("postgres-bin")))
                    .filter(
                            file -> {
                                try {
                                    return holds(Files.readAllBytes(file), text);
                                } catch (IOException failure) {
                                    throw new java.io.UncheckedIOException(failure);
                                }
                            })
                    .map(file -> dataDir.relativize(file).toString())
                    .toList();
        }
    }

    /**
     * Every table that the query-side can read, of which a row holds a text, as such or in bytes.
     */
    private static List<String> tablesHolding(DataSource query, String text) {
        JdbcClient jdbc = JdbcClient.create(query);
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        List<String> tables =
                jdbc.sql(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c
                                JOIN pg_namespace n ON n.oid = c.relnamespace
                                WHERE n.nspname IN ('events', 'read_v2') AND c.relkind = 'r'
                                    AND has_table_privilege(c.oid, 'SELECT')
                                UNION ALL SELECT 'pg_stats' ORDER BY 1""")
                        .query(String.class)
                        .list();
        return tables.stream()
                .filter(
                        table ->
                                jdbc.sql(
                                                """
                                                SELECT EXISTS (SELECT FROM %s t
                                                WHERE t::text LIKE ? OR t::text LIKE ?)"""
                                                        .formatted(table))
                                        .params("%" + text + "%", "%" + bytes + "%")
                                        .query(Boolean.class)
                                        .single())
                .map(table -> table.contains(".") ? table : "read_v2." + table)
                .toList();
    }

    private static boolean rewritten(RunningStandalone standalone) {
        return JdbcClient.create(standalone.database("command-side"))
                        .sql("SELECT relation FROM events.awaiting_rewriting()")
                        .query(String.class)
                        .list()
                        .isEmpty()
                && JdbcClient.create(standalone.database("query-side"))
                                .sql("SELECT count(*) FROM read_v2.rewritten WHERE erasures = 3")
                                .query(Long.class)
                                .single()
                        == 5;
    }

    private static void chainHolds(DataSource query) throws SQLException {
        String[] previous = {StoredEntry.BEFORE_THE_FIRST};
        try (Connection connection = query.getConnection()) {
            connection.setAutoCommit(false);
            StoredJournal.read(
                    connection,
                    "samen-tegen-mensenhandel",
                    1,
                    Long.MAX_VALUE,
                    entry -> {
                        assertThat(entry.recomputedHash(previous[0])).isEqualTo(entry.hash());
                        assertThat(entry.keepsItsTexts()).isTrue();
                        previous[0] = entry.hash();
                    });
            connection.rollback();
        }
    }

    private static int delete(Visitor visitor, String path) throws Exception {
        try (HttpClient client = HoldingClient.create()) {
            URI address = visitor.address().resolve(path);
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + visitor.token())
                                    .DELETE()
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static long recorded(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().get("journaalnummer").asLong();
    }

    private static String digest(Answer overview) {
        return overview.response().headers().firstValue("Digest-Overzicht").orElse("");
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(deadline);
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
