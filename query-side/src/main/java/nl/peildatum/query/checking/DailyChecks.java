package nl.peildatum.query.checking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.peildatum.api.Today;
import nl.peildatum.eventstore.AdvisoryLock;
import nl.peildatum.query.api.report.NightlyCheck;
import nl.peildatum.query.checking.Checks.Recorded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/**
 * Every night: counts everything again, and checks every journal and the audit log. The first is
 * for each node's own health; the second is done once a day, by the node that comes first.
 */
@Component
@EnableScheduling
class DailyChecks {

    private static final Logger LOG = LoggerFactory.getLogger(DailyChecks.class);

    private static final String TIME = "${peildatum.controle.tijdstip:0 30 3 * * *}";

    private final NightlyCheck answers;
    private final JournalCheck journals;
    private final Checks checks;
    private final DataSource dataSource;
    private final LastChecks last;
    private final Today today;
    private final String schedule;

    DailyChecks(
            NightlyCheck answers,
            JournalCheck journals,
            Checks checks,
            LastChecks last,
            DataSource dataSource,
            Today today,
            @Value(TIME) String schedule) {
        this.answers = answers;
        this.journals = journals;
        this.checks = checks;
        this.dataSource = dataSource;
        this.today = today;
        this.last = last;
        this.schedule = schedule;
    }

    /** Both checks, the one whatever becomes of the other. */
    @Scheduled(cron = TIME, zone = Today.ZONE)
    void everything() {
        try {
            answers.check();
        } finally {
            journals();
        }
    }

    /** Both checks still, where nothing ran at the time of the last one. */
    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void catchUp() {
        if (isOverdue()) {
            everything();
        }
    }

    /** Whether the time of a check has passed since the day of the last one. */
    boolean isOverdue() {
        if (schedule.equals(Scheduled.CRON_DISABLED)) {
            return false;
        }
        LocalDate day = last.day();
        if (day == null) {
            return true;
        }
        ZonedDateTime due = // the first after a moment, and a check may be due at midnight itself
                CronExpression.parse(schedule)
                        .next(day.plusDays(1).atStartOfDay(Today.AMSTERDAM).minusSeconds(1));
        return due != null && !due.toInstant().isAfter(today.clock().instant());
    }

    /** Checks whatever no node checked today; nothing where another node is at it. */
    List<Recorded> journals() {
        try (Connection held = dataSource.getConnection()) {
            if (!lock(held, "SELECT pg_try_advisory_lock(?)")) {
                LOG.info("De controle van de journalen gebeurt nu op een ander knooppunt.");
                return List.of();
            }
            try {
                return check(today.today());
            } finally {
                lock(held, "SELECT pg_advisory_unlock(?)");
            }
        } catch (SQLException away) {
            throw new IllegalStateException("the journals cannot be checked", away);
        }
    }

    private static boolean lock(Connection held, String statement) throws SQLException {
        try (PreparedStatement locking = held.prepareStatement(statement)) {
            locking.setLong(1, AdvisoryLock.CHECKING.number());
            try (ResultSet row = locking.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private List<Recorded> check(LocalDate day) {
        List<@Nullable String> subjects = new ArrayList<>(journals.programmes());
        subjects.add(null); // the audit log, with the lines about the journals in it
        List<Recorded> done = new ArrayList<>();
        for (String subject : subjects) {
            if (!last.isDone(subject, day)) {
                check(subject, day, done);
            }
        }
        LOG.info("Controle: {} ketens nagerekend.", done.size());
        return done;
    }

    private void check(@Nullable String subject, LocalDate day, List<Recorded> done) {
        String about = Sentence.subject(subject);
        try {
            Recorded recorded = checks.daily(subject, day);
            done.add(recorded);
            Outcome outcome = recorded.outcome();
            if (!outcome.inOrder()) {
                LOG.error(
                        Sentence.ALARM.text(
                                about,
                                outcome.total(),
                                outcome.deviations().getFirst().sentence()));
            }
        } catch (RuntimeException failure) {
            LOG.error(Sentence.ALARM_FAILED.text(about), failure);
        }
    }
}
