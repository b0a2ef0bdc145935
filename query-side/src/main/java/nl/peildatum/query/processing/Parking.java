package nl.peildatum.query.processing;

import java.sql.SQLException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Decides what a failure means: the entry's own fault parks its programme; a hole in the journal or
 * a database that is away stops the projection, which tries again until it goes.
 */
final class Parking implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    private final String projection;

    Parking(String projection) {
        this.projection = projection;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(
            DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        if (stops(failure)) {
            // Not enqueuing would skip the entry: only throwing keeps it from being passed over.
            throw (RuntimeException) failure;
        }
        String words = inWords(failure);
        LOG.error(
                "Projectie {}: programma {} is geparkeerd. {}",
                projection,
                ByProgramme.of(letter.message()),
                words,
                failure);
        return Decisions.enqueue(new Because(words));
    }

    static boolean stops(Throwable failure) {
        return failure instanceof MissingEntries
                || failure instanceof TransientDataAccessException
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
    private static final class Because extends RuntimeException {
        Because(String words) {
            super(words, null, false, false);
        }
    }
}
