package nl.peildatum.query.cause;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.timeline.StandingEntry;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.jspecify.annotations.Nullable;

/**
 * Which entries make a subject read otherwise: a smallest set of them, without which it would read
 * as before and of which none can be left out.
 *
 * @param entries all that is known about the subject, in journal order
 */
public record Causes(ProgrammeId programme, List<JournalEntry<Event>> entries) {

    /** What is asked of a subject; null where it is not there. */
    @FunctionalInterface
    public interface Reading extends Function<OverviewV1, @Nullable Object> {}

    public Causes {
        entries = List.copyOf(entries);
    }

    /** Those in the programme itself and its lines. */
    public Causes ofProgramme() {
        return only(event -> !(event instanceof ActionEvent));
    }

    /** Those in one action. */
    public Causes ofAction(String code) {
        return only(event -> isAbout(event, code));
    }

    /** Those in one action and in the lines that it may belong to. */
    public Causes ofActionInItsLine(String code) {
        return only(event -> !(event instanceof ActionEvent) || isAbout(event, code));
    }

    /** One of the entries. */
    public JournalEntry<Event> entry(long number) {
        return entries.stream().filter(entry -> entry.number() == number).findAny().orElseThrow();
    }

    /** The reason that one of the entries gives, as it stands; null where it gives none. */
    public @Nullable String reason(long number) {
        return StandingEntry.of(entries, Event.class).stream()
                .filter(entry -> entry.number() == number)
                .findAny()
                .map(entry -> entry.event().reason())
                .orElse(null);
    }

    private Causes only(Predicate<Event> wanted) {
        return new Causes(
                programme, entries.stream().filter(entry -> wanted.test(entry.event())).toList());
    }

    private static boolean isAbout(Event event, String code) {
        return event instanceof ActionEvent about && about.action().code().equals(code);
    }

    /** Those since a number by which a day reads otherwise than it did with what was known then. */
    public SortedSet<Long> ofKnowing(LocalDate day, long since, Reading reading) {
        return smallest(
                entries.stream().map(JournalEntry::number).filter(number -> number > since),
                day,
                reading);
    }

    /** Those that hold from a day after the first by which the last reads otherwise than it. */
    public SortedSet<Long> ofHappening(LocalDate first, LocalDate last, Reading reading) {
        return smallest(
                StandingEntry.of(entries, Event.class).stream()
                        .filter(entry -> entry.effectiveOn().isAfter(first))
                        .filter(entry -> !entry.effectiveOn().isAfter(last))
                        .map(StandingEntry::number),
                last,
                reading);
    }

    /**
     * Begins with all of them and lets go, from the lowest number up, of each without which the
     * others still make the difference; again until none can go, since one may only be needed as
     * long as a later one is named.
     */
    private SortedSet<Long> smallest(Stream<Long> candidates, LocalDate day, Reading reading) {
        SortedSet<Long> named = new TreeSet<>(candidates.toList());
        Optional<Object> before = without(named, day, reading);
        int count;
        do {
            count = named.size();
            for (long number : List.copyOf(named)) {
                named.remove(number);
                if (named.isEmpty() || !without(named, day, reading).equals(before)) {
                    named.add(number);
                }
            }
        } while (named.size() < count);
        return named;
    }

    private Optional<Object> without(Collection<Long> numbers, LocalDate day, Reading reading) {
        return Optional.ofNullable(
                reading.apply(
                        PlainFold.overview(
                                programme, entries, Set.copyOf(numbers), day, Long.MAX_VALUE)));
    }
}
