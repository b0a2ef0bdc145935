package nl.peildatum.query.api.signal;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeEvent.SignalAccepted;
import nl.peildatum.events.ProgrammeEvent.SignalDismissed;
import nl.peildatum.events.ProgrammeEvent.SignalJudged;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.action.Listed;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.PageLinks;
import nl.peildatum.query.api.known.ActionVersion;
import nl.peildatum.query.api.signal.SignalShown.JudgementShown;
import nl.peildatum.query.api.signal.SignalShown.SignalList;
import nl.peildatum.query.api.signal.SignalShown.Verdict;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The signals of a cut, in the order of the publication. They are folded from the journal itself,
 * since they rest on single entries, which the versions do not keep for every fact.
 */
@RestController
class SignalAnswers {
    private final Cuts cuts;
    private final Journal journal;

    SignalAnswers(Cuts cuts, Journal journal) {
        this.cuts = cuts.inTurn();
        this.journal = journal;
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/signalen", produces = "application/json")
    ResponseEntity<SignalList> signals(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        Paging paging = Paging.of(question);
        PageLinks links = new PageLinks(question);
        return cuts.answer(
                programma,
                asked,
                Set.of(VERSIONS),
                cut -> {
                    SignalList list = list(cut, paging);
                    return links.pages(list, paging, list.totaal(), cut);
                });
    }

    private SignalList list(Cut cut, Paging paging) {
        List<JournalEntry<Event>> entries =
                journal.between(new ProgrammeId(cut.programme()), 1, cut.knownUpTo());
        Map<String, JudgementShown> judgements = judgements(entries);
        List<Signal> signals =
                Signals.on(cut.reportDate(), entries).stream()
                        .sorted(inOrderOf(cuts.contents(cut)))
                        .toList();
        return new SignalList(
                cut.programme(),
                CutShown.of(cut),
                paging.of(signals).stream()
                        .map(signal -> SignalShown.of(signal, judgements.get(signal.key())))
                        .toList(),
                signals.size(),
                paging.page(),
                paging.size());
    }

    /** That of the publication, by the first action that a signal is about. */
    private static Comparator<Signal> inOrderOf(Contents contents) {
        Map<String, ActionVersion> there =
                contents.actions().stream()
                        .collect(Collectors.toMap(ActionVersion::action, Function.identity()));
        Comparator<Listed> order = Listed.inOrderOf(contents.lines());
        return Comparator.<Signal, Listed>comparing(
                        signal -> {
                            String first = signal.actions().getFirst();
                            return new Listed(first, there.get(first));
                        },
                        order)
                .thenComparing(Signal::kind);
    }

    /** For each signal that was judged the last judgement. */
    private static Map<String, JudgementShown> judgements(List<JournalEntry<Event>> entries) {
        Map<String, JudgementShown> judgements = new HashMap<>();
        for (JournalEntry<Event> entry : entries) {
            if (entry.event() instanceof SignalJudged judged) {
                judgements.put(
                        judged.signal(),
                        new JudgementShown(
                                switch (judged) {
                                    case SignalAccepted _ -> Verdict.GEACCEPTEERD;
                                    case SignalDismissed _ -> Verdict.AFGEWEZEN;
                                },
                                judged.reason(),
                                judged.basis().actor(),
                                entry.recordedAt(),
                                entry.number()));
            }
        }
        return judgements;
    }
}
