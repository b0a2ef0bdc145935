package nl.peildatum.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Takes journal and hash from the appends to one programme of a standalone that runs: they have a
 * number from a sequence, and take no lock, look up no entry before and compute no hash. What is
 * recorded there proves nothing. Only one may append to it at a time.
 */
final class Proof implements AutoCloseable {

    /** The code of that programme; whoever uses this adopts it. */
    static final String UNPROVED = "metingen-zonder-bewijs";

    private static final String DATABASE = "peildatum";
    private static final String OWNER = "peildatum"; // also of what the append uses

    private final Connection connection;
    private final String append;

    Proof(Started standalone) throws IOException, SQLException {
        connection =
                DriverManager.getConnection(
                        standalone.jdbcUrl(DATABASE),
                        OWNER,
                        standalone.secret("postgres.properties", OWNER + ".password"));
        append = append();
        run("CREATE SEQUENCE events.benchmark");
        run(
                or(
                        or(
                                append,
                                "PERFORM pg_advisory_xact_lock(",
                                "END IF;",
                                "v_number := nextval('events.benchmark') - 1;"),
                        "v_commitment := sha256(",
                        "'UTF8'));",
                        "v_commitment := p_salts[i];"));
    }

    /** The text, in which another thing is done for that programme from one phrase to the next. */
    private static String or(String text, String from, String to, String other) {
        int begin = text.indexOf(from);
        int end = text.indexOf(to, begin) + to.length();
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The append does not look as it did: " + from);
        }
        return "%sIF p_programme = '%s' THEN %s ELSE %s END IF;%s"
                .formatted(
                        text.substring(0, begin),
                        UNPROVED,
                        other,
                        text.substring(begin, end),
                        text.substring(end));
    }

    private String append() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT pg_get_functiondef('events.append'::regproc)")) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            run(append);
        }
    }
}
