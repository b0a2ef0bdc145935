package nl.peildatum.eventstore;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key that signs checkpoints, with its introduction: signed by itself and, but for the
 * first, by the key before it. In JSON it has the names of the interface, as it is handed out and
 * kept.
 *
 * @param fingerprint the SHA-256 over the public key's bytes, in lower-case hex
 * @param publicKey an X.509 SubjectPublicKeyInfo with an Ed25519 key, in Base64
 * @param since from when it signs, in microseconds
 * @param signature its own signature over {@link #introduction}, in Base64
 * @param previous the fingerprint of the key before it; null for the first
 * @param previousSignature the signature of the key before it over {@link #introduction}, in Base64
 */
@JsonPropertyOrder({"vorm", "vingerafdruk", "publiekeSleutel", "sinds", "handtekening", "vorige"})
public record CheckpointKey(
        @JsonProperty("vingerafdruk") String fingerprint,
        @JsonProperty("publiekeSleutel") String publicKey,
        @JsonIgnore Instant since,
        @JsonProperty("handtekening") String signature,
        @JsonProperty("vorige") @Nullable String previous,
        @JsonProperty("handtekeningVorige") @Nullable String previousSignature) {

    /** The name of the form that is signed. */
    public static final String FORM = "peildatum-sleutel/1";

    /** The name of its form. */
    @JsonProperty("vorm")
    public String form() {
        return FORM;
    }

    /** The five lines that introduce a key. */
    public static String introduction(
            String fingerprint, String publicKey, Instant since, @Nullable String previous) {
        return HashedText.lines(
                FORM,
                fingerprint,
                publicKey,
                HashedText.moment(since),
                previous == null ? "-" : previous);
    }

    /** The five lines that its signatures cover. */
    public String introduction() {
        return introduction(fingerprint, publicKey, since, previous);
    }

    /** From when it signs: RFC 3339 in UTC with microseconds, as in the signed text. */
    @JsonProperty("sinds")
    public String sinceText() {
        return HashedText.moment(since);
    }
}
