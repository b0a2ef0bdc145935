package nl.peildatum.command.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peildatum.api.DutchDates;
import nl.peildatum.api.Problem;
import nl.peildatum.api.ProblemTranslation;
import nl.peildatum.command.Refusal;
import nl.peildatum.command.Refused;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.status.Move;
import nl.peildatum.eventstore.NoTexts;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What a refusal means to a caller: a problem in plain Dutch that says what to do. */
public final class Refusals implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case Refused refused -> Optional.of(problem(refused.refusal()));
            case NoTexts _ -> Optional.of(Problem.conflict(Wordings.of("refusal.NoTexts")));
            case ConcurrencyException _ ->
                    Optional.of(Problem.conflict(Wordings.of("refusal.Concurrent")));
            default -> Optional.empty();
        };
    }

    /** The sentence of a refusal. */
    public static String sentence(Refusal refusal) {
        return problem(refusal).detail();
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown r ->
                    Problem.unknown(Wordings.of("refusal.Unknown." + r.subject(), r.key()));
            case Refusal.AlreadyExists r ->
                    Problem.conflict(Wordings.of("refusal.AlreadyExists." + r.subject(), r.key()));
            case Refusal.InFuture r ->
                    Problem.invalid("ingangsdatum", inFuture(r.effectiveOn(), r.today()));
            case Refusal.NotYetRecorded r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.NotYetRecorded." + r.subject(),
                                    r.key(),
                                    DutchDates.format(r.effectiveOn()),
                                    DutchDates.format(r.firstOn())));
            case Refusal.IllegalMove r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.IllegalMove",
                                    r.action(),
                                    DutchDates.format(r.effectiveOn()),
                                    Wordings.of("standing." + r.standing()),
                                    Wordings.of("move." + r.move()),
                                    allowed(r.allowed())),
                            more(null, r.allowed()));
            case Refusal.Contradicts r ->
                    Problem.conflict(
                            Wordings.of(
                                    r.number() == null
                                            ? "refusal.Contradicts.request"
                                            : "refusal.Contradicts",
                                    r.action(),
                                    String.valueOf(r.number()),
                                    Codes.of(r.entry()),
                                    DutchDates.format(r.effectiveOn()),
                                    allowed(r.allowed())),
                            more(r.number(), r.allowed()));
            case Refusal.AlreadyHasStatus r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.AlreadyHasStatus",
                                    r.action(),
                                    DutchDates.format(r.since())),
                            more(r.number(), null));
            case Refusal.NotDelayed r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.NotDelayed",
                                    r.action(),
                                    DutchDates.format(r.effectiveOn())));
            case Refusal.UnknownEntry r ->
                    Problem.unknown(Wordings.of("refusal.UnknownEntry", r.number()));
            case Refusal.Retracted r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.Retracted",
                                    String.valueOf(r.entry()),
                                    String.valueOf(r.by())),
                            more(r.by(), null));
            case Refusal.CorrectionUnfit r ->
                    Problem.conflict(
                            Wordings.of(
                                    Objects.equals(r.number(), r.entry())
                                            ? "refusal.CorrectionUnfit.itself"
                                            : "refusal.CorrectionUnfit",
                                    String.valueOf(r.entry()),
                                    String.valueOf(r.number()),
                                    Codes.of(r.inTheWay()),
                                    DutchDates.format(r.effectiveOn())),
                            more(r.number(), null));
            case Refusal.OtherKind r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.OtherKind",
                                    String.valueOf(r.entry()),
                                    Codes.of(r.now())));
            case Refusal.RestsOn r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.RestsOn",
                                    String.valueOf(r.entry()),
                                    String.valueOf(r.number()),
                                    Codes.of(r.resting())),
                            more(r.number(), null));
            case Refusal.Stays r ->
                    Problem.conflict(Wordings.of("refusal.Stays", String.valueOf(r.entry())));
            case Refusal.ReasonNeeded _ ->
                    Problem.invalid("als.reden", Wordings.of("refusal.ReasonNeeded"));
            case Refusal.NoText r ->
                    Problem.conflict(Wordings.of("refusal.NoText", String.valueOf(r.entry())));
            case Refusal.AlreadyErased r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.AlreadyErased",
                                    String.valueOf(r.entry()),
                                    String.valueOf(r.by())),
                            more(r.by(), null));
            case Refusal.AnotherReport r ->
                    Problem.invalid(
                            "reden",
                            Wordings.of(
                                    "refusal.AnotherReport", DutchDates.format(r.reportDate())));
            case Refusal.NothingProposed r ->
                    Problem.conflict(
                            Wordings.of(
                                    "refusal.NothingProposed", DutchDates.format(r.reportDate())));
            case Refusal.SameSubject r ->
                    Problem.forbidden(
                            Wordings.of("refusal.SameSubject", DutchDates.format(r.reportDate())));
            case Refusal.VersionPassed r ->
                    Problem.preconditionFailed(
                            Wordings.of(
                                    "refusal.VersionPassed",
                                    String.valueOf(r.expected()),
                                    String.valueOf(r.actual())));
        };
    }

    static String inFuture(LocalDate effectiveOn, LocalDate today) {
        return Wordings.of(
                "refusal.InFuture", DutchDates.format(effectiveOn), DutchDates.format(today));
    }

    private static String allowed(Set<Move> moves) {
        if (moves.isEmpty()) {
            return Wordings.of("moves.none");
        }
        return Wordings.of(
                "moves.some",
                moves.stream().map(StatusChanges::code).collect(Collectors.joining(", ")));
    }

    private static Map<String, Object> more(@Nullable Long number, @Nullable Set<Move> allowed) {
        Map<String, Object> more = new LinkedHashMap<>();
        if (number != null) {
            more.put("journaalnummer", number);
        }
        if (allowed != null) {
            List<String> codes = new ArrayList<>();
            allowed.forEach(move -> codes.add(StatusChanges.code(move)));
            more.put("toegestaan", codes);
        }
        return more;
    }
}
