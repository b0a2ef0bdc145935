package nl.peildatum.portal.recording;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.Today;
import nl.peildatum.look.Look;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.changes.Difference;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.lines.Publication;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.reports.Report;
import nl.peildatum.portal.words.TypedDate;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/** Fixing what a report says: by one person, or proposed by one and confirmed by another. */
@Controller
@RequestMapping(
        path = "/programmas/{programma}/rapportages",
        method = {RequestMethod.GET, RequestMethod.POST})
class ReportForms {

    private static final String JSON = "application/json";

    private final Recording recording;
    private final Questions questions;

    ReportForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    @RequestMapping("/vaststellen")
    View fix(Cut cut, HttpServletRequest request) {
        return recording.of(cut, request, about -> new Fixing(about, cut, new Filled(request)));
    }

    @RequestMapping("/{dag}/bevestigen")
    View confirm(Cut cut, @PathVariable String dag, HttpServletRequest request) {
        return recording.of(
                cut,
                request,
                () ->
                        new Confirming(
                                cut,
                                dag,
                                questions.ask(
                                        Cut.now(cut.programme())
                                                .data("/rapportages/" + Cut.encoded(dag)),
                                        Report.class)));
    }

    /** What the signals say, of which some have been judged. */
    private record Signals(List<Signal> signalen) {

        private record Signal(@Nullable JsonNode beoordeling) {

            boolean open() {
                return beoordeling == null || beoordeling.isNull();
            }
        }

        long open() {
            return signalen.stream().filter(Signal::open).count();
        }
    }

    /** An overview with the digest that it has. */
    private record Read(Publication publication, String digest) {}

    /**
     * The overview as it is at the moment that the form is made; what was read is what is fixed.
     */
    private final class Fixing implements Task {

        private final String day;
        private final long upTo;
        private final Cut seen;
        private final @Nullable Read read;
        private final String digest;
        private final Content checklist;

        Fixing(About about, Cut cut, Filled filled) {
            this.day = day(filled.text("peildatum", cut.reportDate()));
            String given = filled.given("bekendTot");
            this.upTo =
                    given != null && given.matches("\\d{1,18}")
                            ? Long.parseLong(given)
                            : about.head();
            this.seen = new Cut(cut.programme(), day, null, String.valueOf(upTo));
            boolean wasRead = day.equals(filled.text("gelezen")) && filled.given("digest") != null;
            this.read = filled.sent() && !wasRead ? read() : null;
            this.digest = read == null ? filled.text("digest") : read.digest();
            this.checklist = filled.sent() ? Look.NOTHING : checklist(about);
        }

        private static String day(String typed) {
            try {
                return LocalDate.parse(String.valueOf(TypedDate.iso(typed.strip()))).toString();
            } catch (DateTimeParseException none) {
                return LocalDate.now(Today.AMSTERDAM).toString();
            }
        }

        private Read read() {
            HttpResponse<InputStream> answer;
            try {
                answer = questions.open(seen.data("/monitoringsoverzicht"), JSON, null);
                try (InputStream body = answer.body()) {
                    return new Read(
                            questions.read(questions.tree(body.readAllBytes()), Publication.class),
                            answer.headers()
                                    .firstValue("Digest-Overzicht")
                                    .orElseThrow(NoAnswer::away));
                }
            } catch (IOException away) {
                throw NoAnswer.away();
            }
        }

        private Content checklist(About about) {
            long signals =
                    questions
                            .ask(seen.data("/signalen", "paginagrootte", 200), Signals.class)
                            .open();
            LocalDate last = about.moments().reportBefore(LocalDate.parse(day).plusDays(1));
            About.Fixed report = last == null ? null : about.moments().fixed(last);
            if (report == null) {
                return Page.TEMPLATES.nalopen(signals, seen.page("/signalen"), null, null, null);
            }
            Cut since =
                    new Cut(
                            seen.programme(),
                            report.peildatum().toString(),
                            null,
                            String.valueOf(report.bekendTot()));
            Difference difference = questions.ask(seen.difference(since), Difference.class);
            return Page.TEMPLATES.nalopen(
                    signals,
                    seen.page("/signalen"),
                    report,
                    difference,
                    seen.page(
                            "/veranderingen",
                            "van",
                            report.peildatum(),
                            "tot",
                            day,
                            "bekendTotVan",
                            report.bekendTot()));
        }

        @Override
        public String title() {
            return Words.of("vaststellen.titel");
        }

        @Override
        public String about() {
            return Words.of("menu.rapportages");
        }

        @Override
        public String path() {
            return "/rapportages/vaststellen";
        }

        @Override
        public String command() {
            return "/rapportages";
        }

        @Override
        public String first() {
            return Words.of("vaststellen.lees");
        }

        @Override
        public String button() {
            return Words.of("vaststellen.knop");
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(
                    Field.of(Field.Kind.DATE, "peildatum", filled, day)
                            .needed()
                            .helped("vaststellen.peildatum"),
                    Property.RAPPORTAGETITEL.on("", filled, null),
                    Property.REDEN.on("", filled, null).helped("vaststellen.reden"));
        }

        @Override
        public Content extra() {
            return checklist;
        }

        @Override
        public @Nullable Content preview() {
            Read whole = read == null ? read() : read;
            return Page.TEMPLATES.vaststellen(
                    day, String.valueOf(upTo), whole.digest(), whole.publication(), seen);
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("peildatum", day);
            body.put("bekendTot", upTo);
            body.put("digest", digest);
            Property.RAPPORTAGETITEL.addChanged(body, "", filled, null);
            Property.REDEN.addChanged(body, "", filled, null);
            return body;
        }

        @Override
        public String after() {
            return "/rapportages";
        }
    }

    /** A report that somebody else proposed. */
    private record Confirming(Cut cut, String day, Report report) implements Task {

        @Override
        public String title() {
            return Words.of("bevestigen.titel");
        }

        @Override
        public String about() {
            return Words.of("rapportage.naam", Words.date(report.peildatum()));
        }

        @Override
        public String path() {
            return "/rapportages/" + Cut.encoded(day) + "/bevestigen";
        }

        @Override
        public String command() {
            return "/rapportages/" + Cut.encoded(day) + "/bevestigingen";
        }

        @Override
        public boolean canBeTried() {
            return false;
        }

        @Override
        public String button() {
            return Words.of("bevestigen.knop");
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(Property.REDEN.on("", filled, null).helped("formulier.reden"));
        }

        @Override
        public Content extra() {
            Report proposed = report.waiting();
            if (proposed == null) {
                return Page.TEMPLATES.waarschuwing(List.of(Words.of("bevestigen.niets")));
            }
            Cut then = cut.pinned(proposed.peildatum(), proposed.bekendTot());
            return Page.TEMPLATES.voorgesteld(
                    proposed,
                    then.page("/overzicht"),
                    cut.knowingAll()
                            .page(
                                    "/veranderingen",
                                    "van",
                                    proposed.peildatum(),
                                    "tot",
                                    proposed.peildatum(),
                                    "bekendTotVan",
                                    proposed.bekendTot()));
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            Property.REDEN.addChanged(body, "", filled, null);
            return body;
        }

        @Override
        public String after() {
            return "/rapportages/" + Cut.encoded(day);
        }
    }
}
