package nl.peildatum.query.api.overview;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts a PDF brings along, and which characters they can show. */
final class PdfFonts {
    static final String FAMILY = "DejaVu Sans";

    private static final int NORMAL_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;

    private final byte[] normal = read("DejaVuSans.ttf");
    private final byte[] bold = read("DejaVuSans-Bold.ttf");
    private final CmapLookup inNormal = characters(normal);
    private final CmapLookup inBold = characters(bold);

    /** Brings the fonts into a document, to be written by the builder. */
    void addTo(PDDocument document, PdfRendererBuilder builder) {
        add(document, builder, normal, NORMAL_WEIGHT);
        add(document, builder, bold, BOLD_WEIGHT);
    }

    /**
     * Without ligatures: looking for them takes a third of the time, and hides words from search.
     */
    private static void add(
            PDDocument document, PdfRendererBuilder builder, byte[] bytes, int weight) {
        try {
            TrueTypeFont font = parsed(bytes);
            font.setEnableGsub(false);
            builder.useFont(
                    new PDFontSupplier(PDType0Font.load(document, font, true)),
                    FAMILY,
                    weight,
                    FontStyle.NORMAL,
                    true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The text with what the fonts can show: another character is named by its number, so that
     * nothing disappears unseen; marks without a shape of their own are left out.
     */
    String showable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '\n' || canShow(c)) {
                                shown.appendCodePoint(c);
                            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                                shown.append(' ');
                            } else if (!isWithoutShape(c)) {
                                shown.append("[U+%04X]".formatted(c));
                            }
                        });
        return shown.toString();
    }

    private boolean canShow(int c) {
        return !isWithoutShape(c)
                && !Character.isISOControl(c)
                && inNormal.getGlyphId(c) != 0
                && inBold.getGlyphId(c) != 0;
    }

    private static boolean isWithoutShape(int c) {
        return Character.getType(c) == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F);
    }

    private static byte[] read(String name) {
        try (InputStream font = Resources.stream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
            return font.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CmapLookup characters(byte[] font) {
        try (TrueTypeFont parsed = parsed(font)) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TrueTypeFont parsed(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }
}
