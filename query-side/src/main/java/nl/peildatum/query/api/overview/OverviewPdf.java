package nl.peildatum.query.api.overview;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import nl.peildatum.api.Today;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.overview.Overview.Line;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.http.MediaType;

/** The overview on A4, tagged for who cannot see it (PDF/UA-1), with its own fonts. */
final class OverviewPdf implements OverviewFormat {
    private static final float PDF_1_7 = 1.7f;
    private static final String MARGIN =
            "font-family: \"" + PdfFonts.FAMILY + "\"; font-size: 7.5pt; color: #333;";

    private final PdfFonts fonts = new PdfFonts();
    private final RightToLeft rightToLeft = new RightToLeft();
    private final String style = Resources.text("overzicht-pdf.css");

    OverviewPdf() {
        XRLog.setLoggingEnabled(false);
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_PDF;
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public boolean isCostly() {
        return true;
    }

    @Override
    public byte[] write(Overview overview) {
        String page = page(overview);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(document, page, written)) {
            KeptWidths.in(renderer);
            renderer.setListener(new Dated(moment(overview.cut()), page.hashCode()));
            renderer.createPDF();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return written.toByteArray();
    }

    private PdfBoxRenderer renderer(PDDocument document, String page, OutputStream written) {
        PdfRendererBuilder builder = new PdfRendererBuilder().usePDDocument(document);
        fonts.addTo(document, builder);
        rightToLeft.addTo(builder);
        return builder.usePdfVersion(PDF_1_7)
                .usePdfUaAccessibility(true)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withProducer("Peildatum")
                .withHtmlContent(page, null)
                .toStream(written)
                .buildPdfRenderer();
    }

    /** The document's moment is the one of its knowledge, never the one of asking. */
    private static Instant moment(Cut cut) {
        return cut.knownAt() == null
                ? cut.reportDate().atStartOfDay(Today.AMSTERDAM).toInstant()
                : cut.knownAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private String page(Overview overview) {
        String body = RightToLeft.told(fonts.showable(OverviewPage.body(overview)));
        return """
        <!DOCTYPE html>
        <html lang="nl">
        <head>
        <title>%s</title>
        <meta name="subject" content="%s"/>
        <bookmarks>
        %s</bookmarks>
        <style>
        %s%s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
                .formatted(
                        Markup.escaped(fonts.showable(OverviewPage.title(overview))),
                        Words.OVERVIEW.text(),
                        fonts.showable(bookmarks(overview)),
                        style,
                        margins(overview.cut()),
                        body);
    }

    private static String bookmarks(Overview overview) {
        Markup marks = new Markup();
        mark(marks, "legenda", Words.LEGEND.text());
        mark(marks, "totaal", Words.DASHBOARD.text());
        for (Line line : overview.lines()) {
            mark(marks, OverviewPage.anchor(line), OverviewPage.name(line));
        }
        return marks.toString();
    }

    private static void mark(Markup marks, String anchor, String name) {
        marks.raw(
                "<bookmark name=\""
                        + Markup.escaped(name.replace('\n', ' '))
                        + "\" href=\"#"
                        + anchor
                        + "\"/>");
    }

    /** What stands on every page. */
    private static String margins(Cut cut) {
        return """
        @page {
          @top-left { %1$s content: "%2$s: %3$s"; }
          @bottom-left { %1$s content: "%4$s: %5$s"; }
          @bottom-right { %1$s content: "%6$s " counter(page) " / " counter(pages); }
        }
        """
                .formatted(
                        MARGIN,
                        Words.REPORT_DATE.text(),
                        DutchDates.format(cut.reportDate()),
                        Words.KNOWN_UP_TO.text(),
                        KnownAt.inWords(cut),
                        Words.PAGE.text());
    }

    /** Gives the document its moment and its key, just before it is written. */
    private record Dated(Instant moment, long key) implements PDFCreationListener {
        @Override
        public void preOpen(PdfBoxRenderer renderer) {}

        @Override
        public void preWrite(PdfBoxRenderer renderer, int pages) {}

        @Override
        public void onClose(PdfBoxRenderer renderer) {
            PDDocument document = renderer.getPdfDocument();
            GregorianCalendar calendar = GregorianCalendar.from(moment.atZone(ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(calendar);
            document.getDocumentInformation().setModificationDate(calendar);
            document.setDocumentId(key);
            PDMetadata metadata = document.getDocumentCatalog().getMetadata();
            try {
                String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
                metadata.importXMPMetadata(
                        xmp.replaceAll("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*", "$1" + moment)
                                .getBytes(StandardCharsets.UTF_8));
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
        }
    }
}
