package nl.peildatum.query.download;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An OpenDocument spreadsheet, of which the same one is the same bytes, and whose texts survive
 * being saved by the spreadsheet that opened it.
 */
public final class Ods {

    /** Stands unpacked and first, as ODF 1.2 part 3 has it. */
    private static final String TYPE = "mimetype";

    private static final String CONTENT = "content.xml";

    /** A cell with a text, as the library writes it. */
    private static final Pattern CELL =
            Pattern.compile(
                    "<table:table-cell([^>]*)><text:p>(.*?)</text:p></table:table-cell>",
                    Pattern.DOTALL);

    /** The day of a date, which the library shows in one digit where it can. */
    private static final String SHORT_DAY = "<number:day/>";

    private static final String LONG_DAY = "<number:day number:style=\"long\"/>";

    private static final String LINE_END = "<text:line-break/>";
    private static final String TAB = "<text:tab/>";
    private static final Pattern SPACES =
            Pattern.compile("<text:s(?: text:c=\"([0-9]+)\")?></text:s>");

    private Ods() {}

    /** The whole file. */
    public static byte[] bytes(SpreadSheet book) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream fixed = new ByteArrayOutputStream();
        ReproducibleZip zip = new ReproducibleZip(fixed);
        try {
            book.save(written);
            ZipInputStream files =
                    new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().equals(TYPE)) {
                    zip.unpacked(TYPE, files.readAllBytes());
                } else if (file.getName().equals(CONTENT)) {
                    byte[] content = kept(files.readAllBytes());
                    zip.file(CONTENT, out -> out.write(content));
                } else {
                    zip.file(file.getName(), files::transferTo);
                }
            }
            zip.finish();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return fixed.toByteArray();
    }

    /**
     * LibreOffice Calc leaves out line breaks and tabs inside a paragraph. It keeps paragraphs; and
     * of a cell that also has its text as a value, it takes that value, tabs and all. A date it
     * saves as CSV the way it is shown.
     */
    private static byte[] kept(byte[] content) {
        Matcher cells = CELL.matcher(new String(content, StandardCharsets.UTF_8));
        return cells.replaceAll(
                        cell -> Matcher.quoteReplacement(cell(cell.group(1), cell.group(2))))
                .replace(SHORT_DAY, LONG_DAY)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String attributes, String text) {
        String value =
                text.contains(TAB) ? " office:string-value=\"%s\"".formatted(value(text)) : "";
        return "<table:table-cell%s%s><text:p>%s</text:p></table:table-cell>"
                .formatted(attributes, value, text.replace(LINE_END, "</text:p><text:p>"));
    }

    private static String value(String text) {
        return SPACES.matcher(text)
                .replaceAll(
                        spaces ->
                                " "
                                        .repeat(
                                                spaces.group(1) == null
                                                        ? 1
                                                        : Integer.parseInt(spaces.group(1))))
                .replace(LINE_END, "&#10;")
                .replace(TAB, "&#9;")
                .replace("\"", "&quot;");
    }
}
