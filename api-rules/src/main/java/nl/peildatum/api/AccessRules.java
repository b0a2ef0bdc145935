package nl.peildatum.api;

import java.util.Set;
import nl.peildatum.contract.Contract;
import nl.peildatum.contract.Operation;

/**
 * Who may reach which address of a side: what the document says of it, and for the rest of its
 * addresses (how it runs) health for anyone and the others for the beheerder.
 *
 * @param methods what is answered here; what the document says of other methods is asked elsewhere
 */
public record AccessRules(Contract contract, Set<String> methods) {
    private static final String RUNNING = "/actuator";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    public AccessRules {
        methods = Set.copyOf(methods);
    }

    /** Who may ask something. */
    sealed interface Access {
        /** Anyone, logged in or not. */
        record Everybody() implements Access {}

        /** These roles; where reading is open to all, anyone. */
        record Roles(Set<String> roles, boolean open) implements Access {}

        /** Nobody: whoever is logged in is told what there is. */
        record Nobody(Set<String> methods) implements Access {}
    }

    /**
     * Who may ask this.
     *
     * @throws Problem 404 or 405, for anyone, where the document has no such address or method
     */
    Access of(String method, String address) {
        return contract.covers(address) ? covered(method, address) : running(method, address);
    }

    private Access covered(String method, String address) {
        Operation asked =
                contract.operation(method, address)
                        .filter(one -> methods.contains(one.method()))
                        .orElseThrow(() -> notThere(address));
        return asked.everybody()
                ? new Access.Everybody()
                : new Access.Roles(asked.roles(), asked.open());
    }

    private Problem notThere(String address) {
        Set<String> there = contract.methods(address);
        return there.isEmpty() ? Problem.unknown() : Problem.methodNotAllowed(there);
    }

    private static Access running(String method, String address) {
        boolean reading = READING.contains(method);
        if (reading && below(RUNNING + "/health", address)) {
            return new Access.Everybody();
        }
        if (!below(RUNNING, address)) {
            return new Access.Nobody(Set.of());
        }
        return reading || method.equals("POST")
                ? new Access.Roles(Set.of(Role.BEHEERDER.claim()), false)
                : new Access.Nobody(Set.of("GET", "HEAD", "POST"));
    }

    private static boolean below(String parent, String address) {
        return address.equals(parent) || address.startsWith(parent + "/");
    }
}
