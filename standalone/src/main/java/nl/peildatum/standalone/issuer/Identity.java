package nl.peildatum.standalone.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.standalone.credentials.Credentials;

/**
 * Who the issuer is and whom it knows.
 *
 * @param address the {@code iss} of every token: the public address of the front door
 * @param keys the file with the signing key, made where it is not there
 * @param credentials the secrets, under the names of {@link #secrets()}
 */
public record Identity(URI address, Path keys, Credentials credentials) {

    /** The roles of the interface; each is a client and a person of that name. */
    public static final List<String> ROLES =
            List.of("lezer", "secretariaat", "auditor", "beheerder");

    /** The client through which a browser logs in. */
    public static final String PORTAL = "portal";

    /** The {@code aud} of every access token. */
    public static final String AUDIENCE = "peildatum";

    /** The claim with the roles of the subject. */
    public static final String ROLES_CLAIM = "roles";

    /** The claim with the name of who has the role. */
    public static final String NAME_CLAIM = "name";

    static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    /** Whether this is the name of a client or a person here. */
    static boolean knows(String name) {
        return ROLES.contains(name) || PORTAL.equals(name);
    }

    /** The names of all secrets that have to be there. */
    public static List<String> secrets() {
        return Stream.concat(
                        ROLES.stream().flatMap(r -> Stream.of(clientSecret(r), password(r))),
                        Stream.of(clientSecret(PORTAL)))
                .toList();
    }

    /** The role of a person or client. */
    static String role(String name) {
        return PORTAL.equals(name) ? ROLES.getFirst() : name;
    }

    /** What a person or client is called. */
    static String name(String role) {
        return Character.toUpperCase(role.charAt(0)) + role.substring(1) + " van deze Peildatum";
    }

    /** The name of a client's secret. */
    public static String clientSecret(String client) {
        return client + ".client-secret";
    }

    /** The name of a person's password. */
    public static String password(String person) {
        return person + ".password";
    }
}
