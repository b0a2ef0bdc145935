package nl.peildatum.query.download;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that is written as it comes. The same files in the same order are the same bytes, whenever
 * they are asked for and wherever the server stands.
 */
public final class ReproducibleZip {

    /** The first moment that a zip can name. */
    private static final LocalDateTime NO_MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BUFFER = 64 * 1024;

    private final ZipOutputStream zip;

    public ReproducibleZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** What writes a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Adds a file. */
    public void file(String name, Content content) throws IOException {
        write(new ZipEntry(name), content);
    }

    /** Adds a file that stands in the archive as it is, for who looks without unpacking. */
    public void unpacked(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        write(entry, out -> out.write(content));
    }

    /** Ends the archive; what is underneath stays open. */
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private void write(ZipEntry entry, Content content) throws IOException {
        entry.setTimeLocal(NO_MOMENT);
        zip.putNextEntry(entry);
        BufferedOutputStream buffer = new BufferedOutputStream(zip, BUFFER);
        content.writeTo(buffer);
        buffer.flush();
        zip.closeEntry();
    }
}
