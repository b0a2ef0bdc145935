package nl.peildatum.query.api.overview;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.FSFont;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Measures each word once in a document: measuring is a fifth of the work, and most words come
 * back. What does not is a line of its own, and is not kept.
 */
final class KeptWidths extends PdfBoxTextRenderer {
    private static final int LONGEST_WORD = 40;

    private final IdentityHashMap<FSFont, Map<String, Integer>> widths = new IdentityHashMap<>();

    /** For the one document that this renderer is about to lay out. */
    static void in(PdfBoxRenderer renderer) {
        renderer.getSharedContext().setTextRenderer(new KeptWidths());
    }

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        if (text.length() > LONGEST_WORD) {
            return super.getWidth(context, font, text);
        }
        Map<String, Integer> ofFont = widths.computeIfAbsent(font, _ -> new HashMap<>());
        Integer kept = ofFont.get(text);
        if (kept == null) {
            kept = super.getWidth(context, font, text);
            ofFont.put(text, kept);
        }
        return kept;
    }
}
