package nl.peildatum.api;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /**
     * The roles that the claims of a token give.
     *
     * @param path the name of a claim, or a dotted path through objects; its value is a list, or a
     *     text with spaces between
     */
    public static Set<Role> in(Map<String, Object> claims, String path) {
        List<String> given = words(claimed(claims, path));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : values()) {
            if (given.contains(role.claim())) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** The claim of this very name, or else the dotted path through objects. */
    private static @Nullable Object claimed(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        if (whole != null) {
            return whole;
        }
        int dot = path.indexOf('.');
        while (dot > 0) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                Object found = claimed(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
            dot = path.indexOf('.', dot + 1);
        }
        return null;
    }

    private static List<String> words(@Nullable Object value) {
        return switch (value) {
            case String text -> List.of(text.strip().split("\\s+", -1));
            case Collection<?> many ->
                    many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }
}
