package nl.peildatum.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Makes a problem of whatever is thrown, and of every bare error status, in the filters behind it.
 */
final class ProblemFilter extends OncePerRequestFilter {
    private final Problems problems;

    ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().isEmpty()) {
            // the container lets it pass, and no rule about methods would tell what is wrong
            ProblemAnswers.write(Problem.ofStatus(400), request, response);
            return;
        }
        try {
            chain.doFilter(request, new ErrorsAsProblems(request, response));
        } catch (IOException | ServletException | RuntimeException failure) {
            // A committed answer can only be broken off, so that nobody takes it for a whole one.
            if (response.isCommitted()
                    || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
                throw failure;
            }
            ProblemAnswers.write(problems.of(failure), request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static final class ErrorsAsProblems extends HttpServletResponseWrapper {
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        ErrorsAsProblems(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
            this.response = response;
        }

        @Override
        public void sendError(int status) throws IOException {
            if (isCommitted()) {
                throw new IllegalStateException("The answer is already on its way");
            }
            ProblemAnswers.write(Problem.ofStatus(status), request, response);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
