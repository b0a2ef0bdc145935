package nl.peildatum.portal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.springframework.http.HttpHeaders;

/** Which headers pass the front door, and what it says itself. */
final class PassedHeaders {

    /** RFC 9110, 7.6.1: these are between two neighbours only, and so is what Connection names. */
    private static final Set<String> BETWEEN_NEIGHBOURS =
            named(
                    "Connection",
                    "Keep-Alive",
                    "Proxy-Authenticate",
                    "Proxy-Authorization",
                    "Proxy-Connection",
                    "TE",
                    "Trailer",
                    "Transfer-Encoding",
                    "Upgrade");

    /**
     * What the connection to the side says anew; and what the sides hear about the caller, which
     * comes from here, never from the caller: a proxy in front of this door is trusted by
     * server.forward-headers-strategy and no other way.
     */
    private static final Set<String> SAID_HERE =
            named(
                    "Host",
                    "Content-Length",
                    "Expect",
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Port",
                    "X-Forwarded-Prefix",
                    "X-Forwarded-Proto",
                    "X-Forwarded-Ssl");

    private static final String OUR_COOKIES = "peildatum-";

    private PassedHeaders() {}

    /** Those of a request on its way to a side. */
    static void copy(HttpServletRequest asked, HttpMessage to) {
        Set<String> kept = notPassed(Collections.list(asked.getHeaders(HttpHeaders.CONNECTION)));
        kept.addAll(SAID_HERE);
        for (String name : Collections.list(asked.getHeaderNames())) {
            if (name.equalsIgnoreCase(HttpHeaders.COOKIE)) {
                Collections.list(asked.getHeaders(name)).stream()
                        .map(PassedHeaders::notOurs)
                        .filter(cookies -> !cookies.isEmpty())
                        .forEach(cookies -> to.addHeader(name, cookies));
            } else if (!kept.contains(name)) {
                Collections.list(asked.getHeaders(name))
                        .forEach(value -> to.addHeader(name, value));
            }
        }
        to.setHeader("X-Forwarded-For", asked.getRemoteAddr());
        to.setHeader("X-Forwarded-Proto", asked.getScheme());
        to.setHeader("X-Forwarded-Host", host(asked));
        to.setHeader("X-Forwarded-Port", asked.getServerPort());
    }

    /** Those of the answer of a side; one that names its own address in Location means this one. */
    static HttpHeaders of(HttpMessage answer, URI side) {
        Set<String> kept =
                notPassed(
                        Arrays.stream(answer.getHeaders(HttpHeaders.CONNECTION))
                                .map(Header::getValue)
                                .toList());
        HttpHeaders passed = new HttpHeaders();
        for (Iterator<Header> all = answer.headerIterator(); all.hasNext(); ) {
            Header header = all.next();
            if (!kept.contains(header.getName())) {
                passed.add(header.getName(), header.getValue());
            }
        }
        String location = passed.getFirst(HttpHeaders.LOCATION);
        String own = side.getScheme() + "://" + side.getRawAuthority();
        if (location != null && (location.equals(own) || location.startsWith(own + "/"))) {
            String rest = location.substring(own.length());
            passed.set(HttpHeaders.LOCATION, rest.isEmpty() ? "/" : rest);
        }
        return passed;
    }

    /** Who is logged in here is nobody else's business. */
    private static String notOurs(String cookies) {
        return Arrays.stream(cookies.split(";", -1))
                .map(String::strip)
                .filter(cookie -> !cookie.startsWith(OUR_COOKIES) && !cookie.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static Set<String> notPassed(Collection<String> connection) {
        Set<String> names = named();
        names.addAll(BETWEEN_NEIGHBOURS);
        connection.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .forEach(names::add);
        return names;
    }

    private static Set<String> named(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(set, names);
        return set;
    }

    private static String host(HttpServletRequest asked) {
        boolean usual = asked.getServerPort() == (asked.getScheme().equals("https") ? 443 : 80);
        return usual ? asked.getServerName() : asked.getServerName() + ":" + asked.getServerPort();
    }
}
