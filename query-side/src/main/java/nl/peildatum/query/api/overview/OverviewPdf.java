package nl.peildatum.query.api.overview;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.peildatum.api.Today;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.look.Look;
import nl.peildatum.look.Theme;
import nl.peildatum.query.api.cut.Cut;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.springframework.http.MediaType;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The overview on A4, tagged for who cannot see it (PDF/UA-1), with its own fonts. */
final class OverviewPdf implements OverviewFormat {
    private static final float PDF_1_7 = 1.7f;
    private static final String NO_DECLARATIONS =
            "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String MARGIN =
            "font-family: \"" + PdfFonts.FAMILY + "\"; font-size: 7.5pt; color: #333;";

    private final PdfFonts fonts = new PdfFonts();
    private final RightToLeft rightToLeft = new RightToLeft();
    private final String style = Theme.onPaper(Resources.text("overzicht-pdf.css"));

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
        String written =
                fonts.showable(
                        new String(
                                Look.bytes(
                                        OverviewHtml.TEMPLATES.papier(
                                                OverviewPage.of(overview),
                                                style + margins(overview.cut()))),
                                StandardCharsets.UTF_8));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(document, page(written), pdf)) {
            KeptWidths.in(renderer);
            renderer.setListener(new Finished(moment(overview.cut()), written.hashCode()));
            renderer.createPDF();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return pdf.toByteArray();
    }

    private static Document page(String written) {
        DocumentBuilderFactory readers = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            // limits for what a page declares, which is nothing, that count every &lt; of a text
            readers.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
            readers.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
            readers.setFeature(NO_DECLARATIONS, true);
            Document page =
                    readers.newDocumentBuilder().parse(new InputSource(new StringReader(written)));
            RightToLeft.tell(page.getDocumentElement());
            return page;
        } catch (ParserConfigurationException | SAXException | IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private PdfBoxRenderer renderer(PDDocument document, Document page, OutputStream written) {
        PdfRendererBuilder builder = new PdfRendererBuilder().usePDDocument(document);
        fonts.addTo(document, builder);
        rightToLeft.addTo(builder);
        return builder.usePdfVersion(PDF_1_7)
                .usePdfUaAccessibility(true)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withProducer("Peildatum")
                .withW3cDocument(page, null)
                .useSVGDrawer(new PdfFigures(page))
                .toStream(written)
                .buildPdfRenderer();
    }

    /** The document's moment is the one of its knowledge, never the one of asking. */
    private static Instant moment(Cut cut) {
        return cut.knownAt() == null
                ? cut.reportDate().atStartOfDay(Today.AMSTERDAM).toInstant()
                : cut.knownAt().truncatedTo(ChronoUnit.SECONDS);
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

    /** What is left to do just before a document is written: its moment, its key and its tags. */
    private record Finished(Instant moment, long key) implements PDFCreationListener {
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
            tidy(document.getDocumentCatalog().getStructureTreeRoot());
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

        /**
         * A sign beside the word that it stands for says nothing, and is no figure; a link is read
         * as the words that it is made of.
         */
        private static void tidy(PDStructureNode around) {
            for (Object within : around.getKids()) {
                if (within instanceof PDStructureElement element) {
                    if ("".equals(element.getAlternateDescription())) {
                        element.getCOSObject().removeItem(COSName.ALT);
                        if (StandardStructureTypes.Figure.equals(element.getStructureType())) {
                            element.setStructureType(StandardStructureTypes.SPAN);
                            element.getCOSObject().removeItem(COSName.A);
                        }
                    }
                    tidy(element);
                }
            }
        }
    }
}
