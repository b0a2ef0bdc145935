package nl.peildatum.portal.counts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.api.Today;
import nl.peildatum.portal.counts.Questions.NoAnswer;
import nl.peildatum.portal.door.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page: how many actions had which status on a report date. */
@Controller
class CountsPage {

    private static final Locale DUTCH = Locale.of("nl", "NL");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH:mm:ss", DUTCH);

    private final Questions questions;
    private final Refusals refusals;

    CountsPage(Questions questions, Refusals refusals) {
        this.questions = questions;
        this.refusals = refusals;
    }

    @GetMapping("/")
    String show(
            @RequestParam(required = false) @Nullable String peildatum,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        String asked = peildatum == null || peildatum.isBlank() ? null : peildatum.strip();
        List<Shown> shown = new ArrayList<>();
        int status = 200;
        String failure = null;
        try {
            for (Programme programme : questions.programmes()) {
                shown.add(new Shown(questions.dashboard(programme.programma(), asked)));
            }
        } catch (NoAnswer none) {
            status = none.status();
            failure =
                    none.detail() == null
                            ? refusals.detail(ProblemKind.ofStatus(status))
                            : none.detail();
        }
        response.setStatus(status);
        if (status == ProblemKind.UNAVAILABLE.status()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        model.addAttribute("programmas", shown);
        model.addAttribute("mislukt", failure);
        model.addAttribute("onjuist", status == ProblemKind.INVALID.status());
        model.addAttribute("kolommen", StatusColumn.values());
        model.addAttribute("peildatum", dateFor(asked, shown));
        return "aantallen";
    }

    /** What the date field shows: what was asked, else the date that was answered. */
    private static String dateFor(@Nullable String asked, List<Shown> shown) {
        if (asked != null) {
            return asked;
        }
        return shown.isEmpty()
                ? LocalDate.now(Today.AMSTERDAM).toString()
                : shown.getFirst().dashboard().peildatum().toString();
    }

    /** A dashboard with its dates in words. */
    record Shown(Dashboard dashboard) {

        public String peildatum() {
            return DATE.format(dashboard.peildatum());
        }

        public @Nullable String bekendOp() {
            Instant known = dashboard.bekendOp();
            return known == null ? null : MOMENT.format(known.atZone(Today.AMSTERDAM));
        }
    }
}
