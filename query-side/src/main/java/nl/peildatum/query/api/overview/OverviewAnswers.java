package nl.peildatum.query.api.overview;

import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.cut.ActShown;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.ProjectionName;
import nl.peildatum.query.api.overview.Renderings.Place;
import nl.peildatum.query.api.overview.Renderings.Rendering;
import nl.peildatum.query.api.report.ReportForms;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The monitoring overview of a programme on a cut, in the form the caller accepts. */
@RestController
class OverviewAnswers {
    private static final String DIGEST = "Digest-Overzicht";

    /** The act of which the overview knows half, also where the form has no place to tell it. */
    private static final String ACT = "Handeling";

    private static final Set<ProjectionName> PROJECTIONS = Set.of(VERSIONS, JOURNAL);

    private final Cuts cuts;
    private final Renderings renderings;
    private final List<Offered> formats;

    OverviewAnswers(Cuts cuts, Renderings renderings, JsonMapper mapper) {
        this.cuts = cuts;
        this.renderings = renderings;
        formats =
                List.of(
                        new OverviewJson(mapper),
                        new OverviewHtml(),
                        new OverviewMarkdown(),
                        new OverviewCsv(),
                        new OverviewOds(),
                        new OverviewPdf(),
                        new FrozenForm());
    }

    /** A form of the overview of a cut. */
    private record Published(Cut cut, Rendering rendering) {}

    @GetMapping(QueryApi.PROGRAMME + "/monitoringsoverzicht")
    ResponseEntity<byte[]> overview(
            @PathVariable String programma,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Asked question) {
        Offered format = Accepted.choose(accept, formats);
        CutAsked asked = CutAsked.of(question);
        Cuts known = cuts.restingOnTheCut(question, format.type());
        Published published =
                format.isCostly()
                        ? keptOrMade(known, programma, asked, format)
                        : made(known, programma, asked, format);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(format.type())
                        .header("Content-Security-Policy", format.policy())
                        .header(DIGEST, published.rendering().digest());
        if (!format.extension().isEmpty()) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(fileName(published.cut(), format.extension()))
                            .build()
                            .toString());
        }
        ActShown act = published.cut().actInPart();
        if (act != null) {
            answer.header(ACT, act.van() + "-" + act.totEnMet());
        }
        return answer.body(published.rendering().bytes());
    }

    private Published keptOrMade(Cuts known, String programme, CutAsked asked, Offered format) {
        return kept(known.through(renderings::beforehand), programme, asked, format)
                .orElseGet(
                        () -> renderings.turns().pass(() -> madeInTurn(programme, asked, format)));
    }

    /** Whoever was before may have made the same. */
    private Published madeInTurn(String programme, CutAsked asked, Offered format) {
        return kept(cuts, programme, asked, format)
                .orElseGet(() -> makeAndKeep(programme, asked, format));
    }

    private Optional<Published> kept(Cuts from, String programme, CutAsked asked, Offered format) {
        return from.answer(
                programme,
                asked,
                PROJECTIONS,
                cut ->
                        place(cut, format)
                                .flatMap(renderings::kept)
                                .map(kept -> new Published(cut, kept)));
    }

    /** What is read comes from one snapshot; made of it is the form when that is over. */
    private Published makeAndKeep(String programme, CutAsked asked, Offered format) {
        Read read =
                cuts.answer(
                        programme,
                        asked,
                        PROJECTIONS,
                        cut -> Read.of(cuts.contents(cut), place(cut, format)));
        Published made = written(read, format);
        read.place().ifPresent(place -> renderings.keep(place, made.rendering()));
        return made;
    }

    private Published made(Cuts known, String programme, CutAsked asked, Offered format) {
        return known.inTurn()
                .answer(
                        programme,
                        asked,
                        PROJECTIONS,
                        cut -> written(Read.of(cuts.contents(cut), Optional.empty()), format));
    }

    private static Published written(Read read, Offered format) {
        byte[] bytes =
                switch (format) {
                    case OverviewFormat form -> form.write(read.overview());
                    case FrozenForm form -> form.write(read.form());
                };
        return new Published(read.overview().cut(), new Rendering(bytes, Digests.of(read.form())));
    }

    /** The overview as it is read, the frozen form of the same cut, and where to keep its bytes. */
    private record Read(Overview overview, OverviewV1 form, Optional<Place> place) {
        static Read of(Contents contents, Optional<Place> place) {
            return new Read(Overviews.of(contents), ReportForms.of(contents), place);
        }
    }

    /** None while a text is being erased: the bytes would outlive it. */
    private Optional<Place> place(Cut cut, Offered format) {
        return cuts.erasures(cut, PROJECTIONS)
                .map(erasures -> new Place(cut, format.extension(), erasures));
    }

    private static String fileName(Cut cut, String extension) {
        return "monitoringsoverzicht-%s-%s.%s"
                .formatted(cut.programme(), cut.reportDate(), extension);
    }
}
