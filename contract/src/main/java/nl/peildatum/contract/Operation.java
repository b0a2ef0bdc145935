package nl.peildatum.contract;

import com.networknt.schema.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One thing that can be asked: a method at an address, as the document describes it. */
public final class Operation {
    private final String id;
    private final String method;
    private final List<String> template;
    private final boolean everybody;
    private final boolean open;
    private final Set<String> roles;
    private final Set<String> unkeptFor;
    private final Optional<Retired> retired;
    private final List<String> takes;
    private final Set<String> headersOfOthers;
    private final JsonNode document;
    private final Map<String, QueryText.Parameter> parameters;
    private final Supplier<Schema> query;
    private final Optional<Supplier<Schema>> body;

    Operation(
            String id,
            String method,
            List<String> template,
            boolean everybody,
            boolean open,
            Set<String> roles,
            Set<String> unkeptFor,
            Optional<Retired> retired,
            List<String> takes,
            Set<String> headersOfOthers,
            JsonNode document,
            Map<String, QueryText.Parameter> parameters,
            Supplier<Schema> query,
            Optional<Supplier<Schema>> body) {
        this.id = id;
        this.method = method;
        this.template = List.copyOf(template);
        this.everybody = everybody;
        this.open = open;
        this.roles = Set.copyOf(roles);
        this.unkeptFor = Set.copyOf(unkeptFor);
        this.retired = retired;
        this.takes = List.copyOf(takes);
        this.headersOfOthers = Set.copyOf(headersOfOthers);
        this.document = document;
        this.parameters = Map.copyOf(parameters);
        this.query = query;
        this.body = body;
    }

    /** Its name in the document. */
    public String id() {
        return id;
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** The address, with what differs in braces. */
    public String address() {
        return "/" + String.join("/", template);
    }

    /** Whether anybody may ask, whatever is open. */
    public boolean everybody() {
        return everybody;
    }

    /** Whether anybody may ask where reading is open to all. */
    public boolean open() {
        return open;
    }

    /** The roles that may ask, as the token names them. */
    public Set<String> roles() {
        return roles;
    }

    /** The roles that are shown persons, so that what they are answered is kept nowhere. */
    public Set<String> unkeptFor() {
        return unkeptFor;
    }

    /**
     * Since when something is old.
     *
     * @param until the day from which it need no longer be there
     */
    public record Retired(LocalDate since, LocalDate until) {}

    /** Since when it is old, where it is. */
    public Optional<Retired> retired() {
        return retired;
    }

    /** The content types that are taken; none where there is no body. */
    public List<String> takes() {
        return takes;
    }

    /** The headers that ask something of other operations and nothing of this change. */
    public Set<String> headersOfOthers() {
        return headersOfOthers;
    }

    /** How well an address fits: -1 where it does not, else more for more parts as they stand. */
    int fits(String[] parts) {
        if (parts.length != template.size()) {
            return -1;
        }
        int literal = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean variable = isVariable(template.get(i));
            if (variable ? parts[i].isEmpty() : !template.get(i).equals(parts[i])) {
                return -1;
            }
            // what stands further to the front decides
            literal = literal * 2 + (variable ? 0 : 1);
        }
        return literal;
    }

    static boolean isVariable(String part) {
        return part.startsWith("{");
    }

    /**
     * What was sent, read by the document.
     *
     * @param query still encoded; null where there is none
     * @param body null where none is read
     * @throws InvalidInput when the body is not one JSON object
     */
    public Request read(@Nullable String query, byte @Nullable [] body) {
        StrictJson object = body == null ? StrictJson.empty() : StrictJson.of(body);
        return new Request(this, QueryText.of(query, parameters), object);
    }

    /** A request that was read, and not yet looked at. */
    public record Request(Operation operation, QueryText asked, StrictJson sent) {

        /** What was sent, with its texts tidied. */
        public ObjectNode body() {
            return sent.object();
        }

        /** What was asked in the address. */
        public ObjectNode query() {
            return asked.object();
        }

        /** Everything that is wrong, in body and query together. */
        public List<Fault> faults(Known known) {
            List<Fault> all = new ArrayList<>();
            operation.body.ifPresent(
                    schema -> all.addAll(operation.inBody(schema.get(), sent, known)));
            all.addAll(operation.inQuery(asked, known));
            return all;
        }
    }

    private Collection<Fault> inBody(Schema schema, StrictJson sent, Known known) {
        Faults faults = new Faults(document, false);
        faults.found(Contract.errors(schema, sent.object(), known));
        faults.readElsewhere(sent.faults());
        return faults.all();
    }

    private Collection<Fault> inQuery(QueryText asked, Known known) {
        Faults faults = new Faults(document, true);
        faults.read(asked.faults());
        faults.found(Contract.errors(query.get(), asked.object(), known));
        return faults.all();
    }

    @Override
    public String toString() {
        return method + " " + address();
    }
}
