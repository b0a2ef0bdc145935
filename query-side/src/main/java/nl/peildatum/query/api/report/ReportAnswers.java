package nl.peildatum.query.api.report;

import static nl.peildatum.api.Role.AUDITOR;
import static nl.peildatum.api.Role.SECRETARIAAT;
import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static nl.peildatum.query.api.cut.ProjectionName.REPORTS;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.api.Problem;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The reports that were fixed, each with whether it still reproduces. */
@RestController
class ReportAnswers {

    private static final String REPORT = QueryApi.PROGRAMME + "/rapportages/{peildatum}";

    private final Cuts cuts;
    private final ReportEntries reports;
    private final Reproduction reproduction;
    private final SinceFixed since;
    private final ErasedTexts erasedTexts;

    ReportAnswers(
            Cuts cuts,
            ReportEntries reports,
            Reproduction reproduction,
            SinceFixed since,
            ErasedTexts erasedTexts) {
        this.cuts = cuts.inTurn();
        this.reports = reports;
        this.reproduction = reproduction;
        this.since = since;
        this.erasedTexts = erasedTexts;
    }

    /**
     * A report, or a proposal of one.
     *
     * @param door who fixed or proposed it, a subject; absent for those who may not know
     * @param gewisteTeksten the entries of which it showed a text that was erased since
     * @param adresOverzicht where the overview is as it was fixed
     */
    record ReportShown(
            LocalDate peildatum,
            String status,
            @Nullable String titel,
            long journaalnummer,
            Instant geregistreerdOp,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String door,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String voorgesteldDoor,
            @Nullable String reden,
            long bekendTot,
            String vorm,
            String digest,
            List<Long> gewisteTeksten,
            String adresOverzicht) {}

    /** The reports of a programme, the newest for each date, by date. */
    record ReportList(
            String programma,
            @JsonUnwrapped CutShown cut,
            List<ReportShown> rapportages,
            int totaal,
            int pagina,
            int paginagrootte) {}

    /**
     * A report, with what is known otherwise since.
     *
     * @param reproduceert whether it can be made again from the events, to the bit
     * @param gewijzigdSindsVaststelling what is known otherwise now of the report date
     * @param voorstel a proposal for the date that waits to be confirmed
     */
    record ReportAlone(
            String programma,
            @JsonUnwrapped ReportShown report,
            @Nullable Boolean reproduceert,
            boolean gewijzigd,
            List<SinceFixed.Change> gewijzigdSindsVaststelling,
            @Nullable ReportShown voorstel,
            List<ReportShown> eerdere) {}

    @GetMapping(path = QueryApi.PROGRAMME + "/rapportages", produces = "application/json")
    ResponseEntity<ReportList> list(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        Paging paging = Paging.of(question);
        boolean withActor = question.caller().is(SECRETARIAAT, AUDITOR);
        PageLinks links = new PageLinks(question);
        return cuts.answer(
                programma,
                asked,
                Set.of(REPORTS, VERSIONS, JOURNAL),
                cut -> {
                    List<ReportShown> newest = newest(cut, withActor);
                    return links.pages(
                            new ReportList(
                                    cut.programme(),
                                    CutShown.of(cut),
                                    paging.of(newest),
                                    newest.size(),
                                    paging.page(),
                                    paging.size()),
                            paging,
                            newest.size(),
                            cut);
                });
    }

    private List<ReportShown> newest(Cut cut, boolean withActor) {
        List<ReportEntry> known = reports.known(cut.programme(), cut.knownUpTo());
        SortedMap<LocalDate, ReportEntry> newest = new TreeMap<>();
        for (ReportEntry entry : known) {
            if (entry.fixed() || !newest.containsKey(entry.reportDate())) {
                newest.put(entry.reportDate(), entry);
            }
        }
        return newest.values().stream().map(entry -> shown(entry, known, withActor)).toList();
    }

    @GetMapping(path = REPORT, produces = "application/json")
    ReportAlone one(
            @PathVariable String programma, @PathVariable("peildatum") String day, Asked question) {
        CutAsked asked = CutAsked.of(question);
        boolean withActor = question.caller().is(SECRETARIAAT, AUDITOR);
        return cuts.answer(
                programma,
                asked,
                Set.of(REPORTS, VERSIONS, JOURNAL),
                cut -> one(cut, reportDate(day), withActor));
    }

    private ReportAlone one(Cut cut, LocalDate day, boolean withActor) {
        List<ReportEntry> about = reports.about(cut.programme(), day, cut.knownUpTo());
        if (about.isEmpty()) {
            throw unknown(day.toString());
        }
        List<ReportEntry> fixed =
                about.stream()
                        .filter(ReportEntry::fixed)
                        .sorted(Comparator.comparing(ReportEntry::number).reversed())
                        .toList();
        ReportEntry last = about.getLast();
        ReportShown waiting = last.fixed() ? null : shown(last, about, withActor);
        if (fixed.isEmpty()) {
            return new ReportAlone(
                    cut.programme(),
                    shown(last, about, withActor),
                    null,
                    false,
                    List.of(),
                    waiting,
                    List.of());
        }
        ReportEntry report = fixed.getFirst();
        List<SinceFixed.Change> changes =
                report.knownUpTo() > cut.knownUpTo() ? List.of() : since.changes(report, cut);
        return new ReportAlone(
                cut.programme(),
                shown(report, about, withActor),
                reproduction.reproduces(report),
                !changes.isEmpty(),
                changes,
                waiting,
                fixed.stream().skip(1).map(each -> shown(each, about, withActor)).toList());
    }

    private ReportShown shown(ReportEntry entry, List<ReportEntry> about, boolean withActor) {
        String proposedBy =
                about.stream()
                        .filter(other -> Long.valueOf(other.number()).equals(entry.proposal()))
                        .map(ReportEntry::actor)
                        .findFirst()
                        .orElse(null);
        return new ReportShown(
                entry.reportDate(),
                entry.fixed() ? "VASTGESTELD" : "VOORGESTELD",
                entry.title(),
                entry.number(),
                entry.recordedAt(),
                withActor ? entry.actor() : null,
                withActor ? proposedBy : null,
                entry.reason(),
                entry.knownUpTo(),
                entry.form(),
                entry.digest(),
                erasedTexts.in(entry),
                "/api/v1/programmas/%s/monitoringsoverzicht?peildatum=%s&bekendTot=%d"
                        .formatted(entry.programme(), entry.reportDate(), entry.knownUpTo()));
    }

    private static LocalDate reportDate(String path) {
        try {
            return LocalDate.parse(path);
        } catch (DateTimeException malformed) {
            throw unknown(path);
        }
    }

    private static Problem unknown(String day) {
        return Problem.unknown(Wording.UNKNOWN_REPORT.text(day));
    }
}
