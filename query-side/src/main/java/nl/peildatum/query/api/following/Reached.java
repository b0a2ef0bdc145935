package nl.peildatum.query.api.following;

import static nl.peildatum.query.api.cut.ProjectionName.AUDIT_TRAIL;
import static nl.peildatum.query.api.cut.ProjectionName.DASHBOARD;
import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.REPORTS;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.peildatum.query.api.cut.ProjectionName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the answers are with each programme. Whoever asks while that was looked up a moment ago
 * gets the same again, so that many followers ask the database no more than one does.
 */
@Component
class Reached {

    /** Where a dashboard rests on. */
    static final List<ProjectionName> DASHBOARD_KNOWS = List.of(DASHBOARD, VERSIONS, REPORTS);

    /** Where all that can be told of an entry rests on. */
    static final List<ProjectionName> ALL_KNOW =
            List.of(DASHBOARD, VERSIONS, REPORTS, JOURNAL, AUDIT_TRAIL);

    private static final long MOMENT_NANOS = 100_000_000;

    private record Question(String programme, List<ProjectionName> projections) {}

    private record Found(long number, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < MOMENT_NANOS;
        }
    }

    private final JdbcClient jdbc;
    private final Map<Question, Found> found = new ConcurrentHashMap<>();

    Reached(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** The last number that each of these projections has processed; 0 for none. */
    long number(String programme, List<ProjectionName> projections) {
        return found.compute(
                        new Question(programme, projections),
                        (question, last) ->
                                last != null && last.isFresh() ? last : lookUp(question))
                .number();
    }

    private Found lookUp(Question question) {
        long number =
                jdbc.sql(
                                """
                                SELECT coalesce(min(processed), 0) FROM progress
                                WHERE programme = :programme AND projection IN (:projections)
                                HAVING count(*) = :all""")
                        .param("programme", question.programme())
                        .param(
                                "projections",
                                question.projections().stream()
                                        .map(ProjectionName::stored)
                                        .toList())
                        .param("all", question.projections().size())
                        .query(Long.class)
                        .optional()
                        .orElse(0L);
        return new Found(number, System.nanoTime());
    }
}
