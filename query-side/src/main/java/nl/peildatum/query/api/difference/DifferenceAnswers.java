package nl.peildatum.query.api.difference;

import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.difference.DifferenceShown.ArrivalShown;
import nl.peildatum.query.api.difference.DifferenceShown.MoveShown;
import nl.peildatum.query.api.difference.DifferenceShown.Side;
import nl.peildatum.query.api.difference.Finding.Corrected;
import nl.peildatum.query.api.difference.Finding.Joined;
import nl.peildatum.query.api.difference.Finding.Left;
import nl.peildatum.query.api.difference.Finding.Moved;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.query.api.known.LineVersions;
import nl.peildatum.query.api.known.ProgrammeVersion;
import nl.peildatum.query.cause.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The difference between two cuts. It goes forward in both times, since neither days nor knowledge
 * go back: an earlier {@code tot} is refused.
 */
@RestController
class DifferenceAnswers {
    private static final CutAsked.Names FROM =
            new CutAsked.Names("van", "bekendOpVan", "bekendTotVan");
    private static final CutAsked.Names TO =
            new CutAsked.Names("tot", "bekendOpTot", "bekendTotTot");

    private final Cuts cuts;
    private final ActionVersions actions;
    private final LineVersions lines;
    private final Journal journal;

    DifferenceAnswers(Cuts cuts, ActionVersions actions, LineVersions lines, Journal journal) {
        this.cuts = cuts.inTurn();
        this.actions = actions;
        this.lines = lines;
        this.journal = journal;
    }

    /** The two cuts, as the parameters say them. */
    record CutsAsked(
            @Nullable LocalDate van,
            @Nullable Instant bekendOpVan,
            @Nullable Long bekendTotVan,
            @Nullable LocalDate tot,
            @Nullable Instant bekendOpTot,
            @Nullable Long bekendTotTot,
            @Nullable Long minstensJournaal) {

        CutAsked earlier(LocalDate unlessAsked) {
            return new CutAsked(
                    van == null ? unlessAsked : van,
                    bekendOpVan,
                    bekendTotVan,
                    minstensJournaal,
                    FROM);
        }

        CutAsked later(LocalDate unlessAsked) {
            return new CutAsked(
                    tot == null ? unlessAsked : tot,
                    bekendOpTot,
                    bekendTotTot,
                    minstensJournaal,
                    TO);
        }
    }

    /**
     * The later cut is today with everything known unless asked otherwise; what is not asked of the
     * earlier one is as in the later. So without dates the answer is what was corrected, and
     * without knowledge what happened.
     */
    @GetMapping(path = QueryApi.PROGRAMME + "/verschillen", produces = "application/json")
    DifferenceShown differences(@PathVariable String programma, Asked question) {
        CutsAsked cutsAsked = question.query(CutsAsked.class);
        CutAsked to = cutsAsked.later(question.today());
        CutAsked asked = cutsAsked.earlier(to.reportDate());
        CutAsked from = asked.everythingKnown() ? to.on(asked.reportDate()) : asked;
        if (from.reportDate().isAfter(to.reportDate())) {
            throw Problem.invalid(
                    FROM.reportDate(), Wording.FROM_AFTER_TO.text(to.reportDate().toString()));
        }
        return cuts.answer(
                programma,
                List.of(from, to),
                Set.of(VERSIONS, JOURNAL),
                both -> {
                    Cut earlier = both.getFirst();
                    Cut later = both.getLast();
                    if (earlier.knownUpTo() > later.knownUpTo()) {
                        throw Problem.invalid(
                                asked.knownAt() == null ? FROM.knownUpTo() : FROM.knownAt(),
                                Wording.KNOWN_FROM_AFTER_TO.text(
                                        Long.toString(earlier.knownUpTo()),
                                        Long.toString(later.knownUpTo())));
                    }
                    return shown(earlier, later);
                });
    }

    private DifferenceShown shown(Cut from, Cut to) {
        Differences differences =
                Differences.between(
                        from,
                        to,
                        actions.between(
                                to.programme(),
                                from.reportDate(),
                                to.reportDate(),
                                0,
                                to.knownUpTo()),
                        new LineHistory(
                                lines.between(
                                        to.programme(),
                                        from.reportDate(),
                                        to.reportDate(),
                                        0,
                                        to.knownUpTo())));
        Causes all = known(to, differences.differing());
        List<Finding> findings = differences.findings(all);
        DifferenceSentences sentences =
                new DifferenceSentences(from.reportDate(), to.reportDate(), all);
        return new DifferenceShown(
                to.programme(),
                cuts.contents(to).programme().map(ProgrammeVersion::name).orElse(null),
                Side.of(from),
                Side.of(to),
                differences.tallies(),
                shown(Moved.class, findings, one -> MoveShown.of(one, sentences.of(one))),
                shown(Joined.class, findings, one -> ArrivalShown.of(one, sentences.of(one))),
                shown(Left.class, findings, one -> ArrivalShown.of(one, sentences.of(one))),
                shown(Corrected.class, findings, one -> MoveShown.of(one, sentences.of(one))));
    }

    private static <F extends Finding, S> List<S> shown(
            Class<F> kind, List<Finding> findings, Function<F, S> form) {
        return findings.stream().filter(kind::isInstance).map(kind::cast).map(form).toList();
    }

    private Causes known(Cut to, Set<String> actions) {
        ProgrammeId programme = new ProgrammeId(to.programme());
        return new Causes(
                programme,
                actions.isEmpty() ? List.of() : journal.of(programme, actions, to.knownUpTo()));
    }
}
