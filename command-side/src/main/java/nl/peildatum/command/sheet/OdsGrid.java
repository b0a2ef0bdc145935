package nl.peildatum.command.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A table in an OpenDocument spreadsheet: of all its sheets the one that names a column of actions.
 * Unpacks no more than a bounded number of bytes, whatever the archive claims.
 */
record OdsGrid(Grid grid, String readAs) {

    private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    static OdsGrid read(byte[] bytes, SheetFaults faults) {
        try {
            return chosen(OdsContent.tables(content(bytes)), faults);
        } catch (Refused refused) {
            faults.add(null, null, refused.kind);
        } catch (IOException | XMLStreamException broken) {
            faults.add(null, null, SheetFaultKind.ODS_BROKEN);
        }
        return none();
    }

    private static OdsGrid none() {
        return new OdsGrid(new Grid(), "");
    }

    private static OdsGrid chosen(List<OdsContent.Table> tables, SheetFaults faults) {
        List<OdsContent.Table> filled =
                tables.stream().filter(table -> !table.grid().empty()).toList();
        List<OdsContent.Table> naming =
                filled.stream().filter(table -> table.grid().namesActions()).toList();
        if (naming.size() > 1) {
            faults.add(null, null, SheetFaultKind.SHEET_UNCLEAR, names(naming));
            return none();
        }
        if (naming.isEmpty() && filled.size() > 1) {
            faults.add(null, null, SheetFaultKind.SHEET_UNKNOWN, names(filled));
            return none();
        }
        return Optional.of(naming.isEmpty() ? filled : naming)
                .filter(one -> !one.isEmpty())
                .map(List::getFirst)
                .map(
                        table -> {
                            faults.addAll(table.faults());
                            return new OdsGrid(
                                    table.grid(),
                                    SheetWords.of("READ_AS.ODS", SheetWords.quoted(table.name())));
                        })
                .orElseGet(OdsGrid::none);
    }

    private static String names(List<OdsContent.Table> tables) {
        return tables.stream()
                .limit(10)
                .map(table -> "‘" + SheetWords.quoted(table.name()) + "’")
                .collect(Collectors.joining(", "));
    }

    private static final class Refused extends Exception {

        private final SheetFaultKind kind;

        Refused(SheetFaultKind kind) {
            super(kind.name(), null, false, false);
            this.kind = kind;
        }
    }

    private static byte[] content(byte[] bytes) throws IOException, Refused {
        String type = null;
        byte[] content = null;
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = next(zip); entry != null; entry = zip.getNextEntry()) {
                byte[] unpacked = unpacked(zip, left);
                left -= unpacked.length;
                switch (entry.getName()) {
                    case "mimetype" ->
                            type = new String(unpacked, StandardCharsets.US_ASCII).strip();
                    case "content.xml" -> {
                        if (content != null) {
                            throw new Refused(SheetFaultKind.ODS_BROKEN);
                        }
                        content = unpacked;
                    }
                    default -> {}
                }
            }
        }
        if (!SPREADSHEET.equals(type)) {
            throw new Refused(SheetFaultKind.NOT_ODS);
        }
        if (content == null) {
            throw new Refused(SheetFaultKind.ODS_BROKEN);
        }
        return content;
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException, Refused {
        ZipEntry first = zip.getNextEntry();
        if (first == null) {
            throw new Refused(SheetFaultKind.NOT_ODS);
        }
        return first;
    }

    private static byte[] unpacked(InputStream entry, int atMost) throws IOException, Refused {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            if (unpacked.size() + read > atMost) {
                throw new Refused(SheetFaultKind.ODS_TOO_LARGE);
            }
            unpacked.write(buffer, 0, read);
        }
        return unpacked.toByteArray();
    }
}
