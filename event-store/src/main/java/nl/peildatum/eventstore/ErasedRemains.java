package nl.peildatum.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what was erased out of the files of the database. PostgreSQL keeps the old version of a row
 * in the file of its table, and cleaning up gives its place free without wiping it: only writing
 * the table anew leaves nothing. What is still to be done is asked of the database again and again,
 * so that neither a restart nor somebody who still reads the old version makes it forgotten.
 */
public final class ErasedRemains implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedRemains.class);

    /** Writing a table anew keeps everybody waiting; one larger than this is left to a person. */
    private static final long LARGEST_BYTES = 256L * 1024 * 1024;

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Pattern FIRST_NUMBER = Pattern.compile("^\\D*(\\d+)");

    private final DataSource own;
    private final DataSource owner;
    private final String pending;
    private final String kept;
    private final long largestBytes;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("erased-remains").factory());
    private Duration pause = PAUSE;

    /**
     * Of some tables.
     *
     * @param own asks what is still to be done
     * @param owner the login that owns the tables
     * @param pending a query for the relations that are to be written anew, each with how many
     *     erasures its rows have undergone
     * @param kept the table that keeps per relation up to how many erasures that was done
     */
    public ErasedRemains(DataSource own, DataSource owner, String pending, String kept) {
        this(own, owner, pending, kept, LARGEST_BYTES);
    }

    ErasedRemains(
            DataSource own, DataSource owner, String pending, String kept, long largestBytes) {
        this.own = own;
        this.owner = owner;
        this.pending = pending;
        this.kept = kept;
        this.largestBytes = largestBytes;
    }

    /** Those of the events and the people. */
    public static ErasedRemains ofEvents(DataSource own, DataSource owner) {
        return new ErasedRemains(
                own,
                owner,
                "SELECT relation, erasures FROM events.awaiting_rewriting()",
                "events.rewritten");
    }

    /** A table, and how many erasures its rows have undergone. */
    private record Pending(String relation, long erasures) {}

    /** Begins to look every two seconds, and less often while it does not succeed. */
    public void start() {
        var _ = worker.schedule(this::lookAgain, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookAgain() {
        boolean done = false;
        try {
            done = look();
        } catch (SQLException | RuntimeException failure) {
            LOG.warn(
                    "Wat gewist is staat nog in de bestanden van de database; dat wordt opnieuw"
                            + " geprobeerd. {}",
                    failure.getMessage());
        }
        Duration twice = pause.multipliedBy(2);
        pause = done ? PAUSE : twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        if (!worker.isShutdown()) {
            var _ = worker.schedule(this::lookAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Does what is to be done now; whether nothing is left. */
    boolean look() throws SQLException {
        if (pending().isEmpty()) {
            return true;
        }
        boolean done = true;
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '5s'");
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.REWRITING.number() + ")");
            try {
                // another node may have been first
                for (Pending table : pending()) {
                    done &= write(connection, table);
                }
            } finally {
                statement.execute(
                        "SELECT pg_advisory_unlock(" + AdvisoryLock.REWRITING.number() + ")");
                statement.execute("RESET lock_timeout");
            }
        }
        return done;
    }

    private List<Pending> pending() {
        return JdbcClient.create(own)
                .sql(pending)
                .query((row, _) -> new Pending(row.getString(1), row.getLong(2)))
                .list();
    }

    private boolean write(Connection connection, Pending table) throws SQLException {
        String relation = table.relation();
        try (Statement statement = connection.createStatement()) {
            if (size(connection, relation) > largestBytes) {
                statement.execute("VACUUM " + relation);
                LOG.warn(
                        "De tabel {} is te groot om ongevraagd te herschrijven. Wat gewist is, is weg"
                                + " uit de tabel en kan nog in haar bestand staan. Voer op een rustig"
                                + " moment als eigenaar uit: VACUUM FULL {};",
                        relation,
                        relation);
            } else {
                statement.execute("VACUUM (FULL, VERBOSE) " + relation);
                if (stillNeeded(statement.getWarnings()) > 0) {
                    LOG.info("Van {} wordt een oude versie nog gelezen; straks opnieuw.", relation);
                    return false;
                }
                LOG.info(
                        "{} is herschreven: wat gewist is, staat niet meer in het bestand.",
                        relation);
            }
        }
        try (PreparedStatement keep =
                connection.prepareStatement(
                        """
                        INSERT INTO %s (relation, erasures) VALUES (?, ?)
                        ON CONFLICT (relation) DO UPDATE SET erasures = excluded.erasures"""
                                .formatted(kept))) {
            keep.setString(1, relation);
            keep.setLong(2, table.erasures());
            keep.executeUpdate();
        }
        return true;
    }

    private static long size(Connection connection, String relation) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT pg_total_relation_size(?::regclass)")) {
            ask.setString(1, relation);
            try (var answer = ask.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    /**
     * How many old versions had to stay; that is the first number of the detail, in any language.
     */
    private static long stillNeeded(@Nullable SQLWarning first) {
        long needed = 0;
        for (SQLWarning told = first; told != null; told = told.getNextWarning()) {
            ServerErrorMessage message =
                    told instanceof PSQLWarning postgres ? postgres.getServerErrorMessage() : null;
            String detail = message == null ? null : message.getDetail();
            Matcher number = FIRST_NUMBER.matcher(detail == null ? "" : detail);
            if (number.find()) {
                needed += Long.parseLong(number.group(1));
            }
        }
        return needed;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
