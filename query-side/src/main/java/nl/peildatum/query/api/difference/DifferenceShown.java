package nl.peildatum.query.api.difference;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import nl.peildatum.query.api.CountName;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.CountedActions;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.difference.Finding.Corrected;
import nl.peildatum.query.api.difference.Finding.Moved;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two cuts: every count with its parts, and the actions behind them.
 *
 * @param gecorrigeerd what is known now of the first day and was not known then
 */
record DifferenceShown(
        String programma,
        @Nullable String naam,
        Side van,
        Side tot,
        List<Tally> tellingen,
        List<MoveShown> verplaatsingen,
        List<ArrivalShown> toegetreden,
        List<ArrivalShown> uitgetreden,
        List<MoveShown> gecorrigeerd) {

    /** One of the cuts, and where the actions behind its counts are. */
    record Side(@JsonUnwrapped CutShown cut, String adresActies) {
        static Side of(Cut cut) {
            return new Side(CutShown.of(cut), CountedActions.address(cut));
        }
    }

    /** What a count is of; it tells the total from what belongs to no line. */
    enum Part {
        TOTAAL,
        ACTIELIJN,
        NIET_INGEDEELD;

        boolean holds(Place place, @Nullable Integer line) {
            return this == TOTAAL || Objects.equals(place.actielijn(), line);
        }
    }

    /**
     * A count on both cuts; {@code tot} is {@code van} and the four parts together, of which those
     * that left count below zero.
     */
    record Tally(
            Part onderdeel,
            @Nullable Integer actielijn,
            String titel,
            CountName telling,
            int van,
            int tot,
            int verplaatst,
            int toegetreden,
            int uitgetreden,
            int gecorrigeerd) {}

    /** In what an action moved. */
    enum What {
        STATUS,
        ACTIELIJN
    }

    /**
     * An action that moved.
     *
     * @param van a status code or a line number, as {@code wat} says; null is no line, or that it
     *     was in no count
     * @param telde where it counted, or null
     * @param telt where it counts now, or null
     */
    record MoveShown(
            String actie,
            What wat,
            @Nullable Object van,
            @Nullable Object naar,
            String zin,
            SortedSet<Long> journaalnummers,
            @Nullable Place telde,
            @Nullable Place telt) {

        static MoveShown of(Moved moved, String sentence) {
            return moved.what() == Measure.STATUS
                    ? of(
                            moved,
                            What.STATUS,
                            moved.before().status(),
                            moved.after().status(),
                            sentence)
                    : ofLine(moved, moved.before(), moved.after(), sentence);
        }

        static MoveShown of(Corrected corrected, String sentence) {
            Place before = corrected.before();
            Place after = corrected.after();
            return corrected.what() == Measure.LINE && before != null && after != null
                    ? ofLine(corrected, before, after, sentence)
                    : of(
                            corrected,
                            What.STATUS,
                            counted(corrected.was()),
                            counted(corrected.is()),
                            sentence);
        }

        private static MoveShown ofLine(
                Finding finding, Place before, Place after, String sentence) {
            return of(finding, What.ACTIELIJN, before.actielijn(), after.actielijn(), sentence);
        }

        private static MoveShown of(
                Finding finding,
                What what,
                @Nullable Object before,
                @Nullable Object after,
                String sentence) {
            return new MoveShown(
                    finding.action(),
                    what,
                    before,
                    after,
                    sentence,
                    finding.entries(),
                    finding.before(),
                    finding.after());
        }

        /**
         * The status of an action that counts or was withdrawn; without either it has none here.
         */
        private static @Nullable StatusCode counted(@Nullable State state) {
            return state != null && (state.span().counts() || state.span().withdrawn())
                    ? state.status()
                    : null;
        }
    }

    /** An action that joined or left the counts. */
    record ArrivalShown(
            String actie,
            String zin,
            SortedSet<Long> journaalnummers,
            @Nullable Place telde,
            @Nullable Place telt) {

        static ArrivalShown of(Finding finding, String sentence) {
            return new ArrivalShown(
                    finding.action(),
                    sentence,
                    finding.entries(),
                    finding.before(),
                    finding.after());
        }
    }
}
