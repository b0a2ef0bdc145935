package nl.peildatum.eventstore;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * A signed entry of a programme's journal: whoever holds one can tell that everything up to that
 * entry is as it was. In JSON it has the names of the interface, as it is handed out and kept.
 *
 * @param number the entry's journal number
 * @param hash the entry's hash, in lower-case hex
 * @param signedAt when it was signed, in microseconds
 * @param key the fingerprint of the key that signed it
 * @param signature the Ed25519 signature over the UTF-8 bytes of {@link #signedText}, in Base64
 */
@JsonPropertyOrder({"vorm", "programma", "journaalnummer", "hash", "ondertekendOp", "sleutel"})
public record Checkpoint(
        @JsonProperty("programma") String programme,
        @JsonProperty("journaalnummer") long number,
        String hash,
        @JsonIgnore Instant signedAt,
        @JsonProperty("sleutel") String key,
        @JsonProperty("handtekening") String signature) {

    /** The name of the form that is signed. */
    public static final String FORM = "peildatum-controlepunt/1";

    /** The name of its form. */
    @JsonProperty("vorm")
    public String form() {
        return FORM;
    }

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
    @JsonProperty("ondertekendOp")
    public String signedAtText() {
        return HashedText.moment(signedAt);
    }
}
