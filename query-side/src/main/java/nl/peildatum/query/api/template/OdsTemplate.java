package nl.peildatum.query.api.template;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.template.Template.Cell;

/**
 * The template as an OpenDocument spreadsheet, with a second sheet that names the statuses. Texts
 * are text cells, so that none is a formula; the same template is the same bytes.
 */
final class OdsTemplate {

    private static final String MIMETYPE = "mimetype";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String ISO_DATE = "YYYY-MM-DD";
    private static final List<Integer> WIDTHS = List.of(20, 90, 20, 45, 25, 45, 28, 60, 120, 40);

    private OdsTemplate() {}

    static byte[] bytes(Template template) {
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(actions(template));
        book.appendSheet(statuses());
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            book.save(written);
            return reproducible(written.toByteArray());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static Sheet actions(Template template) {
        Sheet sheet = new Sheet("Acties", template.rows().size() + 1, Template.COLUMNS.size());
        for (int column = 0; column < Template.COLUMNS.size(); column++) {
            head(sheet.getRange(0, column), Template.COLUMNS.get(column));
            sheet.setColumnWidth(column, (double) WIDTHS.get(column));
        }
        Style date = new Style();
        date.setDataStyle(ISO_DATE);
        Style text = new Style();
        text.setWrap(true);
        for (int row = 0; row < template.rows().size(); row++) {
            List<Cell> cells = template.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                Range range = sheet.getRange(row + 1, column);
                switch (cells.get(column)) {
                    case Cell.Text(String words) -> {
                        range.setValue(words);
                        range.setStyle(text);
                    }
                    case Cell.Whole(int number) -> range.setValue(number);
                    case Cell.Date(var day) -> {
                        range.setValue(day);
                        range.setStyle(date);
                    }
                    case Cell.Empty() -> {}
                }
            }
        }
        return sheet;
    }

    private static Sheet statuses() {
        StatusCode[] codes = StatusCode.values();
        Sheet sheet = new Sheet("Statussen", codes.length + 1, 2);
        head(sheet.getRange(0, 0), "status");
        head(sheet.getRange(0, 1), "code");
        for (int row = 0; row < codes.length; row++) {
            sheet.getRange(row + 1, 0).setValue(codes[row].label());
            sheet.getRange(row + 1, 1).setValue(codes[row].name());
        }
        return sheet;
    }

    private static void head(Range cell, String name) {
        Style bold = new Style();
        bold.setBold(true);
        cell.setValue(name);
        cell.setStyle(bold);
    }

    /** Without the moment of writing, and the type first and unpacked as ODF 1.2 part 3 has it. */
    private static byte[] reproducible(byte[] written) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] type = entries.remove(MIMETYPE);
            if (type != null) {
                put(zip, stored(type), type);
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, new ZipEntry(entry.getKey()), entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static ZipEntry stored(byte[] type) {
        CRC32 crc = new CRC32();
        crc.update(type);
        ZipEntry entry = new ZipEntry(MIMETYPE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
