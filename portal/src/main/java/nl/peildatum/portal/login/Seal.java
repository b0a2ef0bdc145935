package nl.peildatum.portal.login;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a browser brings back from being read or made by anyone else (AES-256-GCM). Its key
 * comes from a secret that every node has (HKDF, RFC 5869), so that each opens what another sealed.
 */
final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    Seal(String secret) {
        try {
            key =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    "AES",
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                            .thenExpand(
                                                    "peildatum portal"
                                                            .getBytes(StandardCharsets.UTF_8),
                                                    32));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("Every JDK has it", never);
        }
    }

    /**
     * @param purpose what it is for; it opens for nothing else
     */
    String close(String purpose, byte[] content) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(content);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ByteBuffer.allocate(NONCE + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("Every JDK has it", never);
        }
    }

    /** What was sealed, or null where it is not of this seal, not for this, or not whole. */
    byte @Nullable [] open(String purpose, String text) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length < NONCE) {
                return null;
            }
            byte[] nonce = new byte[NONCE];
            System.arraycopy(all, 0, nonce, 0, NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(all, NONCE, all.length - NONCE);
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
