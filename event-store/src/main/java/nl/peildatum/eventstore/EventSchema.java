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
        Flyway.configure()
                .dataSource(owner)
                .schemas(NAME)
                .locations("classpath:db/events")
                .load()
                .migrate();
    }
}
