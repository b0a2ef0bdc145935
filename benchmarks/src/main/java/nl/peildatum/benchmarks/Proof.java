package nl.peildatum.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The journal and its hashes, switched off and on again in a standalone that runs: off, an append
 * still has its lock and its number, but looks up no entry before it and computes no hash. What is
 * recorded meanwhile proves nothing.
 */
final class Proof implements AutoCloseable {

    private static final String DATABASE = "peildatum";
    private static final String OWNER = "peildatum"; // also of what the append uses

    private final Connection connection;
    private final String append;
    private final String without;

    Proof(Started standalone) throws IOException, SQLException {
        connection =
                DriverManager.getConnection(
                        standalone.jdbcUrl(DATABASE),
                        OWNER,
                        standalone.secret("postgres.properties", OWNER + ".password"));
        append = text("SELECT pg_get_functiondef('events.append'::regproc)");
        without =
                replaced(
                        replaced(
                                replaced(
                                        append,
                                        "SELECT e.journal_number,",
                                        "END IF;",
                                        "v_number := nextval('events.benchmark') - 1;"),
                                "v_commitment := sha256(",
                                ";",
                                "v_commitment := p_salts[i];"),
                        "v_hash       := sha256(",
                        ";",
                        "v_hash := v_hash;");
        run("CREATE SEQUENCE events.benchmark");
    }

    /** Appends to this one programme, and to no other, until it is on again. */
    void off(String programme) throws SQLException {
        text(
                "SELECT setval('events.benchmark', (SELECT max(journal_number) + 1 FROM"
                        + " events.event WHERE programme = '"
                        + programme
                        + "'), false)");
        run(without);
    }

    void on() throws SQLException {
        run(append);
    }

    /** The text with what stands from one phrase to the next other one replaced. */
    private static String replaced(String text, String from, String to, String by) {
        int begin = text.indexOf(from);
        int end = text.indexOf(to, begin) + to.length();
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The append does not look as it did: " + from);
        }
        return text.substring(0, begin) + by + text.substring(end);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
