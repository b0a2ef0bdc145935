package nl.peildatum.query.checking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.api.Problem;
import nl.peildatum.api.Today;
import nl.peildatum.contract.Moments;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.checking.AuditLines.Chosen;
import nl.peildatum.query.checking.AuditLines.Shown;
import nl.peildatum.query.download.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, to read and to download, for auditors. */
@RestController
class AuditLogAnswers {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_DOWNLOADED = 100_000;

    private final AuditLines lines;

    AuditLogAnswers(AuditLines lines) {
        this.lines = lines;
    }

    /** A page of the log; {@code totaal} counts what was chosen. */
    record Page(List<Shown> regels, long totaal, int pagina, int paginagrootte) {}

    @GetMapping(path = QueryApi.AUDIT_LOG, produces = "application/json")
    Page page(Asked question) {
        Paging paging = Paging.of(question);
        Chosen chosen = chosen(question);
        return new Page(
                lines.lines(chosen, paging.offset(), paging.size()),
                lines.count(chosen),
                paging.page(),
                paging.size());
    }

    /** Everything that was chosen, so that it can be kept elsewhere; too much of it is refused. */
    @GetMapping(path = QueryApi.AUDIT_LOG, produces = "text/csv")
    ResponseEntity<byte[]> download(Asked question) {
        Chosen chosen = chosen(question);
        long count = lines.count(chosen);
        if (count > MOST_DOWNLOADED) {
            throw Problem.invalid("vanaf", Sentence.TOO_MANY_LINES.text(count, MOST_DOWNLOADED));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("auditlog.csv").build().toString())
                .body(csv(lines.lines(chosen, 0, MOST_DOWNLOADED)));
    }

    /** Lines of a kind, and of which days. */
    record LinesAsked(
            AuditLog.@Nullable Kind soort, @Nullable LocalDate vanaf, @Nullable LocalDate tot) {}

    private static Chosen chosen(Asked question) {
        LinesAsked asked = question.query(LinesAsked.class);
        LocalDate from = asked.vanaf();
        LocalDate upTo = asked.tot();
        if (from != null && upTo != null && upTo.isBefore(from)) {
            throw Problem.invalid("tot", Sentence.RANGE_REVERSED.text(upTo, from));
        }
        return new Chosen(
                asked.soort(),
                from == null ? Instant.EPOCH : from.atStartOfDay(Today.AMSTERDAM).toInstant(),
                upTo == null ? LATEST : upTo.plusDays(1).atStartOfDay(Today.AMSTERDAM).toInstant());
    }

    private static byte[] csv(List<Shown> shown) {
        return Csv.REGISTERED.bytes(
                List.of("nummer", "geregistreerdOp", "soort", "door", "inhoud", "hash", "zin"),
                shown.stream()
                        .map(
                                line ->
                                        List.of(
                                                String.valueOf(line.nummer()),
                                                Moments.format(line.geregistreerdOp()),
                                                line.soort(),
                                                Objects.requireNonNullElse(line.door(), ""),
                                                line.inhoud().toString(),
                                                line.hash(),
                                                line.zin()))
                        .toList());
    }
}
