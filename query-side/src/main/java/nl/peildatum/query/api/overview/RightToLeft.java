package nl.peildatum.query.api.overview;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Sets what is written from right to left as it is read (Unicode's bidirectional algorithm, as the
 * JDK has it), and Arabic letters in the form that goes with their neighbours.
 */
final class RightToLeft {
    private static final String MIRRORED = "()[]{}<>«»‹›≤≥";
    private static final Pattern SHAPED =
            Pattern.compile("ARABIC (LETTER|LIGATURE LAM WITH ALEF) ");
    private static final int FIRST_FORM = 0xFB50;
    private static final int LAST_FORM = 0xFEFC;

    private final Map<String, Map<Form, String>> forms = new HashMap<>();

    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    RightToLeft() {
        for (int c = FIRST_FORM; c <= LAST_FORM; c++) {
            String name = Objects.requireNonNullElse(Character.getName(c), "");
            for (Form form : Form.values()) {
                if (SHAPED.matcher(name).lookingAt() && name.endsWith(" " + form + " FORM")) {
                    String shaped = Character.toString(c);
                    forms.computeIfAbsent(
                                    Normalizer.normalize(shaped, Normalizer.Form.NFKC),
                                    _ -> new HashMap<>())
                            .put(form, shaped);
                }
            }
        }
    }

    void addTo(PdfRendererBuilder builder) {
        builder.useUnicodeBidiSplitter(Stretches::new).useUnicodeBidiReorderer(new Visual());
    }

    /**
     * Gives what is in an element the direction that is to be found out: the renderer takes a
     * list's item of which it is to find it out for one from right to left.
     */
    static void tell(Element element) {
        if (element.getAttribute("dir").equals("auto")) {
            if (baseIsLeftToRight(element.getTextContent())) {
                element.removeAttribute("dir");
            } else {
                element.setAttribute("dir", "rtl");
            }
        }
        for (Node in = element.getFirstChild(); in != null; in = in.getNextSibling()) {
            if (in instanceof Element within) {
                tell(within);
            }
        }
    }

    private static boolean baseIsLeftToRight(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /**
     * The stretches of a paragraph that the renderer sets beside one another from left to right:
     * one where the paragraph goes from right to left, else what goes from left to right and what
     * does not in turn. The order inside a stretch is for {@link Visual}, line by line.
     */
    private static final class Stretches implements BidiSplitter {
        private List<BidiTextRun> stretches = List.of();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            Bidi bidi =
                    new Bidi(
                            paragraph,
                            switch (direction) {
                                case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
                                case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
                                default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
                            });
            List<BidiTextRun> found = new ArrayList<>();
            int start = 0;
            for (int run = 1; run <= bidi.getRunCount(); run++) {
                boolean leftToRight = bidi.getRunLevel(run - 1) == 0;
                boolean goesOn =
                        run < bidi.getRunCount() && (bidi.getRunLevel(run) == 0) == leftToRight;
                if (!goesOn) {
                    int limit = bidi.getRunLimit(run - 1);
                    found.add(new BidiTextRun(start, limit - start, leftToRight ? LTR : RTL));
                    start = limit;
                }
            }
            stretches = found;
        }

        @Override
        public int countTextRuns() {
            return stretches.size();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            return stretches.get(run);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return baseIsLeftToRight(paragraph) ? LTR : RTL;
        }
    }

    /** A stretch as it is drawn, from left to right. */
    private final class Visual implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String text) {
            Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
            int runs = bidi.getRunCount();
            byte[] levels = new byte[runs];
            String[] drawn = new String[runs];
            for (int run = 0; run < runs; run++) {
                levels[run] = (byte) bidi.getRunLevel(run);
                String part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
                drawn[run] = levels[run] % 2 == 0 ? part : reversed(part);
            }
            Bidi.reorderVisually(levels, 0, drawn, 0, runs);
            return String.join("", drawn);
        }

        /** A mark stays behind what it stands on. */
        private String reversed(String text) {
            StringBuilder drawn = new StringBuilder(text.length());
            int end = text.length();
            while (end > 0) {
                int begin = text.offsetByCodePoints(end, -1);
                while (begin > 0 && isMark(text.codePointAt(begin))) {
                    begin = text.offsetByCodePoints(begin, -1);
                }
                text.substring(begin, end)
                        .codePoints()
                        .map(this::mirrored)
                        .forEach(drawn::appendCodePoint);
                end = begin;
            }
            return drawn.toString();
        }

        private int mirrored(int c) {
            int at = MIRRORED.indexOf(c);
            return at < 0 ? c : MIRRORED.charAt(at ^ 1);
        }

        @Override
        public String shapeText(String text) {
            return shaped(text);
        }

        @Override
        public String deshapeText(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Each letter in its form: which depends on whether its neighbours reach out to it. */
    String shaped(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        boolean reachedOutTo = false;
        int at = 0;
        while (at < text.length()) {
            String letter = letterAt(text, at);
            at += letter.length();
            Map<Form, String> own = forms.get(letter);
            if (own == null) {
                shaped.append(letter);
                reachedOutTo = reachedOutTo && isMark(letter.codePointAt(0));
                continue;
            }
            boolean joinsBefore = reachedOutTo && own.containsKey(Form.FINAL);
            boolean joinsAfter = own.containsKey(Form.INITIAL) && joins(text, at);
            Form form =
                    joinsBefore
                            ? joinsAfter ? Form.MEDIAL : Form.FINAL
                            : joinsAfter ? Form.INITIAL : Form.ISOLATED;
            shaped.append(own.getOrDefault(form, letter));
            reachedOutTo = joinsAfter;
        }
        return shaped.toString();
    }

    /** A letter, or the two that are written as one. */
    private String letterAt(String text, int at) {
        int next = text.offsetByCodePoints(at, 1);
        if (next < text.length()) {
            String two = text.substring(at, text.offsetByCodePoints(next, 1));
            if (forms.containsKey(two)) {
                return two;
            }
        }
        return text.substring(at, next);
    }

    /** Whether the next letter can be reached from the one before it. */
    private boolean joins(String text, int at) {
        int next = at;
        while (next < text.length() && isMark(text.codePointAt(next))) {
            next = text.offsetByCodePoints(next, 1);
        }
        return next < text.length()
                && forms.getOrDefault(letterAt(text, next), Map.of()).containsKey(Form.FINAL);
    }
}
