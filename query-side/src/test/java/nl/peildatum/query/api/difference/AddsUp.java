package nl.peildatum.query.api.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.CountName;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.difference.DifferenceShown.Part;
import nl.peildatum.query.api.difference.DifferenceShown.Tally;
import nl.peildatum.query.api.known.ActionSpan;
import nl.peildatum.query.api.known.LineSpan;
import nl.peildatum.query.cause.Causes;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the difference between two cuts, taken from what the projection wrote, against the counts
 * of a plain fold over the journal.
 */
public final class AddsUp {

    private final ProgrammeId programme;
    private final Collection<JournalEntry<Event>> journal;
    private final List<ActionSpan> actions;
    private final LineHistory lines;

    private AddsUp(
            ProgrammeId programme,
            Collection<JournalEntry<Event>> journal,
            List<ActionSpan> actions,
            List<LineSpan> lines) {
        this.programme = programme;
        this.journal = journal;
        this.actions = actions;
        this.lines = new LineHistory(lines);
    }

    /** For every programme of which the journal is given, with what is projected of it. */
    public static Map<ProgrammeId, AddsUp> of(
            JdbcClient jdbc, Map<ProgrammeId, List<JournalEntry<Event>>> journals) {
        Map<ProgrammeId, List<ActionSpan>> actions =
                projected(jdbc, "action_version", journals.keySet(), AddsUp::action);
        Map<ProgrammeId, List<LineSpan>> lines =
                projected(jdbc, "line_version", journals.keySet(), AddsUp::line);
        Map<ProgrammeId, AddsUp> differences = new HashMap<>();
        journals.forEach(
                (programme, journal) ->
                        differences.put(
                                programme,
                                new AddsUp(
                                        programme,
                                        journal,
                                        actions.getOrDefault(programme, List.of()),
                                        lines.getOrDefault(programme, List.of()))));
        return differences;
    }

    /** Checks every count between an earlier day and knowledge and a later day and knowledge. */
    public void check(LocalDate first, long knownFirst, LocalDate last, long knownLast) {
        Differences differences =
                Differences.between(
                        new Cut(programme.value(), first, knownFirst, null),
                        new Cut(programme.value(), last, knownLast, null),
                        actions,
                        lines);
        List<Tally> tallies = differences.tallies();
        List<Finding> findings = differences.findings(new Causes(programme, known(knownLast)));

        OverviewV1 was = PlainFold.overview(programme, journal, first, knownFirst);
        OverviewV1 corrected = PlainFold.overview(programme, journal, first, knownLast);
        OverviewV1 is = PlainFold.overview(programme, journal, last, knownLast);
        assertThat(counts(tallies, Tally::van)).isEqualTo(counts(was));
        assertThat(counts(tallies, tally -> tally.van() + tally.gecorrigeerd()))
                .isEqualTo(counts(corrected));
        assertThat(counts(tallies, Tally::tot)).isEqualTo(counts(is));
        assertThat(lines(tallies)).isEqualTo(lines(was, corrected, is));
        assertThat(told(findings)).isEqualTo(told(places(was), places(corrected), places(is)));
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
                                        .allMatch(number -> number <= knownLast)
                                        .allMatch(
                                                number ->
                                                        number > knownFirst
                                                                || !(finding
                                                                        instanceof
                                                                        Finding.Corrected)));
        for (Finding finding : findings) {
            if (finding instanceof Finding.Corrected) {
                assertExact(finding, first, knownLast, was);
            } else {
                assertExact(finding, last, knownLast, corrected);
            }
        }
    }

    /** Without its causes a finding would not be one, and with all but one of them it would. */
    private void assertExact(Finding finding, LocalDate day, long knownUpTo, OverviewV1 before) {
        Measure measure =
                switch (finding) {
                    case Finding.Moved moved -> moved.what();
                    case Finding.Corrected one when one.before() != null && one.after() != null ->
                            one.what();
                    default -> Measure.COUNTING;
                };
        Causes.Reading reading = measure.reading(finding.action());
        Function<Set<Long>, @Nullable Object> without =
                numbers ->
                        reading.apply(
                                PlainFold.overview(programme, journal, numbers, day, knownUpTo));
        assertThat(without.apply(finding.entries())).isEqualTo(reading.apply(before));
        for (long number : finding.entries()) {
            Set<Long> others = new HashSet<>(finding.entries());
            others.remove(number);
            assertThat(without.apply(others)).isNotEqualTo(reading.apply(before));
        }
    }

    private List<JournalEntry<Event>> known(long upTo) {
        return journal.stream().filter(entry -> entry.number() <= upTo).toList();
    }

    /** The lines that have a row, be it of zeroes. */
    private static Set<Integer> lines(List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.onderdeel() == Part.ACTIELIJN)
                .map(tally -> Objects.requireNonNull(tally.actielijn()))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> lines(OverviewV1... overviews) {
        return Stream.of(overviews)
                .flatMap(overview -> overview.actielijnen().stream())
                .map(OverviewV1.Line::nummer)
                .collect(Collectors.toSet());
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(
                        finding -> {
                            String kind =
                                    switch (finding) {
                                        case Finding.Corrected one -> "Corrected " + one.what();
                                        case Finding.Moved one -> "Moved " + one.what();
                                        case Finding.Joined _ -> "Joined";
                                        case Finding.Left _ -> "Left";
                                    };
                            return told(kind, finding.action(), finding.before(), finding.after());
                        })
                .sorted()
                .toList();
    }

    /** What has to be told of the actions that were, are now known to have been, and are there. */
    private static List<String> told(
            Map<String, Place> was, Map<String, Place> corrected, Map<String, Place> is) {
        List<String> told = new ArrayList<>();
        for (String action :
                Stream.of(was, corrected, is)
                        .flatMap(places -> places.keySet().stream())
                        .collect(Collectors.toSet())) {
            Place first = was.get(action);
            Place middle = corrected.get(action);
            Place last = is.get(action);
            differing(first, middle)
                    .forEach(what -> told.add(told("Corrected " + what, action, first, middle)));
            if (middle != null && last != null) {
                differing(middle, last)
                        .forEach(what -> told.add(told("Moved " + what, action, middle, last)));
            } else if (last != null) {
                told.add(told("Joined", action, middle, last));
            } else if (middle != null) {
                told.add(told("Left", action, middle, last));
            }
        }
        return told.stream().sorted().toList();
    }

    /** In what they differ; what counts on one side only differs in status. */
    private static Stream<Measure> differing(@Nullable Place one, @Nullable Place other) {
        if (one == null || other == null) {
            return Objects.equals(one, other) ? Stream.of() : Stream.of(Measure.STATUS);
        }
        return Stream.of(Measure.STATUS, Measure.LINE)
                .filter(
                        what ->
                                what == Measure.STATUS
                                        ? one.status() != other.status()
                                        : !Objects.equals(one.actielijn(), other.actielijn()));
    }

    private static String told(
            String kind, String action, @Nullable Place before, @Nullable Place after) {
        return kind + " " + action + " " + before + " " + after;
    }

    /** Where every action that counts does so. */
    private static Map<String, Place> places(OverviewV1 overview) {
        Set<Integer> defined = lines(overview);
        Map<String, Place> places = new HashMap<>();
        for (OverviewV1.Action action : overview.acties()) {
            StatusCode status = StatusCode.valueOf(action.status());
            if (action.opgenomen() && status != StatusCode.VERVALLEN) {
                Integer line = action.actielijn();
                places.put(
                        action.actie(),
                        new Place(status, line != null && defined.contains(line) ? line : null));
            }
        }
        return places;
    }

    private static Map<String, Integer> counts(OverviewV1 overview) {
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

    private static <T> Map<ProgrammeId, List<T>> projected(
            JdbcClient jdbc, String table, Set<ProgrammeId> programmes, RowMapper<T> span) {
        Map<ProgrammeId, List<T>> projected = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT row.* FROM unnest(?::text[]) one(programme)
                            CROSS JOIN LATERAL (
                                SELECT * FROM %s WHERE programme = one.programme OFFSET 0) row"""
                                .formatted(table))
                .param(programmes.stream().map(ProgrammeId::value).toArray(String[]::new))
                .query(
                        row -> {
                            projected
                                    .computeIfAbsent(
                                            new ProgrammeId(row.getString("programme")),
                                            _ -> new ArrayList<>())
                                    .add(span.mapRow(row, row.getRow()));
                        });
        return projected;
    }

    private static ActionSpan action(ResultSet row, int number) throws SQLException {
        return new ActionSpan(
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
                row.getString("exclusion_reason"));
    }

    private static LineSpan line(ResultSet row, int number) throws SQLException {
        return new LineSpan(
                row.getInt("line"),
                row.getString("title"),
                row.getInt("position"),
                row.getLong("entry"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getLong("known_from"),
                row.getObject("known_to", Long.class));
    }
}
