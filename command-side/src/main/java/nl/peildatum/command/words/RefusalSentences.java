package nl.peildatum.command.words;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.status.Move;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.reportform.EntryKind;

/** What a refusal says to people: plain Dutch that says what to do. */
public final class RefusalSentences {

    private RefusalSentences() {}

    /** The sentence of a refusal. */
    public static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown r -> Wordings.of("refusal.Unknown." + r.subject(), r.key());
            case Refusal.AlreadyExists r ->
                    Wordings.of("refusal.AlreadyExists." + r.subject(), r.key());
            case Refusal.InFuture r ->
                    Wordings.of(
                            "refusal.InFuture",
                            DutchDates.format(r.effectiveOn()),
                            DutchDates.format(r.today()));
            case Refusal.TooEarly r ->
                    Wordings.of(
                            "refusal.TooEarly",
                            DutchDates.format(r.effectiveOn()),
                            DutchDates.format(r.firstDay()));
            case Refusal.YearsOutside r ->
                    Wordings.of(
                            "refusal.YearsOutside",
                            r.years().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")),
                            String.valueOf(r.firstYear()),
                            String.valueOf(r.lastYear()));
            case Refusal.CompletedBefore r ->
                    Wordings.of(
                            "refusal.CompletedBefore",
                            DutchDates.format(r.completion()),
                            DutchDates.format(r.delayedOn()));
            case Refusal.LinkedTooEarly r ->
                    Wordings.of(
                            "refusal.LinkedTooEarly",
                            r.other(),
                            DutchDates.format(r.day()),
                            DutchDates.format(r.plannedOn()));
            case Refusal.ReasonForNothing r -> Wordings.of("refusal.ReasonForNothing", r.action());
            case Refusal.NotYetRecorded r ->
                    Wordings.of(
                            "refusal.NotYetRecorded." + r.subject(),
                            r.key(),
                            DutchDates.format(r.effectiveOn()),
                            DutchDates.format(r.firstOn()));
            case Refusal.IllegalMove r ->
                    Wordings.of(
                            "refusal.IllegalMove",
                            r.action(),
                            DutchDates.format(r.effectiveOn()),
                            Wordings.of("standing." + r.standing()),
                            Wordings.of("move." + r.move()),
                            allowed(r.allowed()));
            case Refusal.Contradicts r ->
                    Wordings.of(
                            r.number() == null
                                    ? "refusal.Contradicts.request"
                                    : "refusal.Contradicts",
                            r.action(),
                            String.valueOf(r.number()),
                            EntryKind.of(r.entry()),
                            DutchDates.format(r.effectiveOn()),
                            allowed(r.allowed()));
            case Refusal.AlreadyHasStatus r ->
                    Wordings.of(
                            "refusal.AlreadyHasStatus", r.action(), DutchDates.format(r.since()));
            case Refusal.NotDelayed r ->
                    Wordings.of(
                            "refusal.NotDelayed", r.action(), DutchDates.format(r.effectiveOn()));
            case Refusal.UnknownEntry r -> Wordings.of("refusal.UnknownEntry", r.number());
            case Refusal.Retracted r ->
                    Wordings.of(
                            r.entry() == r.by() ? "refusal.Retracted.itself" : "refusal.Retracted",
                            String.valueOf(r.entry()),
                            String.valueOf(r.by()));
            case Refusal.CorrectionUnfit r ->
                    Wordings.of(
                            Objects.equals(r.number(), r.entry())
                                    ? "refusal.CorrectionUnfit.itself"
                                    : "refusal.CorrectionUnfit",
                            String.valueOf(r.entry()),
                            String.valueOf(r.number()),
                            EntryKind.of(r.inTheWay()),
                            DutchDates.format(r.effectiveOn()));
            case Refusal.OtherKind r ->
                    Wordings.of(
                            "refusal.OtherKind", String.valueOf(r.entry()), EntryKind.of(r.now()));
            case Refusal.RestsOn r ->
                    Wordings.of(
                            "refusal.RestsOn",
                            String.valueOf(r.entry()),
                            String.valueOf(r.number()),
                            EntryKind.of(r.resting()));
            case Refusal.YearInUse r ->
                    Wordings.of(
                            "refusal.YearInUse",
                            r.action(),
                            String.valueOf(r.year()),
                            String.valueOf(r.number()));
            case Refusal.Stays r -> Wordings.of("refusal.Stays", String.valueOf(r.entry()));
            case Refusal.ReasonNeeded r ->
                    r.entry() == null
                            ? Wordings.of("input.reasonNeeded", StatusChanges.code(r.move()))
                            : Wordings.of("refusal.ReasonNeeded");
            case Refusal.NoText r -> Wordings.of("refusal.NoText", String.valueOf(r.entry()));
            case Refusal.AlreadyErased r ->
                    Wordings.of(
                            "refusal.AlreadyErased",
                            String.valueOf(r.entry()),
                            String.valueOf(r.by()));
            case Refusal.AnotherReport r ->
                    Wordings.of("refusal.AnotherReport", DutchDates.format(r.reportDate()));
            case Refusal.NothingProposed r ->
                    Wordings.of("refusal.NothingProposed", DutchDates.format(r.reportDate()));
            case Refusal.SameSubject r ->
                    Wordings.of("refusal.SameSubject", DutchDates.format(r.reportDate()));
            case Refusal.VersionPassed r ->
                    Wordings.of(
                            "refusal.VersionPassed",
                            String.valueOf(r.expected()),
                            String.valueOf(r.actual()));
        };
    }

    private static String allowed(Set<Move> moves) {
        if (moves.isEmpty()) {
            return Wordings.of("moves.none");
        }
        return Wordings.of(
                "moves.some",
                moves.stream().map(StatusChanges::code).collect(Collectors.joining(", ")));
    }
}
