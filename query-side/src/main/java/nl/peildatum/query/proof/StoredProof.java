package nl.peildatum.query.proof;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.eventstore.Checkpoints;
import nl.peildatum.eventstore.StoredEntry;
import nl.peildatum.eventstore.StoredJournal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a proof is made of, as it is stored; all of it is asked inside one transaction. */
@Component
class StoredProof {

    // The text of a whole row, so that nothing that is stored can change without changing it.
    private static final String DIGEST =
            """
            SELECT encode(sha256(coalesce(string_agg(row, ''::bytea ORDER BY part, place, row), ''::bytea)), 'hex')
            FROM (
                SELECT 1 AS part, journal_number AS place, sha256(convert_to(e::text, 'UTF8')) AS row
                FROM events.event e
                WHERE programme = :programme AND (journal_number BETWEEN :from - 1 AND :upTo
                    OR journal_number >= :upTo AND name = 'text-erased')
                UNION ALL
                SELECT 2, journal_number, sha256(convert_to(c::text, 'UTF8'))
                FROM events.checkpoint c WHERE programme = :programme
                UNION ALL
                SELECT 3, row_number() OVER (ORDER BY fingerprint), sha256(convert_to(k::text, 'UTF8'))
                FROM events.signing_key k
                UNION ALL
                SELECT 4, last_number, sha256(convert_to(a::text, 'UTF8'))
                FROM events.act a
                WHERE programme = :programme AND last_number >= :from AND first_number <= :upTo) stored""";

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcTemplate connection;
    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final JsonMapper json;

    StoredProof(DataSource dataSource, JsonMapper json) {
        connection = new JdbcTemplate(dataSource);
        connection.setFetchSize(ROWS_AT_ONCE);
        jdbc = JdbcClient.create(dataSource);
        checkpoints = new Checkpoints(dataSource);
        this.json = json;
    }

    /** The number of the last entry; 0 where there is none. */
    long head(String programme) {
        return jdbc.sql("SELECT max(journal_number) FROM events.event WHERE programme = ?")
                .param(programme)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The entry's hash; the one before the first for number 0. */
    String hash(String programme, long number) {
        return jdbc.sql("SELECT hash FROM events.event WHERE programme = ? AND journal_number = ?")
                .params(programme, number)
                .query(byte[].class)
                .optional()
                .map(HexFormat.of()::formatHex)
                .orElse(StoredEntry.BEFORE_THE_FIRST);
    }

    /** The entry that fixed the report that holds for a date. */
    Optional<Long> fixed(String programme, LocalDate reportDate) {
        return jdbc.sql(
                        """
                        SELECT max(journal_number) FROM events.event
                        WHERE aggregate_id = ? AND programme = ? AND name = 'report-fixed'""")
                .params(programme + "/rapportages/" + reportDate, programme)
                .query(Long.class)
                .optional();
    }

    /** A digest over every stored row that the proof shows. */
    String digest(Extent extent) {
        return jdbc.sql(DIGEST)
                .param("programme", extent.programme())
                .param("from", extent.from())
                .param("upTo", extent.upTo())
                .query(String.class)
                .single();
    }

    void entries(String programme, long from, long upTo, Consumer<StoredEntry> reader) {
        connection.execute(
                (ConnectionCallback<@Nullable Void>)
                        one -> {
                            StoredJournal.read(one, programme, from, upTo, reader);
                            return null;
                        });
    }

    /** Gives the acts that have entries inside an extent, in journal order. */
    void acts(Extent extent, Consumer<Act> reader) {
        connection.query(
                """
                SELECT first_number, last_number FROM events.act
                WHERE programme = ? AND last_number >= ? AND first_number <= ?
                ORDER BY first_number, last_number""",
                row -> {
                    reader.accept(new Act(row.getLong(1), row.getLong(2)));
                },
                extent.programme(),
                extent.from(),
                extent.upTo());
    }

    /** Gives the entries after an extent that erased texts inside it. */
    void erasuresAfter(Extent extent, Consumer<StoredEntry> reader) {
        List<Long> numbers =
                jdbc.sql(
                                """
                                SELECT journal_number FROM events.event
                                WHERE programme = ? AND journal_number > ? AND name = 'text-erased'
                                ORDER BY journal_number""")
                        .params(extent.programme(), extent.upTo())
                        .query(Long.class)
                        .list();
        for (long number : numbers) {
            entries(
                    extent.programme(),
                    number,
                    number,
                    entry -> {
                        long erased = erased(entry);
                        if (erased >= extent.from() && erased <= extent.upTo()) {
                            reader.accept(entry);
                        }
                    });
        }
    }

    private long erased(StoredEntry entry) {
        try {
            return json.readTree(entry.facts()).path("entry").asLong(0);
        } catch (JacksonException unreadable) {
            return 0;
        }
    }

    /**
     * The checkpoints inside an extent, and those beyond the journal's head: they tell that it was
     * longer.
     */
    List<Checkpoint> checkpoints(Extent extent) {
        return checkpoints.of(extent.programme()).stream()
                .filter(one -> one.number() >= extent.from())
                .filter(one -> one.number() <= extent.upTo() || one.number() > extent.head())
                .toList();
    }

    /** All checkpoints of a programme, in journal order. */
    List<Checkpoint> checkpoints(String programme) {
        return checkpoints.of(programme);
    }

    /** Every key that ever signed, the first one first. */
    List<CheckpointKey> keys() {
        return checkpoints.keys();
    }
}
