package nl.peildatum.eventstore;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema {@code events} of a database. */
public final class EventSchema {

    /** The name of the schema. */
    public static final String NAME = "events";

    private EventSchema() {}

    /**
     * Brings the schema up to date; needs the owner's rights. Several callers may do so at once.
     */
    public static void migrate(DataSource owner) {
        flyway(owner).migrate();
    }

    /** Whether the schema is up to date; needs the owner's rights. */
    public static boolean isUpToDate(DataSource owner) {
        return flyway(owner).info().pending().length == 0;
    }

    private static Flyway flyway(DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas(NAME)
                .locations("classpath:db/events")
                .load();
    }
}
