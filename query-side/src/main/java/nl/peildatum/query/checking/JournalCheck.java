package nl.peildatum.query.checking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.Checkpoints;
import nl.peildatum.eventstore.StoredEntry;
import nl.peildatum.eventstore.StoredJournal;
import nl.peildatum.query.checking.Deviation.Kind;
import nl.peildatum.query.checking.Witnesses.Source;
import nl.peildatum.query.checking.Witnesses.Witness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a programme's journal is still as it was recorded.
 *
 * <p>Recomputes the chain from the stored bytes, and holds it against the free texts, the
 * checkpoints and the projection, all from one snapshot and without holding the journal. Trusts
 * none of them: what the one cannot tell the other may.
 */
@Component
class JournalCheck {

    /** So many entries with wrong texts are named; more are not looked for. */
    private static final int MOST_TEXTS = 1000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    JournalCheck(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
        jdbc = JdbcClient.create(dataSource);
        checkpoints = new Checkpoints(dataSource);
        snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Every programme of which something is recorded, or of which something still says it was. */
    List<String> programmes() {
        return jdbc.sql(
                        """
                        WITH RECURSIVE known AS (
                            (SELECT programme FROM events.event ORDER BY programme LIMIT 1)
                            UNION ALL
                            SELECT (SELECT e.programme FROM events.event e
                                    WHERE e.programme > known.programme ORDER BY e.programme LIMIT 1)
                            FROM known WHERE known.programme IS NOT NULL)
                        SELECT programme FROM known WHERE programme IS NOT NULL
                        UNION SELECT programme FROM progress
                        UNION SELECT programme FROM events.checkpoint
                        ORDER BY programme""")
                .query(String.class)
                .list();
    }

    /** Whether something is recorded of a programme, or still says it was. */
    boolean knows(String programme) {
        return ProgrammeId.isValid(programme)
                && jdbc.sql(
                                """
                        SELECT EXISTS (SELECT FROM events.event WHERE programme = :programme)
                            OR EXISTS (SELECT FROM progress WHERE programme = :programme)
                            OR EXISTS (SELECT FROM events.checkpoint WHERE programme = :programme)""")
                        .param("programme", programme)
                        .query(Boolean.class)
                        .single();
    }

    /** Checks a programme's journal. */
    Outcome check(String programme, Question question) {
        return Objects.requireNonNull(
                snapshot.execute(_ -> new Check(programme, question).outcome()));
    }

    /** One check, within one snapshot. */
    private final class Check {

        private final String programme;
        private final Question question;
        private final Deviations deviations = new Deviations();
        private final Witnesses witnesses = new Witnesses();
        private final Map<Long, String> texts = new LinkedHashMap<>();
        private final Map<Long, Long> erasedBy = new HashMap<>();
        private int stored;

        Check(String programme, Question question) {
            this.programme = programme;
            this.question = question;
        }

        Outcome outcome() {
            gatherWitnesses();
            gatherErasures();
            Chain chain = recompute();
            texts.forEach((number, sentence) -> deviations.add(Kind.GEWIJZIGD, number, sentence));
            Projected projected = new Projected(jdbc, programme, question, chain, deviations);
            projected.compare();
            tellTail(chain, projected);
            tellRewritten(chain, projected);
            ActsCheck acts = new ActsCheck(jdbc, programme, question);
            if (deviations.total() == 0) {
                acts.compare(chain.last(), question.upTo() > chain.reached(), deviations);
            }
            return new Outcome(
                    clock.instant(),
                    question.from(),
                    chain.looked(),
                    chain.last(),
                    chain.lastHash(),
                    stored,
                    acts.count(),
                    witnesses.compared(question.given()),
                    deviations.named(),
                    deviations.total());
        }

        private void gatherWitnesses() {
            SigningKeys keys = new SigningKeys(checkpoints.keys(), deviations);
            for (Checkpoint checkpoint : checkpoints.of(programme)) {
                if (question.covers(checkpoint.number())) {
                    stored++;
                    if (keys.signed(checkpoint, deviations)) {
                        witnesses.add(
                                new Witness(checkpoint.number(), checkpoint.hash(), Source.SIGNED));
                    }
                }
            }
            question.given()
                    .forEach(
                            given ->
                                    witnesses.add(
                                            new Witness(
                                                    given.number(), given.hash(), Source.GIVEN)));
        }

        /** Which entry says that the texts of which other are erased; there are few. */
        private void gatherErasures() {
            jdbc.sql(
                            """
                            SELECT journal_number, facts FROM events.event
                            WHERE programme = ? AND name = 'text-erased' ORDER BY journal_number""")
                    .param(programme)
                    .query(
                            (row) -> {
                                Long erased = erased(row.getBytes("facts"));
                                if (erased != null && erased < row.getLong("journal_number")) {
                                    erasedBy.put(erased, row.getLong("journal_number"));
                                }
                            });
        }

        private static @Nullable Long erased(byte[] facts) {
            try {
                long entry = JSON.readTree(facts).path("entry").asLong(0);
                return entry == 0 ? null : entry;
            } catch (JacksonException tampered) {
                return null; // its own hash tells
            }
        }

        private Chain recompute() {
            KeptOfJournal kept = new KeptOfJournal(jdbc, programme, witnesses.byNumber());
            Chain chain =
                    question.from() == 1
                            ? Chain.whole(deviations, kept)
                            : new Chain(question.from() - 1, hashBefore(), deviations, kept);
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                StoredJournal.read(
                        connection,
                        programme,
                        question.from(),
                        question.upTo(),
                        entry -> {
                            witnesses.seen(entry.hash());
                            lookAtTexts(entry);
                            chain.look(Link.of(entry));
                        });
            } catch (SQLException failure) {
                throw new IllegalStateException("the journal cannot be read", failure);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
            chain.end();
            return chain;
        }

        private @Nullable String hashBefore() {
            return jdbc.sql(
                            """
                            SELECT encode(hash, 'hex') FROM events.event
                            WHERE programme = ? AND journal_number = ?""")
                    .params(programme, question.from() - 1)
                    .query(String.class)
                    .optional()
                    .orElse(null);
        }

        private void lookAtTexts(StoredEntry entry) {
            if (texts.size() >= MOST_TEXTS) {
                return;
            }
            long number = entry.number();
            Long eraser = erasedBy.get(number);
            boolean there = entry.texts() != null;
            if (!entry.keepsItsTexts()) {
                texts.put(number, Sentence.TEXT_CHANGED.text(number));
            } else if (!there && entry.commitment() != null && eraser == null) {
                texts.put(number, Sentence.TEXT_GONE.text(number));
            } else if (there && eraser != null) {
                texts.put(number, Sentence.TEXT_BACK.text(number, eraser));
            }
        }

        private void tellTail(Chain chain, Projected projected) {
            if (question.upTo() < chain.reached()) {
                return;
            }
            Witness witness = witnesses.beyond(chain.reached());
            if (witness != null && witness.number() >= projected.beyond()) {
                Witnesses.tellTail(deviations, chain.reached(), Witnesses.inWords(witness));
            } else if (projected.beyond() > 0) {
                Witnesses.tellTail(
                        deviations,
                        chain.reached(),
                        Sentence.WITNESS_PROJECTION.text(projected.beyond()));
            }
        }

        /** What fits but is not what was kept of it: one sentence, however many entries. */
        private void tellRewritten(Chain chain, Projected projected) {
            Witness broken = witnesses.broken(chain.reached(), deviations);
            long from = projected.rewrittenFrom();
            if (broken == null && from == 0) {
                return;
            }
            String sentence;
            if (broken == null) {
                sentence = Sentence.REWRITTEN_PROCESSED.text(from, projected.rewritten());
            } else if (from == 0) {
                sentence = witnesses.rewrittenSince(broken);
            } else {
                sentence = Sentence.REWRITTEN_BOTH.text(witnesses.rewrittenSince(broken), from);
            }
            long first = broken == null ? from : broken.number();
            deviations.addBesides(
                    Kind.HERSCHREVEN, from == 0 ? first : Math.min(from, first), sentence);
        }
    }
}
