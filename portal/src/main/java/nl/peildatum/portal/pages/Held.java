package nl.peildatum.portal.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.peildatum.portal.words.Words;
import org.springframework.security.web.csrf.CsrfToken;

/** What was sent and could not be taken. */
public record Held(String address, List<Field> fields) {

    /** Fields that are the form's own, not what somebody typed. */
    private static final List<String> OWN =
            List.of(
                    "stap",
                    "sleutel",
                    "versie",
                    "gezien",
                    "beproefd",
                    "neem",
                    "getoond",
                    "kanNiet",
                    "voorstel",
                    "aantal",
                    Attached.CONTENT);

    /** A field, as it goes over the line and as it is called. */
    public record Field(String name, String value, boolean typed) {

        /** What its label says. */
        public String label() {
            String key = "veld." + name.substring(name.lastIndexOf('.') + 1);
            return Words.has(key) ? Words.of(key) : name;
        }
    }

    static Held of(HttpServletRequest request) {
        String token =
                ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getParameterName();
        List<Field> fields = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        Attached document = Attached.of(request);
        if (document != null && document.isNew()) {
            replaced.addAll(List.of(Attached.NAME, Attached.CONTENT));
            fields.add(new Field(Attached.NAME, document.name(), true));
            fields.add(new Field(Attached.CONTENT, document.packed(), false));
        }
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            for (String value : values) {
                                if (!name.equals(token) && !replaced.contains(name)) {
                                    boolean typed = !OWN.contains(name) && !value.isBlank();
                                    fields.add(new Field(name, value, typed));
                                }
                            }
                        });
        Object failedAt = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new Held(failedAt instanceof String asked ? asked : request.getRequestURI(), fields);
    }
}
