package nl.peildatum.query.api.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of actions. */
public interface ActionVersions extends Repository<ActionVersion, ActionVersion.Key> {

    /**
     * The actions that have a state on a day, as known up to a number, in no order; each with the
     * commitments over its texts.
     */
    @Query(
            """
            select new nl.peildatum.query.api.known.ActionVersions$Committed(
                v, reason.commitment, exclusion.commitment, explanation.commitment)
            from ActionVersion v
            left join RecordedEntry reason
              on reason.programme = v.programme and reason.number = v.statusReasonEntry
            left join RecordedEntry exclusion
              on exclusion.programme = v.programme and exclusion.number = v.exclusionReasonEntry
            left join RecordedEntry explanation
              on explanation.programme = v.programme and explanation.number = v.explanationEntry
            where v.programme = :programme
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    List<Committed> on(String programme, LocalDate day, long upTo);

    /** An action, and in hex the commitments over its texts; null where there is no such text. */
    record Committed(
            ActionVersion version,
            @Nullable String reason,
            @Nullable String exclusion,
            @Nullable String explanation) {

        /** Each commitment by the number of the entry in which its text stands. */
        public Stream<Map.Entry<Long, String>> texts() {
            return Stream.of(
                            text(version.statusReasonEntry(), reason),
                            text(version.exclusionReasonEntry(), exclusion),
                            text(version.explanationEntry(), explanation))
                    .flatMap(Optional::stream);
        }

        private static Optional<Map.Entry<Long, String>> text(
                @Nullable Long entry, @Nullable String commitment) {
            return entry == null || commitment == null
                    ? Optional.empty()
                    : Optional.of(Map.entry(entry, commitment));
        }
    }

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
            select new nl.peildatum.query.api.known.CountableAction(
                v.action, v.status, v.line, v.included, v.statusReason, v.exclusionReason)
            from ActionVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day and (v.effectiveTo is null or v.effectiveTo > :day)
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)""")
    List<CountableAction> standings(String programme, LocalDate day, long upTo);

    /** The statuses of one action up to and including a day, in order of day. */
    @Query(
            """
            select new nl.peildatum.query.api.known.StatusSpan(
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
            select new nl.peildatum.query.api.known.StatusSpan(
                v.action, v.status, v.effectiveFrom, v.effectiveTo, v.statusEntry)
            from ActionVersion v
            where v.programme = :programme
              and v.effectiveFrom <= :day
              and v.knownFrom <= :upTo and (v.knownTo is null or v.knownTo > :upTo)
            order by v.action, v.effectiveFrom""")
    List<StatusSpan> spans(String programme, LocalDate day, long upTo);

    /** Every title an action has, as known up to a number, in order of day. */
    @Query(
            """
            select new nl.peildatum.query.api.known.TitleSpan(v.effectiveFrom, v.title)
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
            select new nl.peildatum.query.api.known.ActionSpan(
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
