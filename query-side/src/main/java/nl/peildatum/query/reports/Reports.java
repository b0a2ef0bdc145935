package nl.peildatum.query.reports;

import java.time.ZoneOffset;
import java.util.List;
import nl.peildatum.events.Event;
import nl.peildatum.events.ReportEvent;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.events.ReportEvent.ReportProposed;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.processing.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reports were proposed and fixed, with what they covered. */
@Component
public final class Reports implements Projection {

    /** The projection's name. */
    public static final String NAME = "reports";

    private final JdbcClient jdbc;

    public Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(List<JournalEntry<Event>> entries) {
        entries.forEach(this::on);
    }

    private void on(JournalEntry<Event> entry) {
        if (entry.event() instanceof ReportEvent report) {
            jdbc.sql(
                            """
                            INSERT INTO report_entry (
                                programme, number, report_date, fixed, proposal, known_up_to, form,
                                digest, title, reason, actor, recorded_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(entry.programme().value())
                    .param(entry.number())
                    .param(report.reportDate())
                    .param(report instanceof ReportFixed)
                    .param(proposal(report))
                    .param(report.knownUpTo())
                    .param(report.form())
                    .param(report.digest())
                    .param(report.title())
                    .param(report.reason())
                    .param(report.basis().actor())
                    .param(entry.recordedAt().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    @Override
    public void erase(JournalEntry<Event> erased, long processed) {
        if (erased.event() instanceof ReportEvent report) {
            jdbc.sql("UPDATE report_entry SET reason = ? WHERE programme = ? AND number = ?")
                    .param(report.reason())
                    .params(erased.programme().value(), erased.number())
                    .update();
        }
    }

    private static @Nullable Long proposal(ReportEvent report) {
        return switch (report) {
            case ReportFixed fixed -> fixed.proposal();
            case ReportProposed _ -> null;
        };
    }

    @Override
    public void reset() {
        jdbc.sql("DELETE FROM report_entry").update();
    }
}
