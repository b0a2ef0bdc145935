package nl.peildatum.query.checking;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.query.checking.Deviation.Kind;
import nl.peildatum.query.checking.Witnesses.Source;
import nl.peildatum.query.checking.Witnesses.Witness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the audit log is still as it was written: its own chain, and what was kept of it. */
@Component
class AuditLogCheck {

    private static final int AT_ONCE = 500;

    private final AuditLog log;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    AuditLogCheck(DataSource dataSource, Clock clock) {
        this.clock = clock;
        log = new AuditLog(dataSource);
        snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Checks the lines that are asked for. */
    Outcome check(Question question) {
        return Objects.requireNonNull(snapshot.execute(_ -> checkNow(question)));
    }

    private Outcome checkNow(Question question) {
        Deviations deviations = new Deviations();
        Witnesses witnesses = new Witnesses();
        question.given()
                .forEach(
                        given ->
                                witnesses.add(
                                        new Witness(given.number(), given.hash(), Source.GIVEN)));
        Chain chain =
                question.from() == 1
                        ? Chain.whole(deviations, Kept.NOTHING)
                        : new Chain(
                                question.from() - 1,
                                hashOf(question.from() - 1),
                                deviations,
                                Kept.NOTHING);
        long next = question.from();
        for (List<AuditLog.Line> lines = log.from(next, AT_ONCE);
                !lines.isEmpty();
                lines = log.from(next, AT_ONCE)) {
            for (AuditLog.Line line : lines) {
                if (question.covers(line.number())) {
                    witnesses.seen(line.hash());
                    chain.look(Link.of(line));
                }
            }
            next = lines.getLast().number() + 1;
            if (next > question.upTo()) {
                break;
            }
        }
        chain.end();
        Witness beyond = witnesses.beyond(chain.reached());
        if (beyond != null && question.upTo() > chain.reached()) {
            Witnesses.tellTail(deviations, chain.reached(), Witnesses.inWords(beyond));
        }
        Witness broken = witnesses.broken(chain.reached(), deviations);
        if (broken != null) {
            deviations.addBesides(
                    Kind.HERSCHREVEN, broken.number(), witnesses.rewrittenSince(broken));
        }
        return new Outcome(
                clock.instant(),
                question.from(),
                chain.looked(),
                chain.last(),
                chain.lastHash(),
                0,
                null,
                witnesses.compared(question.given()),
                deviations.named(),
                deviations.total());
    }

    private @Nullable String hashOf(long number) {
        return log.from(number, 1).stream()
                .filter(line -> line.number() == number)
                .map(AuditLog.Line::hash)
                .findFirst()
                .orElse(null);
    }
}
