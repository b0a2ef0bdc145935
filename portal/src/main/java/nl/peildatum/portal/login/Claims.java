package nl.peildatum.portal.login;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;

/**
 * What a token says. It came from the issuer over a connection of our own, so nobody else can have
 * made it; and nothing rests on it but which links are shown: the sides verify it.
 */
final class Claims {

    private Claims() {}

    static Map<String, Object> of(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().toJSONObject();
        } catch (ParseException opaque) {
            return Map.of();
        }
    }
}
