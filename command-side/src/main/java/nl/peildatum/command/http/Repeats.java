package nl.peildatum.command.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a request that is repeated under its key the first answer, where it is refused by now: what
 * it asks for need not be possible any more.
 */
final class Repeats implements HandlerExceptionResolver, Ordered {

    private final Answering answering;
    private final JsonMapper mapper;

    Repeats(Answering answering, JsonMapper mapper) {
        this.answering = answering;
        this.mapper = mapper;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception refused) {
        if (response.isCommitted()) {
            return null;
        }
        try {
            return answering.first(request).map(first -> written(first, response)).orElse(null);
        } catch (DataAccessException gone) {
            // no first answer can be had: the refusal stands
            return null;
        }
    }

    private @Nullable ModelAndView written(ResponseEntity<?> first, HttpServletResponse response) {
        try {
            response.setStatus(first.getStatusCode().value());
            @Nullable URI location = first.getHeaders().getLocation();
            if (location != null) {
                response.setHeader("Location", location.toString());
            }
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(mapper.writeValueAsBytes(first.getBody()));
            return new ModelAndView();
        } catch (IOException callerGone) {
            return null;
        }
    }
}
