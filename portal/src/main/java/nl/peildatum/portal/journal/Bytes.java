package nl.peildatum.portal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry to the byte, as its proof has it.
 *
 * @param lines the thirteen lines of which the hash is made
 * @param hash what they give, reckoned here
 * @param fits whether that is the hash that was recorded
 * @param facts what was recorded, as it is stored
 * @param texts the free texts beside it, as they are stored; nothing where there are none
 */
public record Bytes(String lines, String hash, boolean fits, String facts, @Nullable String texts) {

    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    /** What the proof of one entry has. */
    record Proved(
            String vorm,
            String programma,
            long journaalnummer,
            String geregistreerdOp,
            String id,
            String onderwerpsoort,
            String onderwerp,
            long volgnummer,
            String gebeurtenis,
            String revisie,
            String feiten,
            @Nullable String teksten,
            @Nullable String verbintenis,
            String hash) {}

    /** Of the proof of one entry, as a zip. */
    static Bytes of(InputStream proof, Questions questions) throws IOException {
        JsonNode extent = null;
        JsonNode entry = null;
        try (ZipInputStream zip = new ZipInputStream(proof)) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                switch (file.getName()) {
                    case "bewijs.json" -> extent = questions.tree(zip.readAllBytes());
                    case "gebeurtenissen.jsonl" -> entry = questions.tree(zip.readAllBytes());
                    default -> {
                        // what goes with it
                    }
                }
            }
        }
        if (extent == null || entry == null) {
            throw NoAnswer.away();
        }
        return of(
                questions.read(entry, Proved.class),
                extent.path("hashVoor").asString(BEFORE_THE_FIRST));
    }

    private static Bytes of(Proved entry, String before) {
        byte[] facts = Base64.getDecoder().decode(entry.feiten());
        String lines =
                String.join(
                                "\n",
                                entry.vorm(),
                                entry.programma(),
                                String.valueOf(entry.journaalnummer()),
                                entry.geregistreerdOp(),
                                entry.id(),
                                entry.onderwerpsoort(),
                                entry.onderwerp(),
                                String.valueOf(entry.volgnummer()),
                                entry.gebeurtenis(),
                                entry.revisie(),
                                sha256(facts),
                                Objects.requireNonNullElse(entry.verbintenis(), "-"),
                                before)
                        + "\n";
        String hash = sha256(lines.getBytes(StandardCharsets.UTF_8));
        return new Bytes(
                lines,
                hash,
                hash.equals(entry.hash()),
                new String(facts, StandardCharsets.UTF_8),
                entry.teksten() == null
                        ? null
                        : new String(
                                Base64.getDecoder().decode(entry.teksten()),
                                StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every JDK has SHA-256", never);
        }
    }
}
