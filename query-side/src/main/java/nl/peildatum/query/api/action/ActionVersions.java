package nl.peildatum.query.api.action;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of actions. */
public interface ActionVersions extends Repository<ActionVersion, ActionVersion.Key> {

    /** The actions that have a state on a day, as known up to a number, in no order. */
    @Query(
            """
            select v from ActionVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    List<ActionVersion> on(String programme, LocalDate day, long upTo);

    /** One action, where it has a state on the day. */
    @Query(
            """
            select v from ActionVersion v
            where v.programme = :programme and v.action = :action
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    Optional<ActionVersion> of(String programme, String action, LocalDate day, long upTo);

    /** Where each action that has a state on a day counts, without its texts, in no order. */
    @Query(
            """
            select new nl.peildatum.query.api.action.Standing(
                v.action, v.status, v.line, v.included, v.statusReason, v.exclusionReason)
            from ActionVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    List<Standing> standings(String programme, LocalDate day, long upTo);

    /** The statuses of one action up to and including a day, in order of day. */
    @Query(
            """
            select new nl.peildatum.query.api.action.StatusSpan(
                v.action, v.status, v.effectiveFrom, v.effectiveTo, v.statusEntry)
            from ActionVersion v
            where v.programme = :programme and v.action = :action
              and v.effectiveFrom <= :day
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)
            order by v.effectiveFrom""")
    List<StatusSpan> spans(String programme, String action, LocalDate day, long upTo);

    /**
     * The statuses of every action up to and including a day, each action in order of day. Naming
     * the actions in the question makes it slower: the index is then searched once for each.
     */
    @Query(
            """
            select new nl.peildatum.query.api.action.StatusSpan(
                v.action, v.status, v.effectiveFrom, v.effectiveTo, v.statusEntry)
            from ActionVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)
            order by v.action, v.effectiveFrom""")
    List<StatusSpan> spans(String programme, LocalDate day, long upTo);

    /** Since when each of these actions has, without a break, the status it has on a day. */
    default Map<String, LocalDate> statusSince(
            String programme, Collection<String> actions, LocalDate day, long upTo) {
        if (actions.isEmpty()) {
            return Map.of();
        }
        Set<String> asked = Set.copyOf(actions);
        return spans(programme, day, upTo).stream()
                .filter(span -> asked.contains(span.action()))
                .collect(
                        groupingBy(
                                StatusSpan::action,
                                collectingAndThen(
                                        toList(),
                                        spans -> StatusPeriod.of(spans).getLast().from())));
    }

    /** With which knowledge each version of a day holds. */
    @Query(
            """
            select new nl.peildatum.query.api.action.ActionVersions$Knowledge(
                v.action, v.knownFrom, v.knownTo)
            from ActionVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)""")
    List<Knowledge> knowledge(String programme, LocalDate day);

    /** From which journal number a version of a day is known, until but not at the other. */
    record Knowledge(String action, long from, @Nullable Long to) {

        /** The numbers after one, up to another, that began or ended the version. */
        public Stream<Known> changesBetween(long after, long upTo) {
            return Stream.of(from, to == null ? Long.MAX_VALUE : to)
                    .filter(number -> number > after && number <= upTo)
                    .map(number -> new Known(action, number));
        }
    }

    /** That something came to be known of an action by an entry. */
    record Known(String action, long number) {}

    /** Every title an action has, as known up to a number, in order of day. */
    @Query(
            """
            select new nl.peildatum.query.api.action.TitleSpan(v.effectiveFrom, v.title)
            from ActionVersion v
            where v.programme = :programme and v.action = :action
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)
            order by v.effectiveFrom""")
    List<TitleSpan> titles(String programme, String action, long upTo);

    /**
     * Whatever held on any of the days, both included, as known up to any of the numbers, both
     * included; in no order.
     */
    @Query(
            """
            select new nl.peildatum.query.api.action.ActionSpan(
                v.action, v.effectiveFrom, v.effectiveTo, v.knownFrom, v.knownTo, v.status,
                v.statusEntry, v.statusReason, v.line, v.included, v.exclusionReason)
            from ActionVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :last and (v.effectiveTo is null or v.effectiveTo > :first)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :since)""")
    List<ActionSpan> between(
            String programme, LocalDate first, LocalDate last, long since, long upTo);

    /** The first day on which any action has a state, as known up to a number. */
    @Query(
            """
            select min(v.effectiveFrom) from ActionVersion v
            where v.programme = :programme
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    Optional<LocalDate> firstDay(String programme, long upTo);
}
