package nl.peildatum.query.processing;

import java.time.Duration;
import javax.sql.DataSource;
import nl.peildatum.eventstore.ErasedRemains;
import nl.peildatum.eventstore.EventSchema;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema of this version of the projections. */
public final class ReadSchema {

    /** The name of the schema; another version of the projections has another schema. */
    public static final String NAME = "read_v2";

    private static final String EARLIER = "read_v1";

    /** A node renews its claims many times a minute, and gives them up where it stops by itself. */
    private static final String AT_WORK =
            """
            SELECT EXISTS (
                SELECT FROM %s.token_entry
                WHERE owner IS NOT NULL
                    AND timestamp::timestamptz > clock_timestamp() - interval '30 seconds')"""
                    .formatted(EARLIER);

    private static final Logger LOG = LoggerFactory.getLogger(ReadSchema.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAUSES_PER_LINE = 10;

    /** An erasure counts once the projection did it, in its turn or while parked. */
    private static final String AWAITING_REWRITING =
            """
            SELECT held.relation, count(*)
            FROM (VALUES
                ('read_v2.action_version', 'versions'), ('read_v2.dashboard_action', 'dashboard'),
                ('read_v2.journal_entry', 'journal'), ('read_v2.audit_line', 'audit_trail'),
                ('read_v2.report_entry', 'reports')) AS held (relation, projection)
            JOIN events.event e ON e.name = 'text-erased'
            LEFT JOIN read_v2.progress p
                ON p.projection = held.projection AND p.programme = e.programme
            WHERE p.processed >= e.journal_number OR EXISTS (
                SELECT FROM read_v2.dead_letter d
                WHERE d.processing_group = held.projection
                    AND d.event_identifier = e.event_id::text)
            GROUP BY held.relation
            HAVING count(*) > coalesce(
                (SELECT r.erasures FROM read_v2.rewritten r WHERE r.relation = held.relation), 0)
            """;

    private ReadSchema() {}

    /**
     * Waits until the event store's schema is up to date, and then brings this one up to date;
     * several nodes may do so at once.
     */
    public static void prepare(DataSource owner) {
        awaitEvents(owner);
        addExtension(JdbcClient.create(owner));
        Flyway.configure()
                .dataSource(owner)
                .schemas(NAME)
                .locations("classpath:db/" + NAME)
                .load()
                .migrate();
    }

    /**
     * Drops the schema of the version before, which nothing keeps up to date any more, unless a
     * node of that version is at work.
     */
    static void dropEarlier(DataSource owner) {
        JdbcClient jdbc = JdbcClient.create(owner);
        if (!has(jdbc, "SELECT to_regclass('%s.token_entry') IS NOT NULL".formatted(EARLIER))) {
            return;
        }
        if (has(jdbc, AT_WORK)) {
            LOG.warn(
                    "Het schema ‘{}’ is nog in gebruik en blijft staan. Stop wat van de vorige"
                            + " versie draait; de volgende start verwijdert het.",
                    EARLIER);
            return;
        }
        try {
            jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(EARLIER)).update();
            LOG.info("Het schema ‘{}’ van de vorige versie is verwijderd.", EARLIER);
        } catch (DataAccessException refused) {
            // Another node may be at it; where none is, the next start tries again.
            LOG.warn("Het schema ‘{}’ van de vorige versie blijft nog staan.", EARLIER, refused);
        }
    }

    /** What is still to be taken out of the files of its tables. */
    static ErasedRemains erasedRemains(DataSource own, DataSource owner) {
        return new ErasedRemains(own, owner, AWAITING_REWRITING, NAME + ".rewritten");
    }

    private static void awaitEvents(DataSource owner) {
        for (int pauses = 0; !EventSchema.isUpToDate(owner); pauses++) {
            if (pauses % PAUSES_PER_LINE == 0) {
                LOG.info("Wacht op het schema ‘events’: start ook de command-side, die maakt het.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "stopped while waiting for the schema events", stopping);
        }
    }

    private static void addExtension(JdbcClient jdbc) {
        try {
            jdbc.sql("CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public").update();
        } catch (DataAccessException refused) {
            // Another node may have been first.
            if (!has(
                    jdbc,
                    "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist')")) {
                throw new MissingExtension(refused);
            }
        }
    }

    private static boolean has(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }

    /** The database lacks an extension, and the owner's login may not add it. */
    public static final class MissingExtension extends IllegalStateException {

        MissingExtension(Throwable refused) {
            super(
                    """
                    De database mist de extensie btree_gist, en deze toepassing mag die niet zelf \
                    toevoegen. Laat een beheerder van de database dit uitvoeren: \
                    CREATE EXTENSION btree_gist SCHEMA public;""",
                    refused);
        }
    }
}
