package nl.peildatum.query.processing;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What a failure means: the entry's own fault parks its programme; a database that is away or busy
 * is nobody's fault, and what was tried is tried again.
 */
final class Parking {

    private Parking() {}

    static boolean isDatabase(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException;
    }

    /** Why an entry could not be processed, without anything of what it says. */
    static String inWords(Throwable failure) {
        if (failure instanceof UnreadableEntry) {
            return "De gebeurtenis kan niet worden gelezen.";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String rule = constraint(sql);
                return rule == null
                        ? "De database weigerde de verwerking (SQLState %s)."
                                .formatted(sql.getSQLState())
                        : "De database weigerde de verwerking (SQLState %s, regel %s)."
                                .formatted(sql.getSQLState(), rule);
            }
        }
        return "De verwerking mislukte (%s).".formatted(failure.getClass().getSimpleName());
    }

    private static @Nullable String constraint(SQLException failure) {
        ServerErrorMessage told =
                failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return told == null ? null : told.getConstraint();
    }

    /** The words that are kept with the dead letter. */
    static final class Because extends RuntimeException {
        Because(String words) {
            super(words, null, false, false);
        }
    }
}
