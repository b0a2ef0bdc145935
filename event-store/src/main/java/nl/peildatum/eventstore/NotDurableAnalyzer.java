package nl.peildatum.eventstore;

import nl.peildatum.eventstore.DurableDatabase.NotDurable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts an application what is wrong with the database, without a stack trace. */
final class NotDurableAnalyzer extends AbstractFailureAnalyzer<NotDurable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotDurable cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
