package nl.peildatum.eventstore;

import java.time.Instant;

/**
 * A signed entry of a programme's journal: whoever holds one can tell that everything up to that
 * entry is as it was.
 *
 * @param number the entry's journal number
 * @param hash the entry's hash, in lower-case hex
 * @param signedAt when it was signed, in microseconds
 * @param key the fingerprint of the key that signed it
 * @param signature the Ed25519 signature over the UTF-8 bytes of {@link #signedText}, in Base64
 */
public record Checkpoint(
        String programme,
        long number,
        String hash,
        Instant signedAt,
        String key,
        String signature) {

    /** The name of the form that is signed. */
    public static final String FORM = "peildatum-controlepunt/1";

    /** The six lines that are signed. */
    public static String signedText(
            String programme, long number, String hash, Instant signedAt, String key) {
        return HashedText.lines(FORM, programme, number, hash, HashedText.moment(signedAt), key);
    }

    /** The six lines that its signature covers. */
    public String signedText() {
        return signedText(programme, number, hash, signedAt, key);
    }

    /** When it was signed: RFC 3339 in UTC with microseconds, as in the signed text. */
    public String signedAtText() {
        return HashedText.moment(signedAt);
    }
}
