package nl.peildatum.query.api.trail;

import static nl.peildatum.api.Role.AUDITOR;
import static nl.peildatum.api.Role.SECRETARIAAT;
import static nl.peildatum.query.api.cut.ProjectionName.AUDIT_TRAIL;
import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.api.Problem;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.KnownActions;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.PageLinks;
import nl.peildatum.query.api.people.Names;
import nl.peildatum.query.api.people.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail of an action: everything ever recorded about it, whatever the report date. */
@RestController
class HistoryAnswers {
    private final Cuts cuts;
    private final KnownActions actions;
    private final TrailRows entries;
    private final Journal journal;
    private final Register people;

    HistoryAnswers(
            Cuts cuts, KnownActions actions, TrailRows entries, Journal journal, Register people) {
        this.cuts = cuts;
        this.actions = actions;
        this.entries = entries;
        this.journal = journal;
        this.people = people;
    }

    /** The trail; whole, unless a piece or a page of it is asked for. */
    record Trail(
            String actie,
            @Nullable String titel,
            @JsonUnwrapped CutShown cut,
            List<RowShown> regels,
            int totaal) {}

    @GetMapping(
            path = QueryApi.PROGRAMME + "/acties/{actie}/historie",
            produces = "application/json")
    ResponseEntity<Trail> history(
            @PathVariable String programma, @PathVariable String actie, Asked question) {
        CutAsked asked = CutAsked.of(question);
        Paging page = Paging.ifAsked(question);
        Piece piece = Piece.ifAsked(question);
        if (page != null && piece != null) {
            throw Problem.invalid("pagina", Wording.BOTH_KNOWN.text("vanaf", "pagina"));
        }
        boolean withActor = question.caller().is(SECRETARIAAT, AUDITOR);
        PageLinks links = new PageLinks(question);
        return cuts.answer(
                programma,
                asked,
                Set.of(JOURNAL, AUDIT_TRAIL, VERSIONS),
                cut -> {
                    actions.require(programma, actie);
                    if (piece != null) {
                        return piece(actie, cut, piece, withActor, links);
                    }
                    List<Row> all = rows(actie, cut, 1, Limit.unlimited());
                    Paging paging = page == null ? new Paging(1, Integer.MAX_VALUE) : page;
                    return links.pages(
                            trail(actie, cut, paging.of(all), all.size(), withActor),
                            paging,
                            all.size(),
                            cut);
                });
    }

    private ResponseEntity<Trail> piece(
            String action, Cut cut, Piece piece, boolean withActor, PageLinks links) {
        List<Row> rows = rows(action, cut, piece.first(), Limit.of(piece.count() + 1));
        boolean more = rows.size() > piece.count();
        int total = entries.countAbout(cut.programme(), action, cut.knownUpTo());
        return links.onward(
                trail(action, cut, more ? rows.subList(0, piece.count()) : rows, total, withActor),
                "vanaf",
                more ? rows.getLast().number() : Long.MAX_VALUE,
                cut);
    }

    private List<Row> rows(String action, Cut cut, long first, Limit limit) {
        return entries.about(
                cut.programme(), action, first, cut.knownUpTo(), cut.knownUpTo(), limit);
    }

    private Trail trail(String action, Cut cut, List<Row> rows, int total, boolean withActor) {
        Names names =
                withActor ? people.names(rows.stream().map(Row::actor).distinct().toList()) : null;
        Map<Long, Act> acts =
                journal.acts(
                        new ProgrammeId(cut.programme()), rows.stream().map(Row::number).toList());
        return new Trail(
                action,
                actions.title(cut.programme(), action, cut.reportDate(), cut.knownUpTo()),
                CutShown.of(cut),
                rows.stream().map(row -> RowShown.of(row, acts.get(row.number()), names)).toList(),
                total);
    }
}
