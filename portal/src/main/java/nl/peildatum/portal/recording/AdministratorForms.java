package nl.peildatum.portal.recording;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.peildatum.api.Role;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.journal.Signed;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.recording.Field.Choice;
import nl.peildatum.portal.recording.Field.Kind;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/** What only an administrator does. Nothing of it can be undone. */
@Controller
@RequestMapping(
        path = "/beheer",
        method = {RequestMethod.GET, RequestMethod.POST})
class AdministratorForms {

    private static final String HOME = "/beheer";

    private final Recording recording;
    private final Questions questions;

    AdministratorForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    @RequestMapping("/teksten-wissen")
    View texts(HttpServletRequest request) {
        return recording.of(Role.BEHEERDER, request, () -> new Texts(new Filled(request)));
    }

    @RequestMapping("/naam-wissen")
    View name(HttpServletRequest request) {
        return recording.of(Role.BEHEERDER, request, Name::new);
    }

    @RequestMapping("/andere-sleutel")
    View key(HttpServletRequest request) {
        return recording.of(Role.BEHEERDER, request, Key::new);
    }

    private record Sentence(String zin) {}

    private record Code(String programma, @Nullable String naam) {}

    private record Codes(List<Code> programmas) {}

    /** The texts of an entry, for good. */
    private final class Texts implements Task {

        private final String programme;
        private final String entry;
        private final String also;

        Texts(Filled filled) {
            this.programme = filled.text("programma").strip();
            this.entry = filled.text("regel").strip();
            this.also = filled.text("ook");
        }

        @Override
        public String title() {
            return Words.of("teksten.titel");
        }

        @Override
        public String about() {
            return Words.of("beheer.titel");
        }

        @Override
        public String path() {
            return HOME + "/teksten-wissen";
        }

        @Override
        public String command() {
            return "/programmas/"
                    + Cut.encoded(programme)
                    + "/journaal/"
                    + entry
                    + "/tekstwissingen";
        }

        @Override
        public Outcome.@Nullable Refused refusal(Filled filled) {
            List<Fault> faults =
                    Stream.of(
                                    programme.matches("[a-z0-9-]{1,40}") ? null : "programma",
                                    entry.matches("[1-9]\\d{0,17}") ? null : "regel")
                            .filter(Objects::nonNull)
                            .map(name -> new Fault(name, Words.of("teksten.mis." + name)))
                            .toList();
            return faults.isEmpty() ? null : Outcome.Refused.here(400, "", faults);
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(
                    programmes(filled),
                    Field.of(Kind.LINE, "regel", filled, null).needed(),
                    Field.of(Kind.LINE, "reden", filled, null).needed().helped("teksten.reden"));
        }

        /** A list where it can be asked for; who may not read any programme types its code. */
        private Field programmes(Filled filled) {
            Field field = Field.of(Kind.LIST, "programma", filled, null).needed();
            try {
                List<Choice> choices =
                        questions
                                .ask("/api/v1/programmas?paginagrootte=200", Codes.class)
                                .programmas()
                                .stream()
                                .map(
                                        one ->
                                                Choice.of(
                                                        one.programma(),
                                                        Objects.requireNonNullElse(
                                                                one.naam(), one.programma())))
                                .toList();
                return field.among(choices);
            } catch (NoAnswer none) {
                return Field.of(Kind.LINE, "programma", filled, null).needed();
            }
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            Property.REDEN.addChanged(body, "", filled, null);
            return body;
        }

        @Override
        public Content consequence(JsonNode answer) {
            return Page.TEMPLATES.wissen(
                    programme, entry, sentence(), questions.read(answer, Elsewhere.class));
        }

        /** What the entry says, for who may read the journal as well. */
        private @Nullable String sentence() {
            try {
                return questions.ask(cut().data("/journaal/" + entry), Sentence.class).zin();
            } catch (NoAnswer notForThisRole) {
                return null;
            }
        }

        @Override
        public Content extra() {
            return Page.TEMPLATES.waarschuwing(
                    List.of(Words.of("teksten.uitleg"), Words.of("beheer.nooitTerug")));
        }

        @Override
        public String button() {
            return Words.of("teksten.knop");
        }

        @Override
        public String after() {
            return HOME;
        }

        @Override
        public Cut cut() {
            return Cut.now(programme);
        }

        @Override
        public String receipt(Cut now, long by) {
            return HOME
                    + "/teksten-gewist?programma="
                    + Cut.encoded(programme)
                    + "&regel="
                    + entry
                    + "&als="
                    + by
                    + "&ook="
                    + Cut.encoded(also);
        }
    }

    /** The name of a person, for good. Who it is stands in no address, and so in no log. */
    private static final class Name implements Task {

        @Override
        public String title() {
            return Words.of("naam.titel");
        }

        @Override
        public String about() {
            return Words.of("beheer.titel");
        }

        @Override
        public String path() {
            return HOME + "/naam-wissen";
        }

        @Override
        public String command() {
            return "/personen/wissingen";
        }

        @Override
        public boolean canBeTried() {
            return false;
        }

        @Override
        public boolean hasKey() {
            return false;
        }

        @Override
        public String button() {
            return Words.of("naam.knop");
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(Field.of(Kind.LINE, "subject", filled, null).needed());
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            String subject = filled.given("subject");
            return subject == null ? Map.of() : Map.of("subject", subject);
        }

        @Override
        public Content extra() {
            return Page.TEMPLATES.waarschuwing(
                    List.of(
                            Words.of("naam.uitleg"),
                            Words.of("naam.blijft"),
                            Words.of("beheer.nooitTerug")));
        }

        @Override
        public String after() {
            return HOME + "?gedaan=naam#melding";
        }

        @Override
        public String back() {
            return HOME;
        }
    }

    /** Another key, which the one before introduces. What is seen is the key that it replaces. */
    private final class Key implements Task {

        private final @Nullable String newest;

        Key() {
            List<Signed.Key> keys = questions.ask("/api/v1/sleutels", Signed.class).sleutels();
            this.newest = keys.isEmpty() ? null : keys.getLast().vingerafdruk();
        }

        @Override
        public String title() {
            return Words.of("sleutel.titel");
        }

        @Override
        public String about() {
            return Words.of("beheer.titel");
        }

        @Override
        public String path() {
            return HOME + "/andere-sleutel";
        }

        @Override
        public String command() {
            return "/sleutels";
        }

        @Override
        public boolean canBeTried() {
            return false;
        }

        @Override
        public boolean hasKey() {
            return false;
        }

        @Override
        public String button() {
            return Words.of("sleutel.knop");
        }

        @Override
        public Outcome.@Nullable Refused refusal(Filled filled) {
            return Objects.equals(filled.given("vingerafdruk"), newest)
                    ? null
                    : Outcome.Refused.here(409, Words.of("sleutel.alAnders"), List.of());
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(
                    Field.of(Kind.LINE, "reden", filled, null).needed().helped("sleutel.reden"));
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            Property.REDEN.addChanged(body, "", filled, null);
            return body;
        }

        @Override
        public Content extra() {
            return Page.TEMPLATES.sleutel(newest);
        }

        @Override
        public String after() {
            return HOME + "?gedaan=sleutel#melding";
        }

        @Override
        public String back() {
            return HOME;
        }
    }
}
