package nl.peildatum.query.api.overview;

import static nl.peildatum.query.api.cut.Projection.VERSIONS;

import java.util.List;
import java.util.Set;
import nl.peildatum.api.Parameters;
import nl.peildatum.api.Today;
import nl.peildatum.query.api.Reading;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.Cuts;
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
    private final Cuts cuts;
    private final Overviews overviews;
    private final Today today;
    private final List<OverviewFormat> formats;

    OverviewAnswers(Cuts cuts, Overviews overviews, Today today, JsonMapper mapper) {
        this.cuts = cuts;
        this.overviews = overviews;
        this.today = today;
        formats =
                List.of(
                        new OverviewJson(mapper),
                        new OverviewHtml(),
                        new OverviewMarkdown(),
                        new OverviewCsv(),
                        new OverviewOds(),
                        new OverviewPdf());
    }

    @GetMapping(Reading.PROGRAMME + "/monitoringsoverzicht")
    ResponseEntity<byte[]> overview(
            @PathVariable String programma,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Parameters parameters) {
        OverviewFormat format = Accepted.choose(accept, formats);
        CutAsked asked = CutAsked.from(parameters, today);
        parameters.done();
        Overview overview = cuts.answer(programma, asked, Set.of(VERSIONS), overviews::on);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(format.type());
        if (!format.extension().isEmpty()) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(fileName(overview.cut(), format.extension()))
                            .build()
                            .toString());
        }
        return answer.body(format.write(overview));
    }

    private static String fileName(Cut cut, String extension) {
        return "monitoringsoverzicht-%s-%s.%s"
                .formatted(cut.programme(), cut.reportDate(), extension);
    }
}
