package nl.peildatum.query.api.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.CountName;
import nl.peildatum.query.api.action.ActionSpan;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.difference.DifferenceShown.Part;
import nl.peildatum.query.api.difference.DifferenceShown.Tally;
import nl.peildatum.query.api.line.LineSpan;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the difference between two cuts, taken from what the projection wrote, against the counts
 * of a plain fold over the journal.
 */
public final class AddsUp {

    private final JdbcClient jdbc;
    private final ProgrammeId programme;
    private final Collection<JournalEntry<Event>> journal;

    public AddsUp(JdbcClient jdbc, ProgrammeId programme, Collection<JournalEntry<Event>> journal) {
        this.jdbc = jdbc;
        this.programme = programme;
        this.journal = journal;
    }

    /** Checks every count between an earlier day and knowledge and a later day and knowledge. */
    public void check(LocalDate first, long knownFirst, LocalDate last, long knownLast) {
        Differences differences =
                Differences.between(
                        new Cut(programme.value(), first, knownFirst, null),
                        new Cut(programme.value(), last, knownLast, null),
                        actions(),
                        new LineHistory(lines()));
        List<Tally> tallies = differences.tallies();
        List<Finding> findings = differences.findings();

        Map<String, Integer> was = folded(first, knownFirst);
        Map<String, Integer> corrected = folded(first, knownLast);
        Map<String, Integer> is = folded(last, knownLast);
        assertThat(counts(tallies, Tally::van)).isEqualTo(was);
        assertThat(counts(tallies, tally -> tally.van() + tally.gecorrigeerd()))
                .isEqualTo(corrected);
        assertThat(counts(tallies, Tally::tot)).isEqualTo(is);
        assertThat(tallies)
                .allSatisfy(
                        tally ->
                                assertThat(tally.tot())
                                        .isEqualTo(
                                                tally.van()
                                                        + tally.gecorrigeerd()
                                                        + tally.verplaatst()
                                                        + tally.toegetreden()
                                                        + tally.uitgetreden()));
        assertThat(counts(tallies, Tally::gecorrigeerd))
                .isEqualTo(told(findings, Finding.Corrected.class::isInstance));
        assertThat(counts(tallies, Tally::verplaatst))
                .isEqualTo(told(findings, Finding.Moved.class::isInstance));
        assertThat(counts(tallies, Tally::toegetreden))
                .isEqualTo(told(findings, Finding.Joined.class::isInstance));
        assertThat(counts(tallies, Tally::uitgetreden))
                .isEqualTo(told(findings, Finding.Left.class::isInstance));
        assertThat(findings)
                .allSatisfy(
                        finding ->
                                assertThat(finding.entries())
                                        .isNotEmpty()
                                        .allMatch(number -> number <= knownLast));
    }

    private Map<String, Integer> folded(LocalDate day, long known) {
        OverviewV1 overview = PlainFold.overview(programme, journal, day, known);
        Map<String, Integer> counts = new TreeMap<>();
        put(counts, "totaal", overview.totaal());
        overview.aantallenPerActielijn()
                .forEach((line, own) -> put(counts, line.isEmpty() ? "geen" : line, own));
        return counts;
    }

    private static void put(Map<String, Integer> counts, String where, OverviewV1.Counts own) {
        add(counts, where, CountName.ACTIES, own.acties());
        add(counts, where, CountName.AFGEROND, own.afgerond());
        add(counts, where, CountName.IN_UITVOERING, own.inUitvoering());
        add(counts, where, CountName.IN_UITVOERING_VERTRAGING, own.inUitvoeringVertraging());
        add(counts, where, CountName.DOORLOPEND, own.doorlopend());
        add(counts, where, CountName.NOG_NIET_GESTART, own.nogNietGestart());
    }

    /** Adds to a count that is only there while it is not zero. */
    private static void add(Map<String, Integer> counts, String where, CountName name, int more) {
        if (more != 0) {
            counts.merge(
                    where + " " + name.code(),
                    more,
                    (one, other) -> one + other == 0 ? null : (Integer) (one + other));
        }
    }

    private static Map<String, Integer> counts(List<Tally> tallies, ToIntFunction<Tally> column) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Tally tally : tallies) {
            String where =
                    switch (tally.onderdeel()) {
                        case Part.TOTAAL -> "totaal";
                        case Part.NIET_INGEDEELD -> "geen";
                        case Part.ACTIELIJN -> String.valueOf(tally.actielijn());
                    };
            add(counts, where, tally.telling(), column.applyAsInt(tally));
        }
        return counts;
    }

    /** What the actions behind a column make of it by themselves. */
    private static Map<String, Integer> told(List<Finding> findings, Predicate<Finding> which) {
        Map<String, Finding> byAction = new TreeMap<>();
        findings.stream().filter(which).forEach(one -> byAction.put(one.action(), one));
        Map<String, Integer> counts = new TreeMap<>();
        for (Finding finding : byAction.values()) {
            place(counts, finding.before(), -1);
            place(counts, finding.after(), 1);
        }
        return counts;
    }

    private static void place(Map<String, Integer> counts, @Nullable Place place, int more) {
        if (place == null) {
            return;
        }
        String line = place.actielijn() == null ? "geen" : place.actielijn().toString();
        for (CountName name : CountName.values()) {
            if (name.counts(place.status())) {
                add(counts, "totaal", name, more);
                add(counts, line, name, more);
            }
        }
    }

    private List<ActionSpan> actions() {
        return jdbc.sql("SELECT * FROM action_version WHERE programme = ?")
                .param(programme.value())
                .query(
                        (row, _) ->
                                new ActionSpan(
                                        row.getString("action"),
                                        row.getObject("effective_from", LocalDate.class),
                                        row.getObject("effective_to", LocalDate.class),
                                        row.getLong("known_from"),
                                        row.getObject("known_to", Long.class),
                                        row.getString("status"),
                                        row.getLong("status_entry"),
                                        row.getString("status_reason"),
                                        row.getObject("line", Integer.class),
                                        row.getBoolean("included"),
                                        row.getString("exclusion_reason")))
                .list();
    }

    private List<LineSpan> lines() {
        return jdbc.sql("SELECT * FROM line_version WHERE programme = ?")
                .param(programme.value())
                .query(
                        (row, _) ->
                                new LineSpan(
                                        row.getInt("line"),
                                        row.getString("title"),
                                        row.getInt("position"),
                                        row.getLong("entry"),
                                        row.getObject("effective_from", LocalDate.class),
                                        row.getObject("effective_to", LocalDate.class),
                                        row.getLong("known_from"),
                                        row.getObject("known_to", Long.class)))
                .list();
    }
}
