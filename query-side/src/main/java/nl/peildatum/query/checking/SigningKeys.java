package nl.peildatum.query.checking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.query.checking.Deviation.Kind;
import org.jspecify.annotations.Nullable;

/** The public keys there are, each held against its introduction, and what they really signed. */
final class SigningKeys {

    private static final int SHOWN = 16;

    private final Map<String, CheckpointKey> known = new HashMap<>();
    private final Map<String, PublicKey> readable = new HashMap<>();
    private final List<String> inOrder;
    private int newest = -1;

    /** Of keys in the order in which each took over from the one before it. */
    SigningKeys(List<CheckpointKey> keys, Deviations deviations) {
        inOrder = keys.stream().map(CheckpointKey::fingerprint).toList();
        for (CheckpointKey key : keys) {
            PublicKey read = read(key);
            known.put(key.fingerprint(), key);
            if (read != null) {
                readable.put(key.fingerprint(), read);
            }
            Sentence wrong = wrong(key, read);
            if (wrong != null) {
                deviations.addBesides(
                        Kind.SLEUTEL_ONGELDIG, null, wrong.text(shown(key.fingerprint())));
            }
        }
    }

    private @Nullable Sentence wrong(CheckpointKey key, @Nullable PublicKey read) {
        if (read == null) {
            return Sentence.KEY_UNREADABLE;
        }
        if (!fingerprint(key).equals(key.fingerprint())) {
            return Sentence.KEY_FINGERPRINT;
        }
        if (!signed(read, key.introduction(), key.signature())) {
            return Sentence.KEY_UNSIGNED;
        }
        PublicKey before = key.previous() == null ? null : readable.get(key.previous());
        boolean passedOn =
                key.previous() == null
                        || (before != null
                                && key.previousSignature() != null
                                && signed(before, key.introduction(), key.previousSignature()));
        return passedOn ? null : Sentence.KEY_NOT_PASSED_ON;
    }

    /**
     * Whether the checkpoint is signed by the key it names, and that was not replaced before; what
     * is wrong is told.
     *
     * @param checkpoint the next one, in journal order
     */
    boolean signed(Checkpoint checkpoint, Deviations deviations) {
        Sentence wrong = wrong(checkpoint);
        if (wrong != null) {
            deviations.addBesides(
                    Kind.CONTROLEPUNT_ONGELDIG,
                    checkpoint.number(),
                    wrong.text(checkpoint.number(), shown(checkpoint.key())));
            return false;
        }
        newest = inOrder.indexOf(checkpoint.key());
        return true;
    }

    private @Nullable Sentence wrong(Checkpoint checkpoint) {
        if (!known.containsKey(checkpoint.key())) {
            return Sentence.CHECKPOINT_UNKNOWN_KEY;
        }
        PublicKey key = readable.get(checkpoint.key());
        if (key == null || !signed(key, checkpoint.signedText(), checkpoint.signature())) {
            return Sentence.CHECKPOINT_UNSIGNED;
        }
        return inOrder.indexOf(checkpoint.key()) < newest ? Sentence.CHECKPOINT_REPLACED_KEY : null;
    }

    private static String shown(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHOWN, fingerprint.length())) + "…";
    }

    private static String fingerprint(CheckpointKey key) {
        return Link.sha256Of(Base64.getDecoder().decode(key.publicKey()));
    }

    private static @Nullable PublicKey read(CheckpointKey key) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
        } catch (GeneralSecurityException unreadable) {
            return null;
        }
    }

    private static boolean signed(PublicKey key, String text, String signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
