package nl.peildatum.portal.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import nl.peildatum.portal.words.TypedDate;
import org.jspecify.annotations.Nullable;

/** What somebody filled in. */
public final class Filled {

    private final HttpServletRequest request;

    Filled(HttpServletRequest request) {
        this.request = request;
    }

    /** Whether the form was sent, rather than asked for; a button elsewhere may ask for it. */
    boolean sent() {
        return request.getMethod().equals("POST") && request.getParameter(Recording.KEY) != null;
    }

    /** What stands in a field, to be shown again as it was typed. */
    public String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    /** The same, or something else where the form was not filled in yet. */
    public String text(String name, @Nullable String atFirst) {
        String value = request.getParameter(name);
        return value == null ? atFirst == null ? "" : atFirst : text(name);
    }

    /** What stands in a field, where anything does. */
    public @Nullable String given(String name) {
        String value = text(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** A date as the interface takes it, however it was typed. */
    public @Nullable String date(String name) {
        return TypedDate.iso(given(name));
    }

    /** All boxes of this name that are ticked. */
    public List<String> ticked(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }
}
