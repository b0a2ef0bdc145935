package nl.peildatum.query.api.overview;

import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.util.List;
import java.util.Set;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Today;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.Cuts;
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

    private final Cuts cuts;
    private final Today today;
    private final List<Offered> formats;

    OverviewAnswers(Cuts cuts, Today today, JsonMapper mapper) {
        this.cuts = cuts;
        this.today = today;
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

    /** The overview as it is read, and the frozen form of the same cut. */
    record Published(Overview overview, OverviewV1 form) {
        static Published of(Contents contents) {
            return new Published(Overviews.of(contents), ReportForms.of(contents));
        }
    }

    @GetMapping(QueryApi.PROGRAMME + "/monitoringsoverzicht")
    ResponseEntity<byte[]> overview(
            @PathVariable String programma,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Parameters parameters) {
        Offered format = Accepted.choose(accept, formats);
        CutAsked asked = CutAsked.from(parameters, today);
        parameters.done();
        Published published =
                cuts.answer(
                        programma,
                        asked,
                        Set.of(VERSIONS, JOURNAL),
                        cut -> Published.of(cuts.contents(cut)));
        Overview overview = published.overview();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(format.type())
                        .header(DIGEST, Digests.of(published.form()));
        if (!format.extension().isEmpty()) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(fileName(overview.cut(), format.extension()))
                            .build()
                            .toString());
        }
        return answer.body(
                switch (format) {
                    case OverviewFormat form -> form.write(overview);
                    case FrozenForm form -> form.write(published.form());
                });
    }

    private static String fileName(Cut cut, String extension) {
        return "monitoringsoverzicht-%s-%s.%s"
                .formatted(cut.programme(), cut.reportDate(), extension);
    }
}
