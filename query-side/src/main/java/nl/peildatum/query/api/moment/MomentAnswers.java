package nl.peildatum.query.api.moment;

import static nl.peildatum.query.api.cut.ProjectionName.REPORTS;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.known.ProgrammeVersion;
import nl.peildatum.query.api.moment.ChangedDays.Fixed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The days that stand out, for a choice of report dates. */
@RestController
class MomentAnswers {
    private final Cuts cuts;
    private final ChangedDays days;

    MomentAnswers(Cuts cuts, ChangedDays days) {
        this.cuts = cuts;
        this.days = days;
    }

    /**
     * The days, in order, before the report date and after it: it hides none of them.
     *
     * @param naam what the programme is called on the cut
     * @param rapportages for which a report was fixed
     * @param veranderingen on which something changed
     * @param vaststellingen the newest fixed report of each of those days
     */
    record MomentsShown(
            String programma,
            @Nullable String naam,
            List<String> uitgevers,
            @JsonUnwrapped CutShown cut,
            List<LocalDate> rapportages,
            List<LocalDate> veranderingen,
            List<Fixed> vaststellingen) {}

    @GetMapping(path = QueryApi.PROGRAMME + "/momenten", produces = "application/json")
    MomentsShown moments(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        return cuts.restingOnTheCut(question)
                .answer(programma, asked, Set.of(VERSIONS, REPORTS), this::moments);
    }

    private MomentsShown moments(Cut cut) {
        Optional<ProgrammeVersion> programme = cuts.contents(cut).programme();
        List<Fixed> fixed = days.fixed(cut.programme(), cut.knownUpTo());
        return new MomentsShown(
                cut.programme(),
                programme.map(ProgrammeVersion::name).orElse(null),
                programme.map(ProgrammeVersion::publishers).orElse(List.of()),
                CutShown.of(cut),
                fixed.stream().map(Fixed::peildatum).toList(),
                days.changed(cut.programme(), cut.knownUpTo()),
                fixed);
    }
}
