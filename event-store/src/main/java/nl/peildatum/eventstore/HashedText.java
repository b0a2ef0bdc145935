package nl.peildatum.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** The lines under hashes and signatures: UTF-8, each ended by a line feed. */
final class HashedText {

    /** The hash before the first of a chain. */
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private HashedText() {}

    static String lines(Object... lines) {
        StringBuilder text = new StringBuilder();
        for (Object line : lines) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** RFC 3339 in UTC with microseconds, whatever they are. */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
