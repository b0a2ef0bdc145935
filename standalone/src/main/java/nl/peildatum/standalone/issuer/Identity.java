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

    /**
     * A second person of the {@code secretariaat}, since what one proposes another has to confirm.
     */
    static final String COLLEAGUE = "collega";

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
        return persons().contains(name) || PORTAL.equals(name);
    }

    /** The names of all secrets that have to be there. */
    public static List<String> secrets() {
        return Stream.concat(
                        persons().stream().map(Identity::password),
                        Stream.concat(ROLES.stream(), Stream.of(PORTAL))
                                .map(Identity::clientSecret))
                .toList();
    }

    /** The names of who can log in. */
    static List<String> persons() {
        return Stream.concat(ROLES.stream(), Stream.of(COLLEAGUE)).toList();
    }

    /** The role of a person or a client. */
    static String role(String name) {
        return switch (name) {
            case COLLEAGUE -> "secretariaat";
            case PORTAL -> "lezer";
            default -> name;
        };
    }

    /** What a person or client is called. */
    static String name(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " van deze Peildatum";
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
