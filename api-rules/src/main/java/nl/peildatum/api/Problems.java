package nl.peildatum.api;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.peildatum.contract.InvalidInput;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.MimeType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What an exception means to a caller. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** By name: this module does not depend on the data access of either side. */
    private static final Set<String> AWAY =
            Set.of(
                    "org.springframework.dao.DataAccessResourceFailureException",
                    "org.springframework.dao.NonTransientDataAccessResourceException",
                    "org.springframework.dao.TransientDataAccessException",
                    "org.springframework.dao.RecoverableDataAccessException",
                    "org.springframework.transaction.CannotCreateTransactionException",
                    "org.hibernate.exception.JDBCConnectionException");

    private static final String CONCURRENT = "org.springframework.dao.ConcurrencyFailureException";

    private final List<ProblemTranslation> translations;

    Problems(List<ProblemTranslation> translations) {
        this.translations = List.copyOf(translations);
    }

    /**
     * The problem to answer; what nobody has a word for is logged under an id and becomes a 500.
     */
    Problem of(Throwable exception) {
        List<Throwable> chain = causes(exception);
        for (Throwable cause : chain) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            for (ProblemTranslation translation : translations) {
                Optional<Problem> translated = translation.translate(cause);
                if (translated.isPresent()) {
                    return translated.get();
                }
            }
        }
        for (Throwable cause : chain) {
            Problem problem = general(cause);
            if (problem != null) {
                if (problem.status() >= 500) {
                    LOG.warn("Answered {}: {}", problem.status(), cause.toString());
                    LOG.debug("The cause", exception);
                }
                return problem;
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {}", id, exception);
        return Problem.broken(id);
    }

    private static @Nullable Problem general(Throwable cause) {
        return switch (cause) {
            case InvalidInput invalid -> Problem.invalid(invalid.faults());
            case RequestRejectedException rejected -> Problem.ofStatus(400);
            case BadRequestException bad ->
                    Problem.plain(ProblemKind.BAD_ADDRESS, Wording.BODY_UNREADABLE.text());
            case InvalidParameterException bad -> Problem.ofStatus(400);
            case HttpRequestMethodNotSupportedException method -> {
                Set<HttpMethod> supported = method.getSupportedHttpMethods();
                yield Problem.methodNotAllowed(
                        supported == null
                                ? List.of()
                                : supported.stream().map(HttpMethod::name).sorted().toList());
            }
            case HttpMediaTypeNotSupportedException type ->
                    Problem.unsupported(names(type.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException type ->
                    Problem.notAcceptable(names(type.getSupportedMediaTypes()));
            case MissingServletRequestParameterException missing ->
                    Problem.invalid(missing.getParameterName(), Wording.MISSING.text());
            case MissingRequestHeaderException missing ->
                    Problem.invalid(
                            missing.getHeaderName(),
                            Wording.MISSING_HEADER.text(missing.getHeaderName()));
            case MissingPathVariableException missing -> null;
            case MethodArgumentTypeMismatchException mismatch ->
                    mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                            ? Problem.unknown()
                            : Problem.invalid(mismatch.getName(), Wording.NOT_VALID.text());
            case TypeMismatchException mismatch -> {
                String name = mismatch.getPropertyName();
                yield Problem.invalid(name == null ? "" : name, Wording.NOT_VALID.text());
            }
            case HttpMessageNotReadableException unreadable ->
                    Problem.plain(ProblemKind.BAD_ADDRESS, Wording.BODY_UNREADABLE.text());
            case NoHandlerFoundException none -> Problem.unknown();
            case NoResourceFoundException none -> Problem.unknown();
            case AuthenticationServiceException away -> issuerAway();
            case JwtDecoderInitializationException away -> issuerAway();
            case AuthenticationException refused -> Problem.unauthorized();
            case AccessDeniedException denied ->
                    Caller.current().anonymous() ? Problem.unauthorized() : Problem.forbidden();
            case ErrorResponse known when known.getStatusCode().value() != 500 ->
                    Problem.ofStatus(known.getStatusCode().value());
            case SQLTransientConnectionException away -> Problem.databaseAway();
            case SQLNonTransientConnectionException away -> Problem.databaseAway();
            case SQLException sql when away(sql.getSQLState()) -> Problem.databaseAway();
            default -> byName(cause);
        };
    }

    private static @Nullable Problem byName(Throwable cause) {
        boolean away = false;
        for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(CONCURRENT)) {
                return Problem.conflict(Wording.CONCURRENT_CHANGE.text());
            }
            away |= AWAY.contains(type.getName());
        }
        return away ? Problem.databaseAway() : null;
    }

    /**
     * Connection lost, server shutting down or starting, no room for another connection. Without a
     * state it is the pool that speaks, of a connection that it found broken and closed: that is
     * all that is left to see where rolling back on it hides why it broke.
     */
    private static boolean away(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P0")
                || state.startsWith("53");
    }

    private static Problem issuerAway() {
        return Problem.unavailable(Wording.ISSUER_AWAY.text(), Duration.ofSeconds(5));
    }

    private static List<String> names(Collection<? extends MimeType> types) {
        return types.stream().map(MimeType::toString).distinct().toList();
    }

    private static List<Throwable> causes(Throwable exception) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable next = exception; next != null && seen.add(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }
}
