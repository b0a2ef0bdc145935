package nl.peildatum.portal.recording;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peildatum.api.Role;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/** The forms about a programme: a new one, and what it is from a day on. */
@Controller
class ProgrammeForms {

    private final Recording recording;
    private final Questions questions;

    ProgrammeForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    /** Not below the programmes, where it could be taken for the code of one. */
    @RequestMapping(
            path = "/nieuw-programma",
            method = {RequestMethod.GET, RequestMethod.POST})
    View planned(HttpServletRequest request) {
        return recording.of(Role.SECRETARIAAT, request, () -> new New(new Filled(request)));
    }

    @RequestMapping(
            path = "/programmas/{programma}/herzien",
            method = {RequestMethod.GET, RequestMethod.POST})
    View revised(Cut cut, HttpServletRequest request) {
        return recording.of(
                cut,
                request,
                () ->
                        new Revised(
                                questions.ask(
                                        Cut.now(cut.programme()).data(""), ProgrammeNow.class)));
    }

    /** A programme as it is known now. */
    record ProgrammeNow(
            String programma,
            @Nullable String naam,
            @Nullable Integer eindjaar,
            List<String> uitgevers,
            long versie) {

        ProgrammeNow {
            uitgevers = List.copyOf(Objects.requireNonNullElse(uitgevers, List.of()));
        }

        @Nullable Object now(Property property) {
            return switch (property) {
                case NAAM -> naam;
                case EINDJAAR -> eindjaar;
                case UITGEVERS -> uitgevers;
                default -> null;
            };
        }
    }

    private static final class New implements Task {

        private final Whole whole =
                new Whole(
                        List.of(
                                Property.NAAM,
                                Property.STARTJAAR,
                                Property.EINDJAAR,
                                Property.UITGEVERS),
                        List.of(Property.NAAM, Property.STARTJAAR, Property.EINDJAAR),
                        _ -> null,
                        Property.today());

        private final String code;

        New(Filled filled) {
            this.code = filled.text("programma").strip();
        }

        @Override
        public String title() {
            return Words.of("formulier.nieuwProgramma");
        }

        @Override
        public String about() {
            return Words.of("programmas.titel");
        }

        @Override
        public String path() {
            return "/nieuw-programma";
        }

        @Override
        public String command() {
            return "/programmas";
        }

        @Override
        public boolean canBeTried() {
            return false;
        }

        @Override
        public List<Field> fields(Filled filled) {
            List<Field> fields = new ArrayList<>();
            fields.add(Property.PROGRAMMA.on("", filled, null).needed());
            fields.addAll(whole.fields(filled));
            return fields;
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = whole.body(filled);
            if (!code.isEmpty()) {
                body.put("programma", code);
            }
            return body;
        }

        @Override
        public Cut cut() {
            return Cut.now(code);
        }

        @Override
        public String after() {
            return "/inlezen";
        }

        @Override
        public String back() {
            return "/";
        }
    }

    private static final class Revised implements Task {

        private final ProgrammeNow programme;
        private final Whole whole;

        Revised(ProgrammeNow programme) {
            this.programme = programme;
            this.whole =
                    new Whole(
                            List.of(Property.NAAM, Property.EINDJAAR, Property.UITGEVERS),
                            List.of(Property.NAAM, Property.EINDJAAR),
                            programme::now,
                            Property.today());
        }

        @Override
        public String title() {
            return Words.of("formulier.herzienProgramma");
        }

        @Override
        public String about() {
            return Objects.requireNonNullElse(programme.naam(), programme.programma());
        }

        @Override
        public String path() {
            return "/herzien";
        }

        @Override
        public String command() {
            return "";
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
            return Page.TEMPLATES.waarschuwing(List.of(Words.of("programma.heel")));
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = whole.body(filled);
            body.putIfAbsent(Property.UITGEVERS.field(), List.of());
            return body;
        }

        @Override
        public String version() {
            return String.valueOf(programme.versie());
        }

        @Override
        public String after() {
            return "";
        }
    }
}
