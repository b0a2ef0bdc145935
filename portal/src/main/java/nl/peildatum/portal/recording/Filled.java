package nl.peildatum.portal.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.peildatum.portal.words.TypedDate;
import org.jspecify.annotations.Nullable;

/** What somebody filled in. */
public final class Filled {

    private final HttpServletRequest request;

    public Filled(HttpServletRequest request) {
        this.request = request;
    }

    /** Whether the form was sent, rather than asked for; a button elsewhere may ask for it. */
    public boolean sent() {
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

    /** What stands in each field whose name ends so, by what its name begins with. */
    public Map<String, String> ending(String name) {
        Map<String, String> fields = new TreeMap<>();
        request.getParameterMap().keySet().stream()
                .filter(field -> field.endsWith(name))
                .forEach(
                        field ->
                                fields.put(
                                        field.substring(0, field.length() - name.length()),
                                        text(field)));
        return fields;
    }

    /** Codes that stand in a field with commas between them. */
    public Set<String> listed(String name) {
        return Arrays.stream(text(name).split(",", -1))
                .filter(code -> !code.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All boxes of this name that are ticked. */
    public List<String> ticked(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }
}
