package nl.peildatum.query.download;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An OpenDocument spreadsheet, of which the same one is the same bytes. */
public final class Ods {

    /** Stands unpacked and first, as ODF 1.2 part 3 has it. */
    private static final String TYPE = "mimetype";

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
}
