package nl.peildatum.query.processing;

import java.util.List;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Where in the stream of all events the projections are: one token for each segment, which all of
 * them share, and one more for each that is not where the others are.
 */
final class Tokens {

    /** The name of what all projections that are caught up share. */
    static final String TOGETHER = "projections";

    private final Workings workings;
    private final JdbcTokenStore store;

    Tokens(Workings workings) {
        this.workings = workings;
        store = workings.tokens;
    }

    /** A token, whose it is, and the node that goes on with it, if any does. */
    record Stored(
            String projection, int segment, @Nullable TrackingToken token, @Nullable String owner) {

        long position() {
            return token == null ? 0 : token.position().orElse(0);
        }

        boolean isElsewhere(String node) {
            return owner != null && !owner.equals(node);
        }
    }

    /** Those that say where a projection is: its own, and for other segments what it shares. */
    List<Stored> of(String projection) {
        return read(
                """
                SELECT DISTINCT ON (segment) * FROM token_entry WHERE processor_name IN (?, ?)
                ORDER BY segment, processor_name = 'projections'""",
                projection,
                TOGETHER);
    }

    /** Those of the projections that are fed alone. */
    List<Stored> alone() {
        return read("SELECT * FROM token_entry WHERE processor_name <> ?", TOGETHER);
    }

    private List<Stored> read(String select, Object... parameters) {
        return workings.jdbc
                .sql(select)
                .params(List.of(parameters))
                .query(
                        (row, _) ->
                                new Stored(
                                        row.getString("processor_name"),
                                        row.getInt("segment"),
                                        token(row.getBytes("token"), row.getString("token_type")),
                                        row.getString("owner")))
                .list();
    }

    private @Nullable TrackingToken token(byte @Nullable [] token, @Nullable String type) {
        return token == null
                ? null
                : workings.serializer.deserialize(
                        new SimpleSerializedObject<>(token, byte[].class, type, null));
    }

    /** Waits for every batch of a projection under way, on whatever node, and keeps the next. */
    void lock(String projection) {
        workings.jdbc
                .sql(
                        """
                        SELECT segment FROM token_entry WHERE processor_name IN (?, ?)
                        ORDER BY processor_name <> 'projections', segment FOR UPDATE""")
                .params(projection, TOGETHER)
                .query(Integer.class)
                .list();
    }

    /** Waits for the batch of a segment under way of what is fed together, and keeps the next. */
    void lock(int segment) {
        workings.jdbc
                .sql(
                        """
                        SELECT segment FROM token_entry WHERE processor_name = ? AND segment = ?
                        FOR UPDATE""")
                .params(TOGETHER, segment)
                .query(Integer.class)
                .list();
    }

    /** From the first entry on a projection is fed alone, in every segment. */
    void beginAnew(String projection) {
        workings.jdbc
                .sql("DELETE FROM token_entry WHERE processor_name = ?")
                .param(projection)
                .update();
        for (Stored reached : of(projection)) {
            store.initializeSegment(
                    ReplayToken.createReplayToken(reached.token(), null),
                    projection,
                    reached.segment());
        }
    }

    /** From the first entry on a projection is fed alone, in one segment. */
    void leave(String projection, int segment) {
        store.initializeSegment(null, projection, segment);
    }
}
