package nl.peildatum.portal.door;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.peildatum.api.ProblemKind;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** The last word of the container, for requests so malformed that nothing else ever saw them. */
final class LastResort extends ErrorReportValve {

    private final Refusals refusals;

    LastResort(Refusals refusals) {
        this.refusals = refusals;
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
        ProblemKind kind = Refusals.kind(status);
        try {
            response.setStatus(kind.status());
            refusals.headers(kind)
                    .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
            response.getOutputStream().write(refusals.body(kind, request.getRequestURI()));
            response.finishResponse();
        } catch (IOException | IllegalStateException callerGone) {
            return;
        }
    }
}
