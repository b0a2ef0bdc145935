package nl.peildatum.query.proof;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Problem;
import nl.peildatum.contract.Fault;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.DisconnectedClientHelper;

/** The proof of a journal, and its signed checkpoints, each from one snapshot of what is stored. */
@RestController
class ProofAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProofAnswers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final StoredProof stored;
    private final Proof proof;
    private final TransactionTemplate snapshot;

    ProofAnswers(StoredProof stored, Proof proof, DataSource dataSource) {
        this.stored = stored;
        this.proof = proof;
        snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The keys that ever signed, the first one first, and the checkpoints in journal order. */
    record CheckpointsShown(
            String programma, List<CheckpointKey> sleutels, List<Checkpoint> controlepunten) {}

    @GetMapping(
            path = QueryApi.PROGRAMME + "/journaal/controlepunten",
            produces = "application/json")
    CheckpointsShown checkpoints(@PathVariable String programma, Asked question) {
        Long processed = ProofAsked.of(question).processed();
        await(programma, processed);
        return Objects.requireNonNull(
                snapshot.execute(
                        _ ->
                                new CheckpointsShown(
                                        programma, stored.keys(), stored.checkpoints(programma))));
    }

    /** The keys that ever signed, the first one first. */
    record KeysShown(List<CheckpointKey> sleutels) {}

    @GetMapping(path = QueryApi.KEYS, produces = "application/json")
    KeysShown keys(Asked question) {
        question.nothing();
        return new KeysShown(stored.keys());
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/bewijs", produces = "application/zip")
    void proof(
            @PathVariable String programma,
            Asked question,
            HttpServletRequest request,
            HttpServletResponse response) {
        ProofAsked asked = ProofAsked.of(question);
        await(programma, asked.processed());
        try {
            snapshot.executeWithoutResult(_ -> answer(extent(programma, asked), request, response));
        } catch (UncheckedIOException broken) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(broken)) {
                throw broken;
            }
            LOG.debug("The caller broke off a proof of {}", programma);
        }
    }

    private void answer(Extent extent, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("application/zip");
        if (new ServletWebRequest(request, response).checkNotModified(proof.tag(extent))) {
            return;
        }
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + extent.fileName() + '"');
        try {
            if (HttpMethod.HEAD.matches(request.getMethod())) {
                response.flushBuffer();
            } else {
                proof.write(extent, response.getOutputStream());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Extent extent(String programme, ProofAsked asked) {
        long head = stored.head(programme);
        LocalDate reportDate = asked.reportDate();
        if (reportDate != null) {
            long fixed =
                    stored.fixed(programme, reportDate)
                            .orElseThrow(() -> unknownReport(reportDate));
            return extent(programme, 1, fixed, head, reportDate);
        }
        List<Fault> faults = new ArrayList<>();
        long from = within("vanaf", asked.from(), 1, head, faults);
        long upTo = within("totEnMet", asked.upTo(), head, head, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return extent(programme, from, upTo, head, null);
    }

    private static long within(
            String name, @Nullable Long number, long usual, long head, List<Fault> faults) {
        if (number != null && number > head) {
            faults.add(new Fault(name, Wording.RANGE_BEYOND_JOURNAL.text(Long.toString(head))));
        }
        return number == null ? usual : number;
    }

    private Extent extent(
            String programme, long from, long upTo, long head, @Nullable LocalDate reportDate) {
        return new Extent(
                programme, from, upTo, head, stored.hash(programme, from - 1), reportDate);
    }

    private static Problem unknownReport(LocalDate reportDate) {
        return Problem.unknown(Wording.NO_FIXED_REPORT.text(reportDate.toString()));
    }

    /** Sees to it that there is such a programme, and that its journal has come to a number. */
    private void await(String programme, @Nullable Long number) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long head = ProgrammeId.isValid(programme) ? stored.head(programme) : 0;
            if (head == 0) {
                throw Problem.unknown(Wording.UNKNOWN_PROGRAMME.text(programme));
            }
            if (number == null || head >= number) {
                return;
            }
            if (System.nanoTime() >= deadline || !slept()) {
                throw Problem.unavailable(
                        Wording.NOT_PROCESSED.text(
                                Long.toString(number),
                                programme,
                                Long.toString(head),
                                Long.toString(PATIENCE.toSeconds())),
                        PATIENCE,
                        Map.of("verwerktTot", head));
            }
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
