package nl.peildatum.command.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.Event;
import org.jspecify.annotations.Nullable;

/** Why a command is refused. */
public sealed interface Refusal {

    /** What a refusal is founded on. */
    enum Ground {
        /** The input itself: no state of affairs would allow it. */
        INPUT,
        /** What is recorded: it is right in itself. */
        CONFLICT
    }

    /** The refusal where it is so, and none where it is not. */
    static Optional<Refusal> when(boolean so, Refusal refusal) {
        return so ? Optional.of(refusal) : Optional.empty();
    }

    /** Whether it is the input that is refused, or a conflict with what is recorded. */
    default Ground ground() {
        return switch (this) {
            case InFuture _,
                    TooEarly _,
                    YearsOutside _,
                    CompletedBefore _,
                    LinkedTooEarly _,
                    ReasonForNothing _,
                    ReasonNeeded _,
                    AnotherReport _ ->
                    Ground.INPUT;
            default -> Ground.CONFLICT;
        };
    }

    /** There is no such programme, line or action. */
    record Unknown(Subject subject, String key) implements Refusal {}

    /** The key is taken. */
    record AlreadyExists(Subject subject, String key) implements Refusal {}

    /** The effective date lies in the future; the latest that is allowed is today. */
    record InFuture(LocalDate effectiveOn, LocalDate today) implements Refusal {}

    /** The effective date lies long before the programme; the first that is allowed is named. */
    record TooEarly(LocalDate effectiveOn, LocalDate firstDay) implements Refusal {}

    /** Execution years that are none of the programme's, which go from a first to a last one. */
    record YearsOutside(SortedSet<Integer> years, int firstYear, int lastYear) implements Refusal {}

    /** The expected completion of a delay lies before the day from which there is a delay. */
    record CompletedBefore(LocalDate completion, LocalDate delayedOn) implements Refusal {}

    /** A link to an action that is planned only from a later day than the link's. */
    record LinkedTooEarly(String other, LocalDate day, LocalDate plannedOn) implements Refusal {}

    /** It is said why an action is not monitored, and it is. */
    record ReasonForNothing(String action) implements Refusal {}

    /** Nothing is recorded yet on the effective date; the first entry is dated later. */
    record NotYetRecorded(Subject subject, String key, LocalDate effectiveOn, LocalDate firstOn)
            implements Refusal {}

    /** The table knows no such move from where the action stands on the effective date. */
    record IllegalMove(
            String action, Move move, Standing standing, LocalDate effectiveOn, Set<Move> allowed)
            implements Refusal {}

    /**
     * A later entry of the action would no longer be legal.
     *
     * @param number the journal number of the entry that stands in the way, or null when it is part
     *     of the same request
     */
    record Contradicts(
            String action,
            @Nullable Long number,
            ActionEvent entry,
            LocalDate effectiveOn,
            Set<Move> allowed)
            implements Refusal {}

    /** The action already has a status of its own. */
    record AlreadyHasStatus(String action, @Nullable Long number, LocalDate since)
            implements Refusal {}

    /** An expected completion belongs to a delay, and the action is not delayed on the date. */
    record NotDelayed(String action, LocalDate effectiveOn) implements Refusal {}

    /** The programme's journal has no such entry. */
    record UnknownEntry(String number) implements Refusal {}

    /** The entry that a number names was taken back by another entry. */
    record Retracted(long entry, long by) implements Refusal {}

    /**
     * With the correction or without the entry, another entry, or the corrected one itself, would
     * not be legal.
     *
     * @param entry the number that names what is corrected or retracted
     * @param number the journal number of what stands in the way
     */
    record CorrectionUnfit(long entry, @Nullable Long number, Event inTheWay, LocalDate effectiveOn)
            implements Refusal {}

    /** The entry is now of a kind that does not have a part that the correction names. */
    record OtherKind(long entry, Event now) implements Refusal {}

    /** A plan, a baseline or a line's definition cannot be taken back while another rests on it. */
    record RestsOn(long entry, @Nullable Long number, Event resting) implements Refusal {}

    /** The programme would lose a year in which an action is carried out, as an entry says. */
    record YearInUse(int year, String action, @Nullable Long number) implements Refusal {}

    /** The adoption of a programme cannot be taken back. */
    record Stays(long entry) implements Refusal {}

    /**
     * The move must say why.
     *
     * @param entry the number of the entry that would become it, or null where it is recorded now
     */
    record ReasonNeeded(Move move, @Nullable Long entry) implements Refusal {}

    /** The entry never had a free text. */
    record NoText(long entry) implements Refusal {}

    /** The texts of the entry were erased by another entry. */
    record AlreadyErased(long entry, long by) implements Refusal {}

    /** A report was fixed for the date before; another one must say why. */
    record AnotherReport(LocalDate reportDate) implements Refusal {}

    /** No report is proposed for the date. */
    record NothingProposed(LocalDate reportDate) implements Refusal {}

    /** Who proposed a report cannot confirm it. */
    record SameSubject(LocalDate reportDate) implements Refusal {}

    /** The subject was changed since the version the caller has seen. */
    record VersionPassed(long expected, long actual) implements Refusal {}

    /** What a refusal is about. */
    enum Subject {
        PROGRAMME,
        LINE,
        ACTION
    }
}
