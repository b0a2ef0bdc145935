package nl.peildatum.query.checking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.peildatum.query.api.report.NightlyCheck;
import nl.peildatum.query.checking.LastChecks.Last;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * AFWIJKING, which is no reason to take the node out of service, where the last check of a journal
 * or of the audit log found something; else UP.
 */
@Component("journaalcontroleHealthIndicator")
class CheckHealth extends AbstractHealthIndicator {

    private final LastChecks last;

    CheckHealth(LastChecks last) {
        super("De uitkomst van de controles van het journaal is niet te bepalen");
        this.last = last;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Map<String, Last> all = new TreeMap<>(last.bySubject());
        boolean inOrder = all.values().stream().allMatch(one -> one.deviations() == 0);
        builder.status(inOrder ? Status.UP : NightlyCheck.DEVIATION);
        if (all.isEmpty()) {
            builder.withDetail("laatsteControle", "nog geen");
        }
        all.forEach((subject, one) -> builder.withDetail(subject, details(one)));
    }

    private static Map<String, Object> details(Last last) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("laatsteControle", last.at());
        details.put("gecontroleerd", last.looked());
        details.put("hoofd", last.head());
        details.put("afwijkingen", last.deviations());
        return details;
    }
}
