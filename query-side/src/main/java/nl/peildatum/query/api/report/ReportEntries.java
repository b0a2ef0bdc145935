package nl.peildatum.query.api.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everything recorded about reports. */
interface ReportEntries extends Repository<ReportEntry, ReportEntry.Key> {

    /** All of a programme up to a number, in journal order. */
    @Query(
            """
            select r from ReportEntry r
            where r.programme = :programme and r.number <= :upTo
            order by r.number""")
    List<ReportEntry> known(String programme, long upTo);

    /** Those for one report date, in journal order. */
    @Query(
            """
            select r from ReportEntry r
            where r.programme = :programme and r.reportDate = :reportDate and r.number <= :upTo
            order by r.number""")
    List<ReportEntry> about(String programme, LocalDate reportDate, long upTo);

    /** All that were fixed, of whatever programme. */
    @Query("select r from ReportEntry r where r.fixed = true order by r.programme, r.number")
    List<ReportEntry> fixed();
}
