package nl.peildatum.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds who is let in where, as it runs, against what a document says of it. */
public final class AccessChecks {
    private static final String BASE = "/api/v1";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final List<String> ROLES =
            List.of("", "lezer", "secretariaat", "auditor", "beheerder");

    /** What the braces of an address stand for here. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "{programma}", "bestaat-niet",
                    "{actie}", "22",
                    "{nummer}", "1",
                    "{peildatum}", "2025-11-30",
                    "{signaal}", "vertraging-1-op-2",
                    "{subject}", "niemand");

    private AccessChecks() {}

    /** How an answer begins; {@code allow} is what its header of that name lists. */
    public record Heard(int status, Set<String> allow) {
        /** With the header as it came. */
        public static Heard of(int status, @Nullable String allow) {
            Set<String> methods = new TreeSet<>();
            if (allow != null) {
                methods.addAll(Arrays.asList(allow.split(",\\s*", -1)));
            }
            return new Heard(status, methods);
        }
    }

    /** Asks what nothing comes of, whoever may: there is a parameter that no operation has. */
    @FunctionalInterface
    public interface Asking {
        /**
         * What is answered.
         *
         * @param address with its query
         * @param role empty for nobody who is logged in
         */
        Heard ask(String method, String address, String role);
    }

    /**
     * Where somebody is let in or kept out, a method or an address is known or unknown, otherwise
     * than the document says.
     *
     * @param open whether reading is open to all
     * @param here the methods that are answered here; of others it is told where they are taken
     */
    public static Collection<String> otherwise(
            Contract contract, boolean open, Set<String> here, Asking asking) {
        Set<String> wrong = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            String address = BASE + filled(operation.address());
            for (String role : ROLES) {
                Heard heard = asking.ask(operation.method(), address + "?onbekend=1", role);
                if (here.contains(operation.method())
                        ? !isAsSaid(operation, open, role, heard.status())
                        : heard.status() != 405) {
                    wrong.add(operation + " for ‘" + role + "’: " + heard.status());
                }
            }
            Set<String> there = contract.methods(address);
            for (String method : METHODS) {
                if (!there.contains(method)) {
                    Heard heard = asking.ask(method, address + "?onbekend=1", "");
                    if (heard.status() != 405 || !heard.allow().containsAll(there)) {
                        wrong.add(method + " " + operation.address() + ": " + heard);
                    }
                }
            }
            Heard below = asking.ask("GET", address + "/bestaat-niet/hier", "");
            if (below.status() != 404) {
                wrong.add("below " + operation.address() + ": " + below);
            }
        }
        return wrong;
    }

    private static boolean isAsSaid(Operation operation, boolean open, String role, int status) {
        boolean letIn =
                operation.everybody()
                        || (open && operation.open())
                        || operation.roles().contains(role);
        return letIn
                ? Set.of(400, 404, 415).contains(status)
                : status == (role.isEmpty() ? 401 : 403);
    }

    private static String filled(String template) {
        List<String> parts = new ArrayList<>();
        for (String part : template.substring(1).split("/", -1)) {
            parts.add(PARTS.getOrDefault(part, part));
        }
        return "/" + String.join("/", parts);
    }
}
