package nl.peildatum.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.contract.Characters;
import nl.peildatum.contract.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A refusal that reaches the caller as an RFC 9457 answer; thrown anywhere, rendered in one place.
 */
public final class Problem extends RuntimeException {
    private static final int MOST_FAULTS = 100;

    private final ProblemKind kind;
    private final int status;
    private final String detail;
    private final transient List<?> faults;
    private final transient Map<String, Object> more;
    private final transient Map<String, String> headers;

    private Problem(
            ProblemKind kind,
            int status,
            String detail,
            List<?> faults,
            Map<String, Object> more,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.kind = kind;
        this.status = status;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        // Map.copyOf would refuse null and lose the order in which the members were given.
        this.more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
        this.headers = Map.copyOf(headers);
    }

    /** 400 with every fault of the input at once. */
    public static Problem invalid(List<Fault> faults) {
        List<String> fields = faults.stream().map(Fault::veld).distinct().toList();
        String named =
                String.join(", ", fields.stream().limit(10).map(f -> "‘" + f + "’").toList());
        String detail =
                switch (fields.size()) {
                    case 0 -> Wording.INVALID_UNNAMED.text();
                    case 1 -> Wording.INVALID_ONE.text(named, faults.getFirst().melding());
                    default -> Wording.INVALID_MANY.text(faults.size(), named);
                };
        return new Problem(
                ProblemKind.INVALID,
                ProblemKind.INVALID.status(),
                detail,
                faults,
                Map.of(),
                Map.of());
    }

    /** 400 with one fault. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new Fault(field, message)));
    }

    /** 401: nobody is logged in, or the token is no good. */
    public static Problem unauthorized() {
        return unauthorized(false);
    }

    /** 403: it is another role's business; say whose. */
    public static Problem forbidden(String detail) {
        return plain(ProblemKind.FORBIDDEN, detail);
    }

    /** 403 in general words. */
    public static Problem forbidden() {
        return forbidden(Wording.FORBIDDEN.text());
    }

    /** 404: what the path names does not exist. */
    public static Problem unknown(String detail) {
        return plain(ProblemKind.UNKNOWN, detail);
    }

    /** 404 in general words. */
    public static Problem unknown() {
        return unknown(Wording.UNKNOWN.text());
    }

    /** 405 with the methods that are allowed here. */
    public static Problem methodNotAllowed(Collection<String> allowed) {
        String list = String.join(", ", allowed);
        String detail =
                allowed.isEmpty()
                        ? Wording.METHOD_NOT_ALLOWED.text()
                        : Wording.METHOD_NOT_ALLOWED_BUT.text(list);
        return plain(ProblemKind.METHOD_NOT_ALLOWED, detail).with(HttpHeaders.ALLOW, list);
    }

    /** 406 with the forms that exist. */
    public static Problem notAcceptable(Collection<String> available) {
        return plain(
                ProblemKind.NOT_ACCEPTABLE,
                available.isEmpty()
                        ? Wording.NOT_ACCEPTABLE.text()
                        : Wording.NOT_ACCEPTABLE_BUT.text(String.join(", ", available)));
    }

    /** 409: right in itself, but in conflict with what is recorded. */
    public static Problem conflict(String detail) {
        return conflict(detail, Map.of());
    }

    /**
     * 409 with further members in the answer, such as {@code toegestaan} or {@code journaalnummer}.
     */
    public static Problem conflict(String detail, Map<String, Object> more) {
        return conflict(detail, List.of(), more);
    }

    /** 409 with all that is missing; the faults become {@code fouten}. */
    public static Problem conflict(String detail, List<?> faults, Map<String, Object> more) {
        return new Problem(
                ProblemKind.CONFLICT,
                ProblemKind.CONFLICT.status(),
                detail,
                faults,
                more,
                Map.of());
    }

    /** 412: {@code If-Match} names a version that is no longer the current one. */
    public static Problem preconditionFailed(String detail) {
        return plain(ProblemKind.PRECONDITION_FAILED, detail);
    }

    /** 413: more bytes than are accepted here. */
    public static Problem tooLarge(long atMostBytes) {
        return plain(ProblemKind.TOO_LARGE, Wording.TOO_LARGE.text(size(atMostBytes)));
    }

    /** 413 where the limit is not known. */
    public static Problem tooLarge() {
        return plain(ProblemKind.TOO_LARGE, Wording.TOO_LARGE_UNMEASURED.text());
    }

    /** 415 with the content types that are accepted. */
    public static Problem unsupported(Collection<String> accepted) {
        return accepted.isEmpty()
                ? unsupported(Wording.UNSUPPORTED.text())
                : unsupported(Wording.UNSUPPORTED_BUT.text(String.join(", ", accepted)));
    }

    /** 415 in the caller's own words. */
    public static Problem unsupported(String detail) {
        return plain(ProblemKind.UNSUPPORTED, detail);
    }

    /** 422: a document that cannot be read or does not add up; the faults become {@code fouten}. */
    public static Problem unreadable(String detail, List<?> faults, Map<String, Object> more) {
        return new Problem(
                ProblemKind.UNREADABLE,
                ProblemKind.UNREADABLE.status(),
                detail,
                faults,
                more,
                Map.of());
    }

    /** 429: too often; whole seconds, at least one, in {@code Retry-After}. */
    public static Problem tooMany(String detail, Duration retryAfter) {
        return plain(ProblemKind.TOO_MANY, detail)
                .with(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }

    /** 503: not now; whole seconds, at least one, in {@code Retry-After}. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return unavailable(detail, retryAfter, Map.of());
    }

    /** 503 with further members in the answer. */
    public static Problem unavailable(
            String detail, Duration retryAfter, Map<String, Object> more) {
        return new Problem(
                ProblemKind.UNAVAILABLE,
                ProblemKind.UNAVAILABLE.status(),
                detail,
                List.of(),
                more,
                Map.of(HttpHeaders.RETRY_AFTER, seconds(retryAfter)));
    }

    /** 503 because the database does not answer. */
    public static Problem databaseAway() {
        return unavailable(Wording.DATABASE_AWAY.text(), Duration.ofSeconds(5));
    }

    static Problem unauthorized(boolean tokenGiven) {
        return plain(
                        ProblemKind.UNAUTHORIZED,
                        (tokenGiven ? Wording.BAD_TOKEN : Wording.NO_TOKEN).text())
                .with(
                        HttpHeaders.WWW_AUTHENTICATE,
                        tokenGiven ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    static Problem plain(ProblemKind kind, String detail) {
        return new Problem(kind, kind.status(), detail, List.of(), Map.of(), Map.of());
    }

    /** The answer where only a status is known, as from the servlet container. */
    static Problem ofStatus(int status) {
        ProblemKind kind = ProblemKind.ofStatus(status);
        return switch (kind) {
            case UNAUTHORIZED -> unauthorized();
            case METHOD_NOT_ALLOWED -> plain(kind, Wording.METHOD_NOT_ALLOWED.text());
            case UNAVAILABLE -> unavailable(Wording.UNAVAILABLE.text(), Duration.ofSeconds(5));
            // The container knows more statuses than there are kinds; each keeps its own.
            default ->
                    new Problem(kind, status, Wording.detail(kind), List.of(), Map.of(), Map.of());
        };
    }

    static Problem broken(String id) {
        return new Problem(
                ProblemKind.BROKEN,
                ProblemKind.BROKEN.status(),
                Wording.BROKEN_WITH_ID.text(id),
                List.of(),
                Map.of("kenmerk", id),
                Map.of());
    }

    private Problem with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Problem(kind, status, detail, faults, more, all);
    }

    public ProblemKind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }

    /** What becomes {@code fouten}; usually {@link Fault}s. */
    public List<?> faults() {
        return faults;
    }

    /** Further members of the answer. */
    public Map<String, Object> more() {
        return more;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The members of the answer, in the order in which they are written. */
    Map<String, @Nullable Object> members(String instance) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", kind.type().toString());
        members.put("title", kind.title());
        members.put("status", status);
        members.put("detail", Characters.printable(detail, 4000));
        members.put("instance", instance);
        if (!faults.isEmpty()) {
            members.put("fouten", told());
        }
        more.forEach(members::putIfAbsent);
        return members;
    }

    /** The first hundred, and how many there are besides. */
    private List<Object> told() {
        List<Object> told = new ArrayList<>(faults.stream().limit(MOST_FAULTS).toList());
        if (faults.size() > MOST_FAULTS) {
            told.add(new Fault("fouten", Wording.MORE_FAULTS.text(faults.size() - MOST_FAULTS)));
        }
        return told;
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private static String size(long bytes) {
        return bytes % 1_048_576 == 0 ? bytes / 1_048_576 + " MB" : bytes / 1024 + " kB";
    }
}
