package nl.peildatum.query.operations;

import java.util.List;
import java.util.Map;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.query.processing.ProjectionState;
import nl.peildatum.query.processing.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/projections}: how the projections stand. A POST to {@code …/{name}/retry} with a
 * {@code programma} processes what waits of that programme again; one to {@code …/{name}/replay}
 * builds the projection up again.
 */
@Component
@Endpoint(id = "projections")
public final class ProjectionsEndpoint {

    private final Projections projections;

    public ProjectionsEndpoint(Projections projections) {
        this.projections = projections;
    }

    /** How each projection stands. */
    @ReadOperation
    public Map<String, List<ProjectionState>> states() {
        return Map.of("projecties", projections.states());
    }

    /** How one projection stands. */
    @ReadOperation
    public @Nullable ProjectionState state(@Selector String projection) {
        return projections.state(projection).orElse(null);
    }

    /** Retries a programme, or replays the projection. */
    @WriteOperation
    public WebEndpointResponse<Object> mend(
            @Selector String projection, @Selector Mending mending, @Nullable String programma) {
        if (projections.state(projection).isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        switch (mending) {
            case RETRY -> {
                if (programma == null || !ProgrammeId.isValid(programma)) {
                    return new WebEndpointResponse<>(
                            Map.of("melding", "Noem het programma: {\"programma\": \"…\"}."),
                            WebEndpointResponse.STATUS_BAD_REQUEST);
                }
                projections.retry(projection, new ProgrammeId(programma));
            }
            case REPLAY -> projections.replay(projection);
        }
        return new WebEndpointResponse<>(
                projections.state(projection).orElseThrow(), WebEndpointResponse.STATUS_OK);
    }

    /** What can be done with a projection. */
    public enum Mending {
        /** Process the waiting entries of one programme again. */
        RETRY,
        /** Empty the projection and build it up again. */
        REPLAY
    }
}
