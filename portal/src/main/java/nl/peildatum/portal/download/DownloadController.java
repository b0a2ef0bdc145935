package nl.peildatum.portal.download;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Gives the overview by extension, since a browser cannot choose a form otherwise. */
@Controller
class DownloadController {

    private static final Map<String, String> FORMS =
            Map.of(
                    "pdf", "application/pdf",
                    "ods", "application/vnd.oasis.opendocument.spreadsheet",
                    "csv", "text/csv",
                    "md", "text/markdown",
                    "json", "application/json",
                    "html", "text/html");

    /** What the answer says of itself, and is passed on. */
    private static final List<String> PASSED =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.ETAG,
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.RETRY_AFTER,
                    // the page to read has its style inside, and says which
                    "Content-Security-Policy",
                    "Digest-Overzicht");

    private final Questions questions;

    DownloadController(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/programmas/{programma}/overzicht.{extension}")
    void give(
            Cut cut,
            @PathVariable String extension,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String known,
            HttpServletResponse response)
            throws IOException {
        give(cut, "/monitoringsoverzicht", cut.programme(), extension, known, response);
    }

    /** A sheet to fill in with what changed. */
    @GetMapping("/programmas/{programma}/sjabloon.{extension:csv|ods}")
    void sheet(Cut cut, @PathVariable String extension, HttpServletResponse response)
            throws IOException {
        String name = cut.programme() + "_sjabloon";
        give(cut, "/importen/sjabloon", name, extension, null, response);
    }

    private void give(
            Cut cut,
            String what,
            String name,
            String extension,
            @Nullable String known,
            HttpServletResponse response)
            throws IOException {
        String form = FORMS.get(extension);
        if (form == null) {
            response.sendError(ProblemKind.UNKNOWN.status());
            return;
        }
        // pinned first, so that the name says what is inside whatever is recorded meanwhile
        Known on = questions.ask(cut.data(""), Known.class);
        HttpResponse<InputStream> answer =
                questions.open(cut.pinned(on.peildatum(), on.bekendTot()).data(what), form, known);
        try (InputStream body = answer.body()) {
            response.setStatus(answer.statusCode());
            for (String passed : PASSED) {
                answer.headers()
                        .firstValue(passed)
                        .ifPresent(value -> response.setHeader(passed, value));
            }
            if (!extension.equals("html")) {
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + CsvFile.name(name, on, extension) + "\"");
            }
            body.transferTo(response.getOutputStream());
        }
    }
}
