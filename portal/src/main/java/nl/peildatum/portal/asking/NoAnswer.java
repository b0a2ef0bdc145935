package nl.peildatum.portal.asking;

import nl.peildatum.api.ProblemKind;
import nl.peildatum.api.Role;
import nl.peildatum.portal.login.Session;
import org.jspecify.annotations.Nullable;

/** A side did not answer, or refused; with what it said about that. */
public final class NoAnswer extends RuntimeException {

    private final int status;
    private final @Nullable String detail;
    private final @Nullable String field;

    NoAnswer(int status, @Nullable String detail, @Nullable String field) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.field = field;
    }

    /** Nobody answers. */
    public static NoAnswer away() {
        return new NoAnswer(ProblemKind.UNAVAILABLE.status(), null, null);
    }

    /** Nobody is logged in where somebody has to be. */
    public static NoAnswer notLoggedIn() {
        return new NoAnswer(ProblemKind.UNAUTHORIZED.status(), null, null);
    }

    /** Somebody is logged in who may not do this. */
    public static NoAnswer notAllowed() {
        return new NoAnswer(ProblemKind.FORBIDDEN.status(), null, null);
    }

    /** What is asked for is not there. */
    public static NoAnswer unknown() {
        return new NoAnswer(ProblemKind.UNKNOWN.status(), null, null);
    }

    /** Refuses whoever is not logged in, or does not have this role. */
    public static void unless(Role role) {
        if (Session.current() == null) {
            throw notLoggedIn();
        }
        if (!Session.has(role)) {
            throw notAllowed();
        }
    }

    public int status() {
        return status;
    }

    /** What is wrong, as it is told to people, where it was told. */
    public @Nullable String detail() {
        return detail;
    }

    /** The first parameter that is wrong, where it is one. */
    public @Nullable String field() {
        return field;
    }
}
