package nl.peildatum.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every exception of Spring MVC and of the controllers, before Spring's own resolvers do; a
 * side may have a resolver that knows of a better answer.
 */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {
    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception exception) {
        if (response.isCommitted()
                || DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            return null;
        }
        if (exception instanceof NotModified) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return new ModelAndView();
        }
        try {
            ProblemAnswers.write(problems.of(exception), request, response);
            return new ModelAndView();
        } catch (IOException callerGone) {
            return null;
        }
    }
}
