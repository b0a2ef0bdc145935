package nl.peildatum.api;

import java.util.Locale;
import java.util.Optional;

/** Who may do what; a role comes from the token and from nowhere else. */
public enum Role {
    LEZER,
    SECRETARIAAT,
    AUDITOR,
    BEHEERDER;

    /** The name in the token, and in the authority after {@code ROLE_}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofClaim(String value) {
        for (Role role : values()) {
            if (role.claim().equals(value)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
