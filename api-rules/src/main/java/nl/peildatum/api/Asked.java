package nl.peildatum.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.peildatum.contract.Fault;
import nl.peildatum.contract.InvalidInput;
import nl.peildatum.contract.Known;
import nl.peildatum.contract.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody asks: a request that is held against the document before anything of it is given,
 * and who sent it.
 */
public final class Asked {
    private final Operation.Request read;
    private final HttpServletRequest request;
    private final JsonMapper records;
    private final Known today;
    private final List<Fault> noted = new ArrayList<>();
    private boolean checked;

    Asked(Operation.Request read, HttpServletRequest request, JsonMapper records, Today today) {
        this.read = read;
        this.request = request;
        this.records = records;
        this.today = today::today;
    }

    /** Notes what is wrong with the address, to be told with all the rest. */
    public void note(String part, String message) {
        noted.add(new Fault(part, message));
    }

    /**
     * What the body says.
     *
     * @param known what the request is held against besides the document
     * @throws InvalidInput with all that is wrong with body and query together
     */
    public <T> T body(Class<T> type, Known known) {
        check(known);
        return records.treeToValue(read.body(), type);
    }

    /** What the body says, where nothing but the date has to be known. */
    public <T> T body(Class<T> type) {
        return body(type, today);
    }

    /**
     * A part of what the query says, or all of it.
     *
     * @throws InvalidInput with all that is wrong with it
     */
    public <T> T query(Class<T> type) {
        check(today);
        return records.readerFor(type)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(read.query());
    }

    /**
     * Whether it is asked what would happen ({@code proef=true}), and nothing more; means something
     * only once the query has been asked for, or the body.
     */
    public boolean trial() {
        return read.query().path("proef").asBoolean(false);
    }

    /**
     * That nothing is said besides the address.
     *
     * @throws InvalidInput where something is that the document does not allow
     */
    public void nothing() {
        check(today);
    }

    /** Once is enough: whoever knows more than the date reads the body first. */
    private void check(Known known) {
        if (checked) {
            return;
        }
        List<Fault> faults = new ArrayList<>(noted);
        faults.addAll(read.faults(known));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        checked = true;
    }

    /**
     * Says what the answer rests on, besides the address and the release that gives it: where all
     * of that is the same, so are the bytes. A caller who has that answer is told so, and it is not
     * computed. Asked for whatever there is ({@code *}) it is.
     *
     * @param parts each with a text of its own for each value
     * @throws RuntimeException where the caller has it; it becomes a 304
     */
    public void restsOn(Object... parts) {
        EntityTags.restsOn(request, parts);
    }

    /** Who asks. */
    public Caller caller() {
        return Caller.current();
    }

    /** The lines of a header; none where it is not there. */
    public List<String> header(String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** The address as it was sent, without its query. */
    public String address() {
        return request.getRequestURI();
    }

    /** The query as it was sent, still encoded; null where there is none. */
    public @Nullable String queryText() {
        return request.getQueryString();
    }

    /** The request itself. */
    public HttpServletRequest request() {
        return request;
    }

    /** The date it is in Europe/Amsterdam. */
    public LocalDate today() {
        return today.today();
    }
}
