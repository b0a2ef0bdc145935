package nl.peildatum.api;

import java.net.URI;

/** The refusals this interface knows, each with its status and its stable type (RFC 9457). */
public enum ProblemKind {
    INVALID(400, "ongeldige-invoer"),
    BAD_ADDRESS(400, "ongeldig-verzoek"),
    UNAUTHORIZED(401, "niet-aangemeld"),
    FORBIDDEN(403, "geen-toegang"),
    UNKNOWN(404, "niet-gevonden"),
    METHOD_NOT_ALLOWED(405, "methode-niet-toegestaan"),
    NOT_ACCEPTABLE(406, "vorm-niet-beschikbaar"),
    TIMED_OUT(408, "te-langzaam"),
    CONFLICT(409, "conflict"),
    PRECONDITION_FAILED(412, "intussen-gewijzigd"),
    TOO_LARGE(413, "te-groot"),
    ADDRESS_TOO_LONG(414, "adres-te-lang"),
    UNSUPPORTED(415, "vorm-niet-ondersteund"),
    UNREADABLE(422, "document-niet-verwerkbaar"),
    TOO_MANY(429, "te-veel-verzoeken"),
    HEADERS_TOO_LARGE(431, "kopregels-te-groot"),
    BROKEN(500, "fout-in-het-systeem"),
    NOT_IMPLEMENTED(501, "niet-ondersteund"),
    UNAVAILABLE(503, "tijdelijk-niet-beschikbaar"),
    HTTP_VERSION(505, "http-versie-niet-ondersteund");

    private final int status;
    private final String code;

    ProblemKind(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The identifier a program may rely on; it never changes and is not meant to be opened. */
    public URI type() {
        return URI.create("urn:peildatum:probleem:" + code);
    }

    /** The name by which it goes in addresses. */
    public String code() {
        return code;
    }

    /** The header that leads to the page about it (RFC 8288). */
    public String help() {
        return "</problemen/" + code + ">; rel=\"help\"";
    }

    /** The short Dutch title, the same for every problem of this kind. */
    public String title() {
        return Wording.title(this);
    }

    /** What to do, in general words. */
    public String detail() {
        return Wording.detail(this);
    }

    /** The kind that goes with a status, also with one that this interface does not give itself. */
    public static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status && kind != INVALID) {
                return kind;
            }
        }
        if (status < 500) {
            return BAD_ADDRESS;
        }
        return status == 502 || status == 504 ? UNAVAILABLE : BROKEN;
    }
}
