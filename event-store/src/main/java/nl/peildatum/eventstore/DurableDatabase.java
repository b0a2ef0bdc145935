package nl.peildatum.eventstore;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to work on a database that may lose what it has acknowledged. */
public final class DurableDatabase {

    private static final List<String> SETTINGS =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private DurableDatabase() {}

    /**
     * Checks the settings as a session of this data source sees them.
     *
     * @throws NotDurable naming every setting that is off
     */
    public static void require(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        Stream<String> off =
                SETTINGS.stream()
                        .filter(
                                setting ->
                                        jdbc.sql("SELECT current_setting(?)")
                                                .param(setting)
                                                .query(String.class)
                                                .single()
                                                .equals("off"));
        List<String> switchedOff = off.toList();
        if (!switchedOff.isEmpty()) {
            throw new NotDurable(switchedOff);
        }
    }

    /** The database has a setting off without which an acknowledged change can be lost. */
    public static final class NotDurable extends IllegalStateException {

        private static final String REMEDY =
                "Zet dit aan in de instellingen van PostgreSQL en start opnieuw.";

        private final String problem;

        NotDurable(List<String> switchedOff) {
            this(
                    "De database kan bevestigde gegevens verliezen: %s staat uit."
                            .formatted(String.join(", ", switchedOff)));
        }

        private NotDurable(String problem) {
            super(problem + " " + REMEDY);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }

        String remedy() {
            return REMEDY;
        }
    }
}
