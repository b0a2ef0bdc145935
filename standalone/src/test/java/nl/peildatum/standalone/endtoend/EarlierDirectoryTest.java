package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.peildatum.standalone.RunningStandalone;
import nl.peildatum.standalone.postgres.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A data directory that the version before left: what it projected reads otherwise now. */
class EarlierDirectoryTest {
    private static final String PROGRAMME = "/api/v1/programmas/samen-tegen-mensenhandel";

    @TempDir Path dataDir;

    private static JdbcClient owner(EmbeddedServer server) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        server.jdbcUrl(), server.owner(), server.ownerPassword()));
    }

    @Test
    void it_opens_and_answers_in_the_words_of_this_version_from_the_first_answer_on()
            throws Exception {
        try (RunningStandalone before = RunningStandalone.inThisJvm(dataDir)) {
            assertThat(before.get(PROGRAMME + "/dashboard").body()).contains("\"acties\":44");
        }
        try (EmbeddedServer server = EmbeddedServer.start(dataDir, _ -> {}, () -> {})) {
            JdbcClient jdbc = owner(server);
            jdbc.sql("ALTER SCHEMA read_v2 RENAME TO read_v1").update();
            jdbc.sql("DROP TABLE read_v1.journal_before").update();
            jdbc.sql("UPDATE read_v1.audit_line SET sentence = 'Actie gestart, omdat het kon.'")
                    .update();
        }

        try (RunningStandalone now = RunningStandalone.inThisJvm(dataDir)) {
            assertThat(now.get(PROGRAMME + "/dashboard").body()).contains("\"acties\":44");
            assertThat(now.get(PROGRAMME + "/acties/22/historie").body())
                    .contains("Actie 22 heeft op 30 november 2025 als openingsstand")
                    .doesNotContain("omdat het kon");
        }
        try (EmbeddedServer server = EmbeddedServer.start(dataDir, _ -> {}, () -> {})) {
            assertThat(
                            owner(server)
                                    .sql(
                                            """
                                            SELECT nspname FROM pg_namespace
                                            WHERE nspname LIKE 'read%'""")
                                    .query(String.class)
                                    .list())
                    .containsExactly("read_v2");
        }
    }
}
