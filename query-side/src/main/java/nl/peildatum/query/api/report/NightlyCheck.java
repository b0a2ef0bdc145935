package nl.peildatum.query.api.report;

import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import nl.peildatum.api.Today;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.Cuts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * For every programme, as the schedule of checks asks: holds the answers for today and for the date
 * of each fixed report against a plain fold, and makes each fixed report again. What differs is an
 * alarm in the log and in health, until a check finds everything in order.
 */
@Component("reproductionHealthIndicator")
public class NightlyCheck extends AbstractHealthIndicator {

    /** An answer or a report cannot be made again from the events. */
    public static final Status DEVIATION =
            new Status("AFWIJKING", "Een antwoord of rapportage is niet te herleiden.");

    private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);

    private final Cuts cuts;
    private final ReportEntries reports;
    private final Reproduction reproduction;
    private final Today today;
    private final Clock clock;

    private volatile @Nullable Round last;

    NightlyCheck(
            Cuts cuts, ReportEntries reports, Reproduction reproduction, Today today, Clock clock) {
        super("De controle van antwoorden en rapportages is niet te bepalen");
        this.cuts = cuts;
        this.reports = reports;
        this.reproduction = reproduction;
        this.today = today;
        this.clock = clock;
    }

    /**
     * What a check found.
     *
     * @param deviations one Dutch line each; none where everything is in order
     */
    public record Round(Instant at, int answers, int reports, List<String> deviations) {}

    /** Checks everything now. */
    public Round check() {
        List<String> deviations = new ArrayList<>();
        List<ReportEntry> fixed = reports.fixed();
        for (ReportEntry report : fixed) {
            if (!holds(() -> reproduction.reproduces(report))) {
                deviations.add(
                        Wording.REPORT_DEVIATES.text(
                                report.programme(),
                                report.reportDate().toString(),
                                Long.toString(report.number())));
            }
        }
        int answers = 0;
        for (String programme : programmes()) {
            TreeSet<LocalDate> days = new TreeSet<>(List.of(today.today()));
            fixed.stream()
                    .filter(report -> report.programme().equals(programme))
                    .map(ReportEntry::reportDate)
                    .forEach(days::add);
            for (LocalDate day : days) {
                answers++;
                if (!holds(() -> agree(programme, day))) {
                    deviations.add(Wording.ANSWERS_DEVIATE.text(programme, day.toString()));
                }
            }
        }
        Round outcome = new Round(clock.instant(), answers, fixed.size(), List.copyOf(deviations));
        deviations.forEach(deviation -> LOG.error("ALARM: {}", deviation));
        LOG.info(
                "Controle: {} antwoorden en {} rapportages nagerekend, {} afwijkingen.",
                outcome.answers(),
                outcome.reports(),
                deviations.size());
        last = outcome;
        return outcome;
    }

    /** What cannot be counted again is no more in order than what differs. */
    private static boolean holds(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException failure) {
            LOG.error("Een controle is afgebroken", failure);
            return false;
        }
    }

    private List<String> programmes() {
        return cuts.answerAll(
                asked(today.today()),
                Set.of(),
                all -> all.stream().map(cut -> cut.programme()).toList());
    }

    private boolean agree(String programme, LocalDate day) {
        return cuts.answer(
                programme,
                asked(day),
                Set.of(VERSIONS, JOURNAL),
                cut -> reproduction.bothWays(cut).agree());
    }

    private static CutAsked asked(LocalDate day) {
        return new CutAsked(day, null, null, null);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Round outcome = last;
        if (outcome == null) {
            builder.up().withDetail("laatsteControle", "nog geen");
            return;
        }
        builder.status(outcome.deviations().isEmpty() ? Status.UP : DEVIATION)
                .withDetail("laatsteControle", outcome.at())
                .withDetail("antwoorden", outcome.answers())
                .withDetail("rapportages", outcome.reports())
                .withDetail("afwijkingen", outcome.deviations());
    }
}
