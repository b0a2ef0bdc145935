package nl.peildatum.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import nl.peildatum.api.secrets.PrivateFile;

/** The key that signs tokens, kept so that a token outlives a restart. */
final class SigningKey {

    private SigningKey() {}

    /** The key set in the file; a new one with one key where there is no file. */
    static JWKSet keptIn(Path file) throws IOException {
        try {
            if (Files.exists(file)) {
                PrivateFile.close(file);
                return JWKSet.parse(Files.readString(file));
            }
            RSAKey key =
                    new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate();
            JWKSet keys = new JWKSet(key);
            PrivateFile.write(file, keys.toString(false).getBytes(StandardCharsets.UTF_8));
            return keys;
        } catch (ParseException | JOSEException failure) {
            throw new IOException(file.toString(), failure);
        }
    }
}
