package nl.peildatum.query.api.trail;

import static nl.peildatum.query.api.cut.ProjectionName.AUDIT_TRAIL;
import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.PageLinks;
import nl.peildatum.query.api.cut.ProjectionName;
import nl.peildatum.query.api.people.Names;
import nl.peildatum.query.api.people.Register;
import nl.peildatum.query.api.trail.RowShown.InJournal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The journal of a programme, for auditors. */
@RestController
class JournalAnswers {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<ProjectionName> PROJECTIONS = Set.of(JOURNAL, AUDIT_TRAIL);

    private final Cuts cuts;
    private final TrailRows entries;
    private final Journal journal;
    private final Register people;

    JournalAnswers(Cuts cuts, TrailRows entries, Journal journal, Register people) {
        this.cuts = cuts;
        this.entries = entries;
        this.journal = journal;
        this.people = people;
    }

    /** Rows of the journal; {@code hoofd} is the last number of the cut. */
    record JournalPage(
            String programma, @JsonUnwrapped CutShown cut, List<InJournal> regels, long hoofd) {}

    /** One entry, and the cut it is told on. */
    record EntryAlone(@JsonUnwrapped InJournal entry, @JsonUnwrapped CutShown cut) {}

    @GetMapping(path = QueryApi.PROGRAMME + "/journaal", produces = "application/json")
    ResponseEntity<JournalPage> journal(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        Piece piece = Piece.of(question);
        PageLinks links = new PageLinks(question);
        return cuts.answer(
                programma,
                asked,
                PROJECTIONS,
                cut ->
                        links.onward(
                                new JournalPage(
                                        programma,
                                        CutShown.of(cut),
                                        rows(cut, piece.first(), piece.last()),
                                        cut.knownUpTo()),
                                "vanaf",
                                piece.last() + 1,
                                cut));
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/journaal/{nummer}", produces = "application/json")
    EntryAlone entry(@PathVariable String programma, @PathVariable String nummer, Asked question) {
        CutAsked asked = CutAsked.of(question);
        long number = NUMBER.matcher(nummer).matches() ? Long.parseLong(nummer) : 0;
        return cuts.answer(
                programma,
                asked.everythingKnown() ? asked.after(recorded(programma, nummer, number)) : asked,
                PROJECTIONS,
                cut -> entry(nummer, number, cut));
    }

    /** The number, where there is such an entry: it is waited for as if it were asked for. */
    private long recorded(String programme, String shown, long number) {
        if (!ProgrammeId.isValid(programme)) {
            return 0;
        }
        long head = journal.head(new ProgrammeId(programme)).number();
        if (head > 0 && (number == 0 || number > head)) {
            throw unknown(shown, head);
        }
        return head == 0 ? 0 : number;
    }

    private EntryAlone entry(String shown, long number, Cut cut) {
        List<InJournal> found = rows(cut, number, number);
        if (number == 0 || found.isEmpty()) {
            long head = journal.head(new ProgrammeId(cut.programme())).number();
            throw number > 0 && number <= head
                    ? Problem.unknown(
                            Wording.ENTRY_OUTSIDE_CUT.text(shown, Long.toString(cut.knownUpTo())))
                    : unknown(shown, head);
        }
        return new EntryAlone(found.getFirst(), CutShown.of(cut));
    }

    private static Problem unknown(String shown, long head) {
        return Problem.unknown(Wording.UNKNOWN_ENTRY.text(shown, Long.toString(head)));
    }

    private List<InJournal> rows(Cut cut, long first, long last) {
        List<Row> found =
                entries.between(
                        cut.programme(), first, Math.min(last, cut.knownUpTo()), cut.knownUpTo());
        Names names = people.names(found.stream().map(Row::actor).distinct().toList());
        Map<Long, Act> acts =
                journal.acts(
                        new ProgrammeId(cut.programme()), found.stream().map(Row::number).toList());
        return found.stream().map(row -> InJournal.of(row, acts.get(row.number()), names)).toList();
    }
}
