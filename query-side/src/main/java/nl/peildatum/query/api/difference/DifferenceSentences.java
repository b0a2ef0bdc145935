package nl.peildatum.query.api.difference;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.peildatum.api.Today;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.events.EntryRetracted;
import nl.peildatum.events.Event;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.difference.Finding.Corrected;
import nl.peildatum.query.api.difference.Finding.Joined;
import nl.peildatum.query.api.difference.Finding.Left;
import nl.peildatum.query.api.difference.Finding.Moved;
import nl.peildatum.query.cause.Causes;
import nl.peildatum.query.saying.Saying;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain Dutch what differs for an action, from which day and why.
 *
 * @param from the earlier day
 * @param to the later day
 * @param all what is known of the actions that differ
 */
record DifferenceSentences(LocalDate from, LocalDate to, Causes all) {

    String of(Finding finding) {
        return switch (finding) {
            case Moved moved -> moved(moved);
            case Joined joined -> joined(joined);
            case Left left -> left(left);
            case Corrected corrected -> corrected(corrected);
        };
    }

    private String moved(Moved moved) {
        Measure what = moved.what();
        List<Turn> turns = moved.turns();
        Turn last = turns.getLast();
        String before = words(what, moved.before());
        String after = words(what, moved.after());
        @Nullable String why = what == Measure.STATUS ? why(last.after()) : reason(moved);
        String told =
                turns.size() == 1
                        ? Wording.MOVED.text(
                                moved.action(), DutchDates.format(last.day()), before, after)
                        : Wording.MOVED_STEPWISE.text(
                                moved.action(),
                                before,
                                after,
                                Wording.listed(
                                        turns.stream().map(turn -> step(what, turn)).toList()));
        return Saying.withReason(told, why);
    }

    private static String step(Measure what, Turn turn) {
        State after = Objects.requireNonNull(turn.after());
        return Wording.MOVED_STEP.text(
                DutchDates.format(turn.day()),
                what == Measure.STATUS ? quoted(after.status()) : line(after.line()));
    }

    private String joined(Joined joined) {
        boolean first = joined.in().before() == null;
        return Saying.withReason(
                (first ? Wording.JOINED : Wording.JOINED_INCLUDED)
                        .text(
                                joined.action(),
                                DutchDates.format(joined.in().day()),
                                DutchDates.format(to),
                                place(joined.after())),
                reason(joined));
    }

    private static String left(Left left) {
        State out = left.out().after();
        return Saying.withReason(
                (isWithdrawn(out) ? Wording.LEFT_WITHDRAWN : Wording.LEFT_EXCLUDED)
                        .text(
                                left.action(),
                                place(left.before()),
                                DutchDates.format(left.out().day())),
                why(out));
    }

    private String corrected(Corrected corrected) {
        String action = corrected.action();
        String day = DutchDates.format(from);
        Place before = corrected.before();
        Place after = corrected.after();
        String told;
        if (before == null) {
            told = Wording.CORRECTED_IN.text(action, day, place(Objects.requireNonNull(after)));
        } else if (after == null) {
            told = Wording.CORRECTED_OUT.text(action, day, whyOut(corrected), place(before));
        } else {
            told =
                    (corrected.what() == Measure.STATUS
                                    ? Wording.CORRECTED_STATUS
                                    : Wording.CORRECTED_LINE)
                            .text(
                                    action,
                                    day,
                                    words(corrected.what(), after),
                                    words(corrected.what(), before));
        }
        JournalEntry<Event> last = all.entry(corrected.entries().last());
        return Saying.withReason(
                Wording.TOLD_LATER.text(
                        told,
                        DutchDates.format(LocalDate.ofInstant(last.recordedAt(), Today.AMSTERDAM))),
                last.event().reason());
    }

    /** The reason of what happened last. */
    private @Nullable String reason(Finding finding) {
        return all.ofActionInItsLine(finding.action()).reason(finding.entries().last());
    }

    private String whyOut(Corrected corrected) {
        State state = corrected.is();
        if (state == null) {
            return (all.entry(corrected.entries().last()).event() instanceof EntryRetracted
                            ? Wording.OUT_RETRACTED
                            : Wording.OUT_UNRECORDED)
                    .text();
        }
        return (isWithdrawn(state) ? Wording.OUT_WITHDRAWN : Wording.OUT_EXCLUDED).text();
    }

    private static boolean isWithdrawn(@Nullable State state) {
        return state != null && state.span().withdrawn();
    }

    private static String words(Measure what, Place place) {
        return what == Measure.STATUS ? quoted(place.status()) : line(place.actielijn());
    }

    private static String place(Place place) {
        return Wording.PLACE.text(quoted(place.status()), line(place.actielijn()));
    }

    private static String quoted(StatusCode status) {
        return Wording.QUOTED.text(status.label());
    }

    private static String line(@Nullable Integer line) {
        return line == null ? Wording.QUOTED.text(Wording.UNASSIGNED.text()) : Saying.line(line);
    }

    /** Why an action has this status, or is out of the counts. */
    private static @Nullable String why(@Nullable State state) {
        if (state == null) {
            return null;
        }
        return state.span().included() || isWithdrawn(state)
                ? state.span().statusReason()
                : state.span().exclusionReason();
    }
}
