package nl.peildatum.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The headers that keep an answer to whoever asked for it (NLGov ADR, /transport/security-headers).
 */
public final class AnswerHeaders {
    /** What a browser may load for an answer: nothing, since it is data. */
    public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** On every answer of the interface, unless it says another of that name itself. */
    public static final Map<String, String> EVERYWHERE =
            Map.of(
                    "Content-Security-Policy", NOTHING,
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cache-Control", "no-store");

    private static final long TWO_YEARS = 63_072_000;

    private AnswerHeaders() {}

    /** Writes them, and where TLS ends in front of the application that it is always there. */
    static HeaderWriterFilter filter(boolean behindTls) {
        List<Header> everywhere = new ArrayList<>();
        EVERYWHERE.forEach((name, value) -> everywhere.add(new Header(name, value)));
        List<HeaderWriter> writers = new ArrayList<>(transport(behindTls));
        writers.add(new StaticHeadersWriter(everywhere));
        return new HeaderWriterFilter(writers);
    }

    /** That a browser comes back over TLS only, where TLS ends in front of the application. */
    public static List<HeaderWriter> transport(boolean behindTls) {
        return behindTls
                ? List.of(new HstsHeaderWriter(AnyRequestMatcher.INSTANCE, TWO_YEARS, true))
                : List.of();
    }
}
