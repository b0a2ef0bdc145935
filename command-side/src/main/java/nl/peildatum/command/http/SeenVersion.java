package nl.peildatum.command.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The versions of an action, a line or a programme that a caller would have, as {@code If-Match}
 * says it (RFC 9110).
 */
public final class SeenVersion {

    /** One entity tag of the list, with the commas before it. */
    private static final Pattern TAG =
            Pattern.compile("[\\s,]*+(W/)?+\"([\\x21\\x23-\\x7E\\x80-\\xFF]*+)\"\\s*+(?=,|$)");

    private static final Pattern EMPTY = Pattern.compile("[\\s,]*+");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private SeenVersion() {}

    /**
     * The versions, or null where any will do.
     *
     * @throws Problem 412 where none of what is asked for can be a version
     */
    public static @Nullable Set<Long> of(Asked asked) {
        List<String> headers = asked.header(HttpHeaders.IF_MATCH);
        String header = String.join(",", headers);
        if (headers.isEmpty() || header.strip().equals("*")) {
            return null;
        }
        Set<Long> versions = new HashSet<>();
        Matcher tags = TAG.matcher(header);
        int read = 0;
        while (tags.find() && tags.start() == read) {
            read = tags.end();
            // a weak tag never matches: what it stands for need not be the same
            if (tags.group(1) == null && VERSION.matcher(tags.group(2)).matches()) {
                versions.add(Long.valueOf(tags.group(2)));
            }
        }
        if (versions.isEmpty() || !EMPTY.matcher(header.substring(read)).matches()) {
            throw Problem.preconditionFailed(Wordings.of("input.ifMatch"));
        }
        return versions;
    }
}
