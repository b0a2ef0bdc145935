package nl.peildatum.portal.recording;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/** The forms about an action line: a new one, and what it says from a day on. */
@Controller
@RequestMapping(
        path = "/programmas/{programma}/actielijnen",
        method = {RequestMethod.GET, RequestMethod.POST})
class LineForms {

    private final Recording recording;
    private final Questions questions;

    LineForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    @RequestMapping("/nieuw")
    View planned(Cut cut, HttpServletRequest request) {
        return recording.of(cut, request, () -> new New(new Filled(request)));
    }

    @RequestMapping("/{nummer}/herzien")
    View revised(Cut cut, @PathVariable String nummer, HttpServletRequest request) {
        return recording.of(
                cut, request, () -> new Revised(LineNow.of(questions, cut.programme(), nummer)));
    }

    private static final class New implements Task {

        private static final Whole WHOLE =
                new Whole(
                        Stream.concat(Stream.of(Property.NUMMER), Property.LINE.stream()).toList(),
                        List.of(Property.NUMMER, Property.TITEL, Property.LANGE_TITEL),
                        _ -> null,
                        null);

        private final @Nullable String number;

        New(Filled filled) {
            this.number = filled.given("nummer");
        }

        @Override
        public String title() {
            return Words.of("formulier.nieuweLijn");
        }

        @Override
        public String about() {
            return Words.of("menu.stand");
        }

        @Override
        public String path() {
            return "/actielijnen/nieuw";
        }

        @Override
        public String command() {
            return "/actielijnen";
        }

        @Override
        public boolean canBeTried() {
            return false;
        }

        @Override
        public List<Field> fields(Filled filled) {
            return WHOLE.fields(filled);
        }

        @Override
        public Content extra() {
            return Page.TEMPLATES.waarschuwing(List.of(Words.of("lijn.vanaf")));
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            return WHOLE.body(filled);
        }

        @Override
        public String after() {
            return "/actielijnen/" + number;
        }

        @Override
        public String back() {
            return "";
        }
    }

    private static final class Revised implements Task {

        private final LineNow line;
        private final Whole whole;

        Revised(LineNow line) {
            this.line = line;
            this.whole =
                    new Whole(
                            Property.LINE,
                            List.of(Property.TITEL, Property.LANGE_TITEL),
                            line::now,
                            Property.today());
        }

        @Override
        public String title() {
            return Words.of("formulier.herzienLijn");
        }

        @Override
        public String about() {
            return line.name();
        }

        @Override
        public String path() {
            return line.path() + "/herzien";
        }

        @Override
        public String command() {
            return line.path();
        }

        @Override
        public String method() {
            return "PUT";
        }

        @Override
        public boolean canBeTried() {
            return false;
        }

        @Override
        public List<Field> fields(Filled filled) {
            return whole.fields(filled);
        }

        @Override
        public Content extra() {
            return Page.TEMPLATES.waarschuwing(List.of(Words.of("lijn.heel")));
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            return whole.body(filled);
        }

        @Override
        public String version() {
            return String.valueOf(line.versie());
        }

        @Override
        public String after() {
            return line.path();
        }
    }
}
