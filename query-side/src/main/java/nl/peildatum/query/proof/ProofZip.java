package nl.peildatum.query.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is written as it comes and ends with a manifest of its own files. */
final class ProofZip {

    /** The last file: {@code <sha256> <name>} per other file, as {@code sha256sum} reads it. */
    static final String MANIFEST = "MANIFEST.sha256";

    // The same proof is the same bytes, whenever it is asked for and wherever the server stands.
    private static final LocalDateTime NO_MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int BUFFER = 64 * 1024;

    private final ZipOutputStream zip;
    private final StringBuilder manifest = new StringBuilder();

    ProofZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** What writes a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void file(String name, Content content) throws IOException {
        MessageDigest digest = sha256();
        write(name, out -> content.writeTo(new DigestOutputStream(out, digest)));
        manifest.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** Ends with the manifest; what is underneath stays open. */
    void finish() throws IOException {
        byte[] lines = manifest.toString().getBytes(StandardCharsets.UTF_8);
        write(MANIFEST, out -> out.write(lines));
        zip.finish();
        zip.flush();
    }

    private void write(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_MOMENT);
        zip.putNextEntry(entry);
        BufferedOutputStream buffer = new BufferedOutputStream(zip, BUFFER);
        content.writeTo(buffer);
        buffer.flush();
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every JDK has SHA-256", never);
        }
    }
}
