package nl.peildatum.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The last word of the servlet container, for requests that no filter ever saw. */
final class ProblemValve extends ErrorReportValve {

    private static final String TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class)
                    .getString("iib.requestheadertoolarge.error");

    /** What is too long the container calls wrong; it keeps to itself what is wrong with it. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                && isTooMuch(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            boolean endOfAddressSeen = !request.getCoyoteRequest().requestURI().isNull();
            ProblemKind kind =
                    endOfAddressSeen ? ProblemKind.HEADERS_TOO_LARGE : ProblemKind.ADDRESS_TOO_LONG;
            response.setStatus(kind.status());
        }
        super.invoke(request, response);
    }

    /** More bytes than there is room for, or more headers. */
    private static boolean isTooMuch(@Nullable Object failure) {
        return failure instanceof IllegalStateException
                || (failure instanceof IllegalArgumentException known
                        && TOO_LARGE.equals(known.getMessage()));
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean mayWrite = new AtomicBoolean(false);
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, mayWrite);
        if (!mayWrite.get()) {
            return;
        }
        try {
            Problem problem = Problem.ofStatus(status);
            response.setHeader(ApiVersion.HEADER, ApiVersion.VERSION);
            AnswerHeaders.EVERYWHERE.forEach(response::setHeader);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "nl");
            response.addHeader(HttpHeaders.LINK, problem.kind().help());
            problem.headers().forEach(response::setHeader);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        new String(
                                ProblemAnswers.body(problem, request.getRequestURI()),
                                StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException callerGone) {
            container.getLogger().debug("The problem could not be written", callerGone);
        }
    }
}
