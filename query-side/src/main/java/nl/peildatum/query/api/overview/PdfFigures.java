package nl.peildatum.query.api.overview;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.style.derived.BorderPropertySet;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Draws signs and figures in a PDF: as much of SVG as the templates of the look are made of. The
 * renderer knows no properties of SVG: a shape is filled with the background of its style, and its
 * line is the border.
 */
final class PdfFigures implements SVGDrawer {
    private static final Pattern OF_A_PATH =
            Pattern.compile("[A-Za-z]|-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)");
    private static final Pattern TRANSFORM =
            Pattern.compile("(translate|rotate)\\((-?[0-9.]+)(?: (-?[0-9.]+))?\\)");
    private static final Pattern REFERENCE = Pattern.compile("url\\(#([a-z-]+)\\)");
    private static final float[] DASHES = {4, 3};

    private final Map<String, Element> patterns = new HashMap<>();
    private final Map<String, Path2D> paths = new HashMap<>();

    /** For the figures of one page. */
    PdfFigures(Document page) {
        NodeList found = page.getElementsByTagName("pattern");
        for (int i = 0; i < found.getLength(); i++) {
            Element pattern = (Element) found.item(i);
            patterns.put(pattern.getAttribute("id"), pattern);
        }
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double width, double height, double dots) {
        NodeList titles = svg.getElementsByTagName("title");
        if (titles.getLength() > 0) {
            svg.setAttribute("alt", titles.item(0).getTextContent());
        }
        SharedContext styles = ((LayoutContext) context).getSharedContext();
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() {
                return (int) width;
            }

            @Override
            public int getIntrinsicHeight() {
                return (int) height;
            }

            @Override
            public void drawSVG(OutputDevice out, RenderingContext page, double x, double y) {
                AffineTransform place = AffineTransform.getTranslateInstance(x, y);
                double wide = width / dots;
                String[] view = svg.getAttribute("viewBox").split(" ", -1);
                if (view.length > 1) {
                    wide = Double.parseDouble(view[2]);
                }
                place.scale(width / wide, width / wide);
                new Pen(out, page, styles, dots).drawAll(svg, place, wide);
            }
        };
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fonts, SharedContext shared) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}

    /** What a path is written as; arcs and smooth curves are in none of ours. */
    static Path2D path(String written) {
        List<String> parts = OF_A_PATH.matcher(written).results().map(MatchResult::group).toList();
        Path2D.Double path = new Path2D.Double();
        Point2D.Double now = new Point2D.Double();
        char command = ' ';
        int at = 0;
        while (at < parts.size()) {
            if (Character.isLetter(parts.get(at).charAt(0))) {
                command = parts.get(at++).charAt(0);
            }
            boolean relative = Character.isLowerCase(command);
            double[] to = new double[6];
            int numbers =
                    switch (Character.toUpperCase(command)) {
                        case 'M', 'L' -> 2;
                        case 'H', 'V' -> 1;
                        case 'C' -> 6;
                        case 'Z' -> 0;
                        default -> throw new IllegalArgumentException(written);
                    };
            for (int i = 0; i < numbers; i++) {
                boolean across = i % 2 == 0 && command != 'v';
                to[i] =
                        Double.parseDouble(parts.get(at++))
                                + (!relative ? 0 : across ? now.x : now.y);
            }
            switch (Character.toUpperCase(command)) {
                case 'M' -> path.moveTo(to[0], to[1]);
                case 'L' -> path.lineTo(to[0], to[1]);
                case 'H' -> path.lineTo(to[0], now.y);
                case 'V' -> path.lineTo(now.x, to[0]);
                case 'C' -> path.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> path.closePath();
            }
            now.setLocation(path.getCurrentPoint());
        }
        return path;
    }

    /** Draws on a page. */
    private final class Pen {
        private final OutputDevice out;
        private final RenderingContext page;
        private final SharedContext styles;
        private final double dots;

        Pen(OutputDevice out, RenderingContext page, SharedContext styles, double dots) {
            this.out = out;
            this.page = page;
            this.styles = styles;
            this.dots = dots;
        }

        /** What is in an element; {@code width} is what a hundred percent of it stands for. */
        void drawAll(Element around, AffineTransform place, double width) {
            for (Node in = around.getFirstChild(); in != null; in = in.getNextSibling()) {
                if (in instanceof Element element) {
                    CalculatedStyle style = styles.getStyle(element);
                    if (!style.isIdent(CSSName.DISPLAY, IdentValue.NONE)) {
                        draw(element, style, place, width);
                    }
                }
            }
        }

        private void draw(
                Element element, CalculatedStyle style, AffineTransform place, double width) {
            switch (element.getNodeName()) {
                case "svg", "g" -> {
                    AffineTransform there = new AffineTransform(place);
                    there.translate(length(element, "x", width), length(element, "y", width));
                    there.concatenate(transform(element.getAttribute("transform")));
                    boolean own = element.hasAttribute("width");
                    drawAll(element, there, own ? length(element, "width", width) : width);
                }
                case "rect", "circle", "path" ->
                        paint(element, style, shape(element, width), place);
                case "text" -> write(element, style, place, width);
                default -> {}
            }
        }

        private Shape shape(Element element, double width) {
            return switch (element.getNodeName()) {
                case "path" -> paths.computeIfAbsent(element.getAttribute("d"), PdfFigures::path);
                case "circle" -> {
                    double r = length(element, "r", width);
                    yield new Ellipse2D.Double(
                            length(element, "cx", width) - r,
                            length(element, "cy", width) - r,
                            2 * r,
                            2 * r);
                }
                default -> {
                    double x = length(element, "x", width);
                    double round = 2 * length(element, "rx", width);
                    yield new RoundRectangle2D.Double(
                            x,
                            length(element, "y", width),
                            // what is as wide as all keeps within it on both sides
                            Math.min(length(element, "width", width), width - 2 * x),
                            length(element, "height", width),
                            round,
                            round);
                }
            };
        }

        private void paint(
                Element element, CalculatedStyle style, Shape shape, AffineTransform place) {
            Shape placed = place.createTransformedShape(shape);
            Element pattern = pattern(element);
            if (pattern == null) {
                fill(style, placed);
            } else {
                out.pushClip(placed);
                tile(pattern, shape.getBounds2D(), place);
                out.popClip();
            }
            BorderPropertySet line = style.getBorder(page);
            if (line.top() > 0) {
                double scale = Math.hypot(place.getScaleX(), place.getShearX()) / dots;
                out.setColor(line.topColor());
                out.setStroke(
                        new BasicStroke(
                                (float) (line.top() * scale),
                                BasicStroke.CAP_ROUND,
                                BasicStroke.JOIN_ROUND,
                                1,
                                line.topStyle() == IdentValue.DASHED ? dashes() : null,
                                0));
                out.draw(placed);
            }
        }

        private float[] dashes() {
            return new float[] {(float) (DASHES[0] * dots), (float) (DASHES[1] * dots)};
        }

        private void fill(CalculatedStyle style, Shape shape) {
            FSColor colour = style.getBackgroundColor();
            if (colour != null) {
                out.setColor(colour);
                out.fill(shape);
            }
        }

        private @Nullable Element pattern(Element element) {
            Matcher named = REFERENCE.matcher(element.getAttribute("fill"));
            return named.matches() ? patterns.get(named.group(1)) : null;
        }

        /** What goes on through all tiles is drawn in one piece, so that no seams show. */
        private void tile(Element pattern, Rectangle2D area, AffineTransform place) {
            AffineTransform turned = transform(pattern.getAttribute("patternTransform"));
            double wide = length(pattern, "width", 0);
            double high = length(pattern, "height", 0);
            Rectangle2D covered = inverse(turned).createTransformedShape(area).getBounds2D();
            double left = Math.floor(covered.getMinX() / wide) * wide;
            double top = Math.floor(covered.getMinY() / high) * high;
            AffineTransform there = new AffineTransform(place);
            there.concatenate(turned);
            for (Node in = pattern.getFirstChild(); in != null; in = in.getNextSibling()) {
                if (in instanceof Element element) {
                    Rectangle2D one = shape(element, wide).getBounds2D();
                    Path2D all = new Path2D.Double();
                    double right = one.getWidth() < wide ? covered.getMaxX() : left + 1;
                    double bottom = one.getHeight() < high ? covered.getMaxY() : top + 1;
                    for (double x = left; x < right; x += wide) {
                        for (double y = top; y < bottom; y += high) {
                            Rectangle2D piece =
                                    new Rectangle2D.Double(
                                            x + one.getX(),
                                            y + one.getY(),
                                            one.getWidth() < wide
                                                    ? one.getWidth()
                                                    : covered.getMaxX() - x,
                                            one.getHeight() < high
                                                    ? one.getHeight()
                                                    : covered.getMaxY() - y);
                            all.append(
                                    element.getNodeName().equals("circle")
                                            ? new Ellipse2D.Double(
                                                    piece.getX(),
                                                    piece.getY(),
                                                    piece.getWidth(),
                                                    piece.getHeight())
                                            : piece,
                                    false);
                        }
                    }
                    fill(styles.getStyle(element), there.createTransformedShape(all));
                }
            }
        }

        /** A number, in the middle of where it is to be. */
        private void write(
                Element element, CalculatedStyle style, AffineTransform place, double width) {
            String text = element.getTextContent();
            FSFont font = style.getFSFont(page);
            Point2D.Double at =
                    new Point2D.Double(length(element, "x", width), length(element, "y", width));
            place.transform(at, at);
            int wide = page.getTextRenderer().getWidth(page.getFontContext(), font, text);
            out.setFont(font);
            out.setColor(style.getColor());
            page.getTextRenderer().drawString(out, text, (float) (at.x - wide / 2.0), (float) at.y);
        }
    }

    private static double length(Element element, String name, double whole) {
        String written = element.getAttribute(name);
        return written.isEmpty()
                ? 0
                : written.endsWith("%")
                        ? Double.parseDouble(written.substring(0, written.length() - 1))
                                * whole
                                / 100
                        : Double.parseDouble(written);
    }

    private static AffineTransform transform(String written) {
        Matcher read = TRANSFORM.matcher(written);
        if (!read.matches()) {
            return new AffineTransform();
        }
        double first = Double.parseDouble(read.group(2));
        return read.group(1).toLowerCase(Locale.ROOT).equals("rotate")
                ? AffineTransform.getRotateInstance(Math.toRadians(first))
                : AffineTransform.getTranslateInstance(
                        first, Double.parseDouble(Objects.requireNonNull(read.group(3))));
    }

    private static AffineTransform inverse(AffineTransform turned) {
        try {
            return turned.createInverse();
        } catch (NoninvertibleTransformException never) {
            throw new IllegalStateException(never);
        }
    }
}
