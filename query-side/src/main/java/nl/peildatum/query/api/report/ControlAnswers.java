package nl.peildatum.query.api.report;

import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Holds the overview of a cut against a plain fold over the events, for an auditor. */
@RestController
class ControlAnswers {

    private final Cuts cuts;
    private final Reproduction reproduction;

    ControlAnswers(Cuts cuts, Reproduction reproduction) {
        this.cuts = cuts.inTurn();
        this.reproduction = reproduction;
    }

    /** Whether both ways say the same, and if not where they differ. */
    record Controlled(
            String programma,
            @JsonUnwrapped CutShown cut,
            boolean inOrde,
            String digestProjectie,
            String digestHerberekening,
            List<BothWays.Disagreement> afwijkingen) {}

    @GetMapping(
            path = QueryApi.PROGRAMME + "/monitoringsoverzicht/controle",
            produces = "application/json")
    Controlled control(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        return cuts.answer(programma, asked, Set.of(VERSIONS, JOURNAL), this::controlled);
    }

    private Controlled controlled(Cut cut) {
        BothWays both = reproduction.bothWays(cut);
        return new Controlled(
                cut.programme(),
                CutShown.of(cut),
                both.agree(),
                both.projected(),
                both.folded(),
                both.deviations());
    }
}
