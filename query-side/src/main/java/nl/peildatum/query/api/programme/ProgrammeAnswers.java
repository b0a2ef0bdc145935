package nl.peildatum.query.api.programme;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.timeline.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The programmes there are. */
@RestController
class ProgrammeAnswers {
    private final Cuts cuts;
    private final Journal journal;

    ProgrammeAnswers(Cuts cuts, Journal journal) {
        this.cuts = cuts;
        this.journal = journal;
    }

    /**
     * A list of programmes, each on its own cut.
     *
     * @param bekendOp when the latest entry was recorded that this answer knows
     */
    record ProgrammeList(
            LocalDate peildatum,
            @Nullable Instant bekendOp,
            List<ProgrammeShown> programmas,
            int totaal,
            int pagina,
            int paginagrootte) {}

    @GetMapping(path = "/api/v1/programmas", produces = "application/json")
    ProgrammeList list(Asked question) {
        CutAsked asked = CutAsked.of(question);
        Paging paging = Paging.of(question);
        return cuts.answerAll(asked, Set.of(VERSIONS), known -> list(known, asked, paging));
    }

    private ProgrammeList list(List<Cut> known, CutAsked asked, Paging paging) {
        List<Cut> there = known.stream().filter(cut -> cut.knownUpTo() > 0).toList();
        return new ProgrammeList(
                asked.reportDate(),
                there.stream()
                        .map(Cut::knownAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                paging.of(there).stream().map(this::shown).toList(),
                there.size(),
                paging.page(),
                paging.size());
    }

    @GetMapping(path = QueryApi.PROGRAMME, produces = "application/json")
    ProgrammeShown one(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        return cuts.answer(programma, asked, Set.of(VERSIONS), this::shown);
    }

    private ProgrammeShown shown(Cut cut) {
        return cuts.contents(cut)
                .programme()
                .map(version -> ProgrammeShown.of(version, touches(cut), cut))
                .orElseGet(() -> ProgrammeShown.unknown(cut));
    }

    private long touches(Cut cut) {
        return Subjects.touchingItself(
                journal.of(new ProgrammeId(cut.programme()), cut.knownUpTo()));
    }
}
