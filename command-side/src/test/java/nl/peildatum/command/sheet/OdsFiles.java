package nl.peildatum.command.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** OpenDocument spreadsheets, written by hand so that anything can be in them. */
public final class OdsFiles {

    private static final String MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private OdsFiles() {}

    /** With one sheet of these rows. */
    public static byte[] rows(String rows) {
        return tables(table("Acties", rows));
    }

    static String table(String name, String rows) {
        return "<table:table table:name=\"%s\"><table:table-column/>%s</table:table>"
                .formatted(name, rows);
    }

    static byte[] tables(String tables) {
        return content(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content %s><office:body><office:spreadsheet>%s</office:spreadsheet>
                </office:body></office:document-content>"""
                        .formatted(namespaces(), tables));
    }

    static String namespaces() {
        String base = "urn:oasis:names:tc:opendocument:xmlns:";
        return "xmlns:office=\"%soffice:1.0\" xmlns:table=\"%stable:1.0\" xmlns:text=\"%stext:1.0\" xmlns:draw=\"%sdrawing:1.0\""
                .formatted(base, base, base, base);
    }

    static byte[] content(String xml) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", MIMETYPE.getBytes(StandardCharsets.US_ASCII));
        entries.put("content.xml", xml.getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** A row of texts. */
    public static String row(String... texts) {
        StringBuilder row = new StringBuilder();
        for (String text : texts) {
            row.append(
                    text.startsWith("<")
                            ? text
                            : "<table:table-cell><text:p>%s</text:p></table:table-cell>"
                                    .formatted(text));
        }
        return "<table:table-row>" + row + "</table:table-row>";
    }

    /** A date cell as a spreadsheet writes it. */
    public static String date(String iso) {
        return "<table:table-cell office:value-type=\"date\" office:date-value=\"%s\"><text:p>ooit</text:p></table:table-cell>"
                .formatted(iso);
    }

    /** A number cell as a spreadsheet writes it. */
    public static String number(String value) {
        return "<table:table-cell office:value-type=\"float\" office:value=\"%s\"><text:p>%s,00</text:p></table:table-cell>"
                .formatted(value, value);
    }
}
