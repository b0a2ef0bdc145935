package nl.peildatum.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever waits for new events: at once on the NOTIFY of an append, and every second as a
 * safety net. Keeps one connection, and takes a new one when it is lost.
 */
public final class Announcements implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final int WAIT_MILLIS = 1000;
    private static final int VALID_SECONDS = 5;

    private final DataSource dataSource;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile @Nullable Connection connection;

    /** Begins to listen at once. */
    public Announcements(DataSource dataSource) {
        this.dataSource = dataSource;
        thread = Thread.ofPlatform().name("announcements").daemon().start(this::run);
    }

    /** Calls the listener after every append, from one thread; it must not block. */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** How many listeners there are. */
    int listeners() {
        return listeners.size();
    }

    /** No longer calls the listener. */
    public void unsubscribe(Runnable listener) {
        listeners.remove(listener);
    }

    private void run() {
        while (open) {
            try (Connection fresh = dataSource.getConnection()) {
                try {
                    listen(fresh);
                } finally {
                    // Nor may a pool hand it out again: it listens, or was ended by close.
                    abort(fresh);
                }
            } catch (SQLException | RuntimeException lost) {
                if (open) {
                    LOG.warn("Lost the connection that listens for events; trying again", lost);
                    pause();
                }
            }
            wake();
        }
    }

    private void listen(Connection fresh) throws SQLException {
        connection = fresh;
        if (!open) {
            return;
        }
        try (Statement statement = fresh.createStatement()) {
            statement.execute("LISTEN peildatum_events");
        }
        PGConnection listening = fresh.unwrap(PGConnection.class);
        while (open) {
            wake();
            PGNotification @Nullable [] heard = listening.getNotifications(WAIT_MILLIS);
            // A server that went without a word sounds like one with nothing to tell.
            if ((heard == null || heard.length == 0) && !fresh.isValid(VALID_SECONDS)) {
                throw new SQLException("the connection no longer answers");
            }
        }
    }

    private void wake() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failure) {
                LOG.warn("A listener for events failed", failure);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the wait for what the server says, and with it the listening. */
    private static void abort(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            LOG.debug("The connection that listens for events was gone already", gone);
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        abort(connection);
        try {
            thread.join(2L * WAIT_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
