package nl.peildatum.query.api.template;

import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.peildatum.api.Asked;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.action.Listed;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.known.ActionVersion;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The template to download: the actions that have a state on the cut, in publication order. */
@RestController
class TemplateAnswers {

    private static final String CSV = "text/csv";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private final Cuts cuts;

    TemplateAnswers(Cuts cuts) {
        this.cuts = cuts.inTurn();
    }

    private record Filled(Cut cut, Template template) {

        String fileName(String extension) {
            return "%s-%s-bekend-tot-%d.%s"
                    .formatted(cut.programme(), cut.reportDate(), cut.knownUpTo(), extension);
        }
    }

    @GetMapping(
            path = QueryApi.PROGRAMME + "/importen/sjabloon",
            produces = {CSV, ODS})
    ResponseEntity<byte[]> template(
            @PathVariable String programma, Asked question, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        CutAsked asked = CutAsked.of(question);
        boolean ods = prefersOds(request);
        Filled filled =
                cuts.answer(
                        programma,
                        asked,
                        Set.of(VERSIONS),
                        cut -> new Filled(cut, filled(cuts.contents(cut))));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(filled.fileName(ods ? "ods" : "csv"))
                                .build()
                                .toString())
                .contentType(
                        ods
                                ? MediaType.valueOf(ODS)
                                : new MediaType(MediaType.valueOf(CSV), StandardCharsets.UTF_8))
                .body(
                        ods
                                ? OdsTemplate.bytes(filled.template())
                                : CsvTemplate.bytes(filled.template()));
    }

    /** The better of the two for the caller; CSV where both are as good. */
    private static boolean prefersOds(HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        MediaType ods = MediaType.valueOf(ODS);
        MediaType csv = MediaType.valueOf(CSV);
        return new HeaderContentNegotiationStrategy()
                .resolveMediaTypes(new ServletWebRequest(request)).stream()
                        .filter(wanted -> wanted.includes(csv) || wanted.includes(ods))
                        .findFirst()
                        .filter(wanted -> !wanted.includes(csv))
                        .isPresent();
    }

    private static Template filled(Contents contents) {
        List<ActionVersion> held =
                contents.actions().stream()
                        .map(version -> new Listed(version.action(), version))
                        .sorted(Listed.inOrderOf(contents.lines()))
                        .map(listed -> Objects.requireNonNull(listed.version()))
                        .toList();
        Map<String, LocalDate> since =
                contents.statusSince(held.stream().map(ActionVersion::action).toList());
        LocalDate day = contents.cut().reportDate();
        List<List<Template.Cell>> rows = new ArrayList<>();
        for (ActionVersion action : held) {
            rows.add(Template.row(action, Objects.requireNonNull(since.get(action.action())), day));
        }
        return new Template(rows);
    }
}
