package nl.peildatum.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** The stored entries of a journal one by one, in journal order, without holding them all. */
public final class StoredJournal {

    private static final int AT_ONCE = 500;
    private static final String SELECT =
            "SELECT "
                    + StoredEntry.COLUMNS
                    + " FROM events.event WHERE programme = ? AND journal_number BETWEEN ? AND ?"
                    + " ORDER BY journal_number";

    private StoredJournal() {}

    /**
     * Gives each entry from a number up to another, both included, to a reader.
     *
     * @param connection in a transaction, so that entries come as they are asked for; what else is
     *     read in a repeatable one goes with what is read here
     */
    public static void read(
            Connection connection,
            String programme,
            long from,
            long upTo,
            Consumer<StoredEntry> reader)
            throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("outside a transaction every entry comes at once");
        }
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(AT_ONCE);
            select.setString(1, programme);
            select.setLong(2, from);
            select.setLong(3, upTo);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(StoredEntry.of(rows));
                }
            }
        }
    }
}
