package nl.peildatum.query.api.line;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.api.Problem;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.PageLinks;
import nl.peildatum.query.timeline.LineTimeline;
import nl.peildatum.query.timeline.Subjects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The action lines of a programme: what they say on a cut. */
@RestController
class LineAnswers {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Cuts cuts;
    private final Journal journal;

    LineAnswers(Cuts cuts, Journal journal) {
        this.cuts = cuts;
        this.journal = journal;
    }

    /** The lines that are defined on the cut, in publication order. */
    record LineList(
            String programma,
            @JsonUnwrapped CutShown cut,
            List<LineContentShown> actielijnen,
            int totaal,
            int pagina,
            int paginagrootte) {}

    /** One line, and the cut it is told on. */
    record LineAlone(@JsonUnwrapped LineContentShown line, @JsonUnwrapped CutShown cut) {}

    @GetMapping(path = QueryApi.PROGRAMME + "/actielijnen", produces = "application/json")
    ResponseEntity<LineList> list(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        Paging paging = Paging.of(question);
        PageLinks links = new PageLinks(question);
        return cuts.restingOnTheCut(question)
                .answer(
                        programma,
                        asked,
                        Set.of(VERSIONS),
                        cut -> {
                            LineList list = list(cut, paging);
                            return links.pages(list, paging, list.totaal(), cut);
                        });
    }

    private LineList list(Cut cut, Paging paging) {
        Map<Integer, Long> touches = Subjects.touchingLines(recorded(cut, cut.knownUpTo()));
        List<LineContentShown> lines =
                cuts.contents(cut).lines().stream()
                        .map(
                                line ->
                                        LineContentShown.of(
                                                line, touches.getOrDefault(line.line(), 0L)))
                        .toList();
        return new LineList(
                cut.programme(),
                CutShown.of(cut),
                paging.of(lines),
                lines.size(),
                paging.page(),
                paging.size());
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/actielijnen/{nummer}", produces = "application/json")
    LineAlone one(@PathVariable String programma, @PathVariable String nummer, Asked question) {
        CutAsked asked = CutAsked.of(question);
        return cuts.restingOnTheCut(question)
                .answer(programma, asked, Set.of(VERSIONS), cut -> one(nummer, cut));
    }

    private LineAlone one(String shown, Cut cut) {
        int number = NUMBER.matcher(shown).matches() ? Integer.parseInt(shown) : 0;
        List<JournalEntry<Event>> all = recorded(cut, Long.MAX_VALUE);
        List<JournalEntry<Event>> known =
                all.stream().filter(entry -> entry.number() <= cut.knownUpTo()).toList();
        long touches = Subjects.touchingLines(known).getOrDefault(number, 0L);
        boolean retracted = touches > 0 && LineTimeline.of(number, known).latest() == null;
        if (retracted || !Subjects.touchingLines(all).containsKey(number)) {
            throw Problem.unknown(Wording.UNKNOWN_LINE.text(shown));
        }
        return new LineAlone(
                cuts.contents(cut).lines().stream()
                        .filter(line -> line.line() == number)
                        .findFirst()
                        .map(line -> LineContentShown.of(line, touches))
                        .orElseGet(() -> LineContentShown.undefined(number, touches)),
                CutShown.of(cut));
    }

    private List<JournalEntry<Event>> recorded(Cut cut, long upTo) {
        return journal.of(new ProgrammeId(cut.programme()), upTo);
    }
}
