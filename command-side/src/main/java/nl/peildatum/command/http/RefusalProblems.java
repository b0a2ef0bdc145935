package nl.peildatum.command.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.peildatum.api.Problem;
import nl.peildatum.api.ProblemTranslation;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Ground;
import nl.peildatum.command.rules.Refused;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.words.RefusalSentences;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.Fault;
import nl.peildatum.eventstore.NoTexts;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What refusals mean over HTTP: the faults of the input at their fields, or else a problem. */
public final class RefusalProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case Refused refused -> Optional.of(problem(refused.refusals()));
            case NoTexts _ -> Optional.of(Problem.conflict(Wordings.of("refusal.NoTexts")));
            case ConcurrencyException _ ->
                    Optional.of(Problem.conflict(Wordings.of("refusal.Concurrent")));
            default -> Optional.empty();
        };
    }

    /**
     * What the rules refuse of an input, at its fields.
     *
     * @param within where those fields stand, such as {@code als.}
     */
    public static List<Fault> faults(List<Refusal> refusals, String within) {
        return refusals.stream()
                .filter(refusal -> refusal.ground() == Ground.INPUT)
                .map(refusal -> new Fault(within + field(refusal), RefusalSentences.of(refusal)))
                .toList();
    }

    private static Problem problem(List<Refusal> refusals) {
        List<Fault> faults = faults(refusals, "");
        return faults.isEmpty() ? problem(refusals.getFirst()) : Problem.invalid(faults);
    }

    private static String field(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InFuture _, Refusal.TooEarly _ -> "ingangsdatum";
            case Refusal.YearsOutside _ -> "uitvoeringsjaren";
            case Refusal.CompletedBefore _ -> "verwachteAfronding";
            case Refusal.LinkedTooEarly _ -> "verbanden";
            case Refusal.ReasonForNothing _ -> "redenNietOpgenomen";
            default -> "reden";
        };
    }

    private static Problem problem(Refusal refusal) {
        String sentence = RefusalSentences.of(refusal);
        return switch (refusal) {
            case Refusal.Unknown _, Refusal.UnknownEntry _ -> Problem.unknown(sentence);
            case Refusal.SameSubject _ -> Problem.forbidden(sentence);
            case Refusal.VersionPassed _ -> Problem.preconditionFailed(sentence);
            case Refusal.IllegalMove r -> Problem.conflict(sentence, more(null, r.allowed()));
            case Refusal.Contradicts r -> Problem.conflict(sentence, more(r.number(), r.allowed()));
            case Refusal.AlreadyHasStatus r -> Problem.conflict(sentence, more(r.number(), null));
            case Refusal.Retracted r -> Problem.conflict(sentence, more(r.by(), null));
            case Refusal.CorrectionUnfit r -> Problem.conflict(sentence, more(r.number(), null));
            case Refusal.YearInUse r -> Problem.conflict(sentence, more(r.number(), null));
            case Refusal.RestsOn r -> Problem.conflict(sentence, more(r.number(), null));
            case Refusal.AlreadyErased r -> Problem.conflict(sentence, more(r.by(), null));
            default -> Problem.conflict(sentence);
        };
    }

    private static Map<String, Object> more(@Nullable Long number, @Nullable Set<Move> allowed) {
        Map<String, Object> more = new LinkedHashMap<>();
        if (number != null) {
            more.put("journaalnummer", number);
        }
        if (allowed != null) {
            more.put("toegestaan", allowed.stream().map(StatusChanges::code).toList());
        }
        return more;
    }
}
