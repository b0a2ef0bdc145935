package nl.peildatum.query.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.peildatum.query.download.ReproducibleZip;

/** A zip that is written as it comes and ends with a manifest of its own files. */
final class ProofZip {

    /** The last file: {@code <sha256> <name>} per other file, as {@code sha256sum} reads it. */
    static final String MANIFEST = "MANIFEST.sha256";

    private final ReproducibleZip zip;
    private final StringBuilder manifest = new StringBuilder();

    ProofZip(OutputStream out) {
        zip = new ReproducibleZip(out);
    }

    void file(String name, ReproducibleZip.Content content) throws IOException {
        MessageDigest digest = sha256();
        zip.file(name, out -> content.writeTo(new DigestOutputStream(out, digest)));
        manifest.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** Ends with the manifest; what is underneath stays open. */
    void finish() throws IOException {
        byte[] lines = manifest.toString().getBytes(StandardCharsets.UTF_8);
        zip.file(MANIFEST, out -> out.write(lines));
        zip.finish();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every JDK has SHA-256", never);
        }
    }
}
