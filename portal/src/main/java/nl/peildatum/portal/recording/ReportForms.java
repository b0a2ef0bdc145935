package nl.peildatum.portal.recording;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.Today;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.TypedDate;
import nl.peildatum.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/** Fixing what a report says: by one person, or proposed by one and confirmed by another. */
@Controller
@RequestMapping(
        path = "/programmas/{programma}/rapportages",
        method = {RequestMethod.GET, RequestMethod.POST})
class ReportForms {

    private final Recording recording;
    private final Questions questions;

    ReportForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    @RequestMapping("/vaststellen")
    View fix(Cut cut, HttpServletRequest request) {
        return recording.of(cut, request, () -> new Fixing(cut, new Filled(request)));
    }

    @RequestMapping("/{dag}/bevestigen")
    View confirm(Cut cut, @PathVariable String dag, HttpServletRequest request) {
        return recording.of(cut, request, () -> new Confirming(cut, dag));
    }

    /**
     * The overview as it is at the moment that the form is made; what was seen is what is fixed.
     */
    private final class Fixing implements Task {

        private final String day;
        private final long upTo;
        private final String digest;
        private final Cut seen;

        Fixing(Cut cut, Filled filled) {
            Cut now = Cut.now(cut.programme());
            this.day = day(filled.text("peildatum", cut.reportDate()));
            String given = filled.given("bekendTot");
            this.upTo =
                    given != null && given.matches("\\d{1,18}")
                            ? Long.parseLong(given)
                            : questions.ask(now.data(""), Known.class).bekendTot();
            this.seen = new Cut(cut.programme(), day, null, String.valueOf(upTo));
            String shown = filled.given("digest");
            this.digest =
                    shown == null
                            ? questions.header(
                                    seen.data("/monitoringsoverzicht"), "Digest-Overzicht")
                            : shown;
        }

        private static String day(String typed) {
            try {
                return LocalDate.parse(String.valueOf(TypedDate.iso(typed.strip()))).toString();
            } catch (DateTimeParseException none) {
                return LocalDate.now(Today.AMSTERDAM).toString();
            }
        }

        @Override
        public String title() {
            return Words.of("vaststellen.titel");
        }

        @Override
        public String about() {
            return Words.of("rapportage.naam", Words.date(LocalDate.parse(day)));
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
        public boolean canBeTried() {
            return false;
        }

        @Override
        public String button() {
            return Words.of("vaststellen.knop");
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(
                    Property.RAPPORTAGETITEL.on("", filled, null),
                    Property.REDEN.on("", filled, null));
        }

        @Override
        public Content extra() {
            return Page.TEMPLATES.vaststellen(
                    day, String.valueOf(upTo), digest, seen.page("/overzicht.html"), seen.page(""));
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
    private record Confirming(Cut cut, String day) implements Task {

        @Override
        public String title() {
            return Words.of("bevestigen.titel");
        }

        @Override
        public String about() {
            return Words.of("bevestigen.over", day);
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
            return new ArrayList<>(List.of(Property.REDEN.on("", filled, null)));
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
