package nl.peildatum.query.api.possibility;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.KnownActions;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.timeline.ActionTimeline;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which moves an action can make on a day: what a command would record, and what it would refuse.
 */
@RestController
class PossibilityAnswers {
    private static final int YEARS_BEFORE = 5;

    private final Cuts cuts;
    private final KnownActions actions;
    private final Journal journal;

    PossibilityAnswers(Cuts cuts, KnownActions actions, Journal journal) {
        this.cuts = cuts;
        this.actions = actions;
        this.journal = journal;
    }

    /**
     * The moves, in the order of the interface.
     *
     * @param status the action's status at the end of that day; null before its first entry
     */
    record PossibilitiesShown(
            String actie,
            LocalDate ingangsdatum,
            @Nullable StatusCode status,
            @JsonUnwrapped CutShown cut,
            List<PossibilityShown> mogelijkheden) {}

    /**
     * A move.
     *
     * @param kan whether it can be made on that day
     * @param naar the status that it gives
     * @param nodig the fields that must be given with it
     * @param waaromNiet why it cannot be made, and what can
     */
    record PossibilityShown(
            MoveCode soort,
            boolean kan,
            StatusCode naar,
            String naarLabel,
            List<String> nodig,
            @Nullable String waaromNiet) {

        static PossibilityShown of(MoveCode move, Possibilities possibilities) {
            String whyNot = possibilities.whyNot(move);
            StatusCode to = StatusCode.of(move.to().name());
            return new PossibilityShown(
                    move, whyNot == null, to, to.label(), move.needed(), whyNot);
        }
    }

    /** The day from which a move would hold. */
    record DayAsked(@Nullable LocalDate ingangsdatum) {}

    @GetMapping(
            path = QueryApi.PROGRAMME + "/acties/{actie}/mogelijkheden",
            produces = "application/json")
    PossibilitiesShown possibilities(
            @PathVariable String programma, @PathVariable String actie, Asked question) {
        CutAsked asked = CutAsked.of(question);
        LocalDate given = question.query(DayAsked.class).ingangsdatum();
        LocalDate day = given == null ? question.today() : given;
        return cuts.answer(
                programma, asked, Set.of(VERSIONS), cut -> possibilities(actie, day, cut));
    }

    private PossibilitiesShown possibilities(String action, LocalDate day, Cut cut) {
        actions.requireNotRetracted(cut, action);
        refuseTooEarly(day, cut);
        Possibilities possibilities =
                Possibilities.of(
                        action,
                        day,
                        ActionTimeline.of(
                                journal.of(
                                        new ActionId(new ProgrammeId(cut.programme()), action),
                                        cut.knownUpTo())));
        return new PossibilitiesShown(
                action,
                day,
                possibilities.status() == null
                        ? null
                        : StatusCode.of(possibilities.status().name()),
                CutShown.of(cut),
                Stream.of(MoveCode.values())
                        .map(move -> PossibilityShown.of(move, possibilities))
                        .toList());
    }

    /** No command takes a day from long before the programme. */
    private void refuseTooEarly(LocalDate day, Cut cut) {
        cuts.contents(cut)
                .programme()
                .map(known -> LocalDate.of(known.firstYear() - YEARS_BEFORE, 1, 1))
                .filter(day::isBefore)
                .ifPresent(
                        first -> {
                            throw Problem.invalid(
                                    "ingangsdatum",
                                    Wording.EFFECTIVE_TOO_EARLY.text(
                                            DutchDates.format(day), DutchDates.format(first)));
                        });
    }
}
