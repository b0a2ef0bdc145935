package nl.peildatum.query.api.difference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import nl.peildatum.api.DutchDates;
import nl.peildatum.api.Today;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.difference.Finding.Corrected;
import nl.peildatum.query.api.difference.Finding.Joined;
import nl.peildatum.query.api.difference.Finding.Left;
import nl.peildatum.query.api.difference.Finding.Moved;
import nl.peildatum.query.saying.Saying;
import org.jspecify.annotations.Nullable;

/**
 * Says in one plain Dutch sentence what differs for an action, from which day and why.
 *
 * @param from the earlier day
 * @param to the later day
 */
record DifferenceSentences(LocalDate from, LocalDate to, Map<Long, Reason> reasons) {

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
        String why =
                what == Measure.STATUS
                        ? why(last.after())
                        : Saying.reason(reasonOfTheMatter(last.entries()));
        if (turns.size() == 1) {
            return Wording.MOVED.text(
                    moved.action(), DutchDates.format(last.day()), before, after, why);
        }
        return Wording.MOVED_STEPWISE.text(
                moved.action(),
                before,
                after,
                Wording.listed(turns.stream().map(turn -> step(what, turn)).toList()),
                why);
    }

    private static String step(Measure what, Turn turn) {
        State after = Objects.requireNonNull(turn.after());
        return Wording.MOVED_STEP.text(
                DutchDates.format(turn.day()),
                what == Measure.STATUS ? quoted(after.status()) : line(after.line()));
    }

    private String joined(Joined joined) {
        Turn in = joined.turns().getFirst();
        boolean first = in.before() == null;
        return (first ? Wording.JOINED : Wording.JOINED_INCLUDED)
                .text(
                        joined.action(),
                        DutchDates.format(in.day()),
                        Saying.reason(reasonOfTheMatter(in.entries())),
                        DutchDates.format(to),
                        place(joined.after()));
    }

    private static String left(Left left) {
        Turn out = left.turns().getLast();
        return (isWithdrawn(out.after()) ? Wording.LEFT_WITHDRAWN : Wording.LEFT_EXCLUDED)
                .text(
                        left.action(),
                        place(left.before()),
                        DutchDates.format(out.day()),
                        why(out.after()));
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
            told = Wording.CORRECTED_OUT.text(action, day, whyOut(corrected.is()), place(before));
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
        Reason last =
                Objects.requireNonNull(
                        reasons.get(corrected.entries().last()), "an entry that is recorded");
        return Wording.TOLD_LATER.text(
                told,
                DutchDates.format(LocalDate.ofInstant(last.recordedAt(), Today.AMSTERDAM)),
                Saying.reason(last.reason()));
    }

    private static String whyOut(@Nullable State state) {
        if (state == null) {
            return Wording.OUT_UNRECORDED.text();
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

    /** The reason of the last of the entries that is no correction. */
    private @Nullable String reasonOfTheMatter(SortedSet<Long> entries) {
        String found = null;
        for (long number : entries) {
            Reason reason = reasons.get(number);
            if (reason != null && reason.isOfTheMatter()) {
                found = reason.reason();
            }
        }
        return found;
    }

    /** Why an action has this status, or is out of the counts. */
    private static String why(@Nullable State state) {
        if (state == null) {
            return "";
        }
        if (state.status() == StatusCode.IN_UITVOERING_VERTRAGING || isWithdrawn(state)) {
            return Saying.because(state.span().statusReason());
        }
        return Saying.reason(
                state.span().included()
                        ? state.span().statusReason()
                        : state.span().exclusionReason());
    }
}
