package nl.peildatum.portal.login;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people log in. Without an issuer nobody can, and pages show what is open to all.
 *
 * @param issuer who gives tokens, as its tokens name it and browsers reach it
 * @param intern where the portal itself reaches it, when that is another address
 * @param adres what people type to come here; the issuer sends them back to it
 * @param clientId what the issuer knows the portal by
 * @param clientSecret what only both know; sessions are sealed by it as well
 */
@ConfigurationProperties("peildatum.inloggen")
public record LoginSettings(
        @Nullable URI issuer,
        @Nullable URI intern,
        @Nullable URI adres,
        @DefaultValue("portal") String clientId,
        @Nullable String clientSecret) {

    /** Whether people can log in. */
    public boolean possible() {
        return issuer != null;
    }

    /** Another origin than this one that a form may lead to, if there is one. */
    public @Nullable String otherOrigin() {
        if (issuer == null || origin(issuer).equals(origin(home()))) {
            return null;
        }
        return origin(issuer);
    }

    URI home() {
        return Objects.requireNonNull(adres, "peildatum.inloggen.adres");
    }

    URI itsIssuer() {
        return Objects.requireNonNull(issuer, "peildatum.inloggen.issuer");
    }

    String secret() {
        return Objects.requireNonNull(clientSecret, "peildatum.inloggen.client-secret");
    }

    static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
