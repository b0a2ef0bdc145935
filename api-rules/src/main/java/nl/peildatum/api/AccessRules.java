package nl.peildatum.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may reach which address of a side. The first rule that fits decides; what no rule names is
 * closed. A rule for GET holds for HEAD too.
 */
public final class AccessRules {
    /** How an address is guarded. */
    sealed interface Access {
        /** Anyone, logged in or not. */
        record Open() implements Access {}

        /** Anyone where {@code peildatum.openbaar} is true, else these roles. */
        record OpenIfOpenbaar(Set<Role> roles) implements Access {}

        /** These roles. */
        record Only(Set<Role> roles) implements Access {}

        /** It exists, but the other side answers it: here it is a 405. */
        record Elsewhere() implements Access {}
    }

    /** One rule; a null method means every method. */
    record Rule(@Nullable HttpMethod method, PathPattern path, Access access) {
        boolean fits(String asked) {
            return method == null
                    || method.matches(asked)
                    || (HttpMethod.GET.equals(method) && HttpMethod.HEAD.matches(asked));
        }
    }

    private final List<Rule> rules;

    private AccessRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** No rule yet: everything is closed. */
    public static AccessRules closed() {
        return new AccessRules(List.of());
    }

    /** Anyone may, logged in or not; a bad token is refused all the same. */
    public AccessRules open(@Nullable HttpMethod method, String path) {
        return and(method, path, new Access.Open());
    }

    /** Anyone may where {@code peildatum.openbaar=true}; otherwise only these roles. */
    public AccessRules openIfOpenbaar(@Nullable HttpMethod method, String path, Role... roles) {
        return and(method, path, new Access.OpenIfOpenbaar(set(roles)));
    }

    /** Only these roles may. */
    public AccessRules only(@Nullable HttpMethod method, String path, Role... roles) {
        return and(method, path, new Access.Only(set(roles)));
    }

    /** The other side answers this; asked here, it is a 405 that names it in {@code Allow}. */
    public AccessRules elsewhere(HttpMethod method, String path) {
        return and(method, path, new Access.Elsewhere());
    }

    /** These rules, and after them those. */
    public AccessRules then(AccessRules others) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(others.rules);
        return new AccessRules(all);
    }

    Optional<Access> of(String method, PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.fits(method) && rule.path().matches(path))
                .map(Rule::access)
                .findFirst();
    }

    /** The methods that exist at this address, here or on the other side. */
    Set<String> methods(PathContainer path) {
        Set<String> methods = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (rule.method() != null && rule.path().matches(path)) {
                methods.add(rule.method().name());
                if (HttpMethod.GET.equals(rule.method())) {
                    methods.add(HttpMethod.HEAD.name());
                }
            }
        }
        return methods;
    }

    private AccessRules and(@Nullable HttpMethod method, String path, Access access) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(method, PathPatternParser.defaultInstance.parse(path), access));
        return new AccessRules(more);
    }

    private static Set<Role> set(Role... roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        Collections.addAll(set, roles);
        return Collections.unmodifiableSet(set);
    }
}
