package nl.peildatum.query.checking;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import javax.sql.DataSource;
import nl.peildatum.api.AccessRefused;
import nl.peildatum.eventstore.RefusedAccess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is refused on this side is noted in the audit log. */
@Component
class RefusedQuestions {

    private final RefusedAccess log;

    RefusedQuestions(
            DataSource dataSource, @Value("${peildatum.auditlog.samentellen:1m}") Duration period) {
        log = new RefusedAccess(dataSource, period);
    }

    @EventListener
    void on(AccessRefused refused) {
        log.note(
                refused.status(),
                refused.subject(),
                refused.method(),
                refused.path(),
                refused.at());
    }

    @PreDestroy
    void writeWhatIsLeft() {
        log.close();
    }
}
