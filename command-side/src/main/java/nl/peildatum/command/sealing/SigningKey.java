package nl.peildatum.command.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import org.jspecify.annotations.Nullable;

/** An Ed25519 key (RFC 8032) that signs checkpoints. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** A new one. */
    static SigningKey generate() {
        return asked(
                () -> new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair()));
    }

    /**
     * The one in a text with two PEM blocks (RFC 7468), a private key and its public key.
     *
     * @throws IllegalArgumentException when the text holds no such pair
     */
    static SigningKey ofPem(String pem) {
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            SigningKey key =
                    new SigningKey(
                            new KeyPair(
                                    keys.generatePublic(new X509EncodedKeySpec(block(pem, PUBLIC))),
                                    keys.generatePrivate(
                                            new PKCS8EncodedKeySpec(block(pem, PRIVATE)))));
            if (!key.verifies("peildatum", key.sign("peildatum"))) {
                throw new IllegalArgumentException("private and public key are no pair");
            }
            return key;
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** Both keys as PEM blocks. */
    String pem() {
        return block(PRIVATE, pair.getPrivate().getEncoded())
                + block(PUBLIC, pair.getPublic().getEncoded());
    }

    /** The SHA-256 over the public key's bytes, in lower-case hex. */
    String fingerprint() {
        return asked(
                () ->
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(pair.getPublic().getEncoded())));
    }

    /** Signs an entry of a journal. */
    Checkpoint checkpoint(String programme, long number, String hash, Instant signedAt) {
        return new Checkpoint(
                programme,
                number,
                hash,
                signedAt,
                fingerprint(),
                sign(Checkpoint.signedText(programme, number, hash, signedAt, fingerprint())));
    }

    /** Introduces itself, with the signature of the key before it where there is one. */
    CheckpointKey introduced(Instant since, @Nullable SigningKey previous) {
        String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        String before = previous == null ? null : previous.fingerprint();
        String text = CheckpointKey.introduction(fingerprint(), publicKey, since, before);
        return new CheckpointKey(
                fingerprint(),
                publicKey,
                since,
                sign(text),
                before,
                previous == null ? null : previous.sign(text));
    }

    private String sign(String text) {
        return asked(
                () -> {
                    Signature signature = Signature.getInstance(ALGORITHM);
                    signature.initSign(pair.getPrivate());
                    signature.update(text.getBytes(StandardCharsets.UTF_8));
                    return Base64.getEncoder().encodeToString(signature.sign());
                });
    }

    private boolean verifies(String text, String signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(pair.getPublic());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(signed));
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, LINES.encodeToString(content));
    }

    private static byte[] block(String pem, String label) {
        Matcher block =
                Pattern.compile("-----BEGIN " + label + "-----([^-]+)-----END " + label + "-----")
                        .matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + label);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    @FunctionalInterface
    private interface Asking<T> {
        T of() throws GeneralSecurityException;
    }

    /** Every JDK has Ed25519 and SHA-256. */
    private static <T> T asked(Asking<T> asking) {
        try {
            return asking.of();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
