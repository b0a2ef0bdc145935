package nl.peildatum.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.api.Problem;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The version of an action that a caller has seen, as {@code If-Match} says it. */
public final class SeenVersion {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private SeenVersion() {}

    /**
     * The version, or null where any will do.
     *
     * @throws Problem 412 for what can be no version
     */
    public static @Nullable Long of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw Problem.preconditionFailed(Wordings.of("input.ifMatch"));
        }
        return Long.valueOf(version.group(1));
    }
}
