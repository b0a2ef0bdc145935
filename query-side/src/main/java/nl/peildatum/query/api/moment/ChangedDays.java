package nl.peildatum.query.api.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The days that stand out, as known up to a journal number. */
public interface ChangedDays extends Repository<ChangedDay, ChangedDay.Key> {

    /** Those on which an action, a line or the programme begins to read otherwise, in order. */
    @Query(
            """
            select distinct c.day from ChangedDay c
            where c.programme = :programme
              and c.knownFrom <= :upTo and (c.knownTo is null or c.knownTo > :upTo)
            order by c.day""")
    List<LocalDate> changed(String programme, long upTo);

    /**
     * A report that was fixed for a day.
     *
     * @param bekendTot the journal number up to which knowledge was used
     * @param journaalnummer the entry that fixed it
     */
    record Fixed(
            LocalDate peildatum, long bekendTot, long journaalnummer, Instant geregistreerdOp) {}

    /** The newest of each day for which one was fixed, in order of day. */
    @Query(
            """
            select new nl.peildatum.query.api.moment.ChangedDays$Fixed(
                r.reportDate, r.knownUpTo, r.number, r.recordedAt)
            from ReportEntry r
            where r.programme = :programme and r.fixed = true and r.number = (
                select max(n.number) from ReportEntry n
                where n.programme = :programme and n.fixed = true and n.number <= :upTo
                  and n.reportDate = r.reportDate)
            order by r.reportDate""")
    List<Fixed> fixed(String programme, long upTo);

    /** The nearest days that stand out before and after a day, and what the programme is called. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT (
                            SELECT name FROM programme_version v
                            WHERE v.programme = :programme AND v.effective_from <= :day
                                AND (v.effective_to IS NULL OR v.effective_to > :day)
                                AND v.known_from <= :upTo
                                AND (v.known_to IS NULL OR v.known_to > :upTo)) AS "name",
                        (SELECT max(report_date) FROM report_entry
                            WHERE programme = :programme AND fixed AND number <= :upTo
                                AND report_date < :day) AS "reportBefore",
                        (SELECT min(report_date) FROM report_entry
                            WHERE programme = :programme AND fixed AND number <= :upTo
                                AND report_date > :day) AS "reportAfter",
                        (SELECT day FROM changed_day
                            WHERE programme = :programme AND known_from <= :upTo
                                AND (known_to IS NULL OR known_to > :upTo) AND day < :day
                            ORDER BY day DESC LIMIT 1) AS "changeBefore",
                        (SELECT day FROM changed_day
                            WHERE programme = :programme AND known_from <= :upTo
                                AND (known_to IS NULL OR known_to > :upTo) AND day > :day
                            ORDER BY day LIMIT 1) AS "changeAfter\"""")
    Around around(String programme, LocalDate day, long upTo);
}
