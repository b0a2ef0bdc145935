package nl.peildatum.portal.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.recording.Field.Choice;
import nl.peildatum.portal.recording.Field.Kind;
import nl.peildatum.portal.signals.Signal;
import nl.peildatum.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/** The form in which a signal is judged. */
@Controller
class SignalForms {

    private static final int MOST = 200;

    private final Recording recording;
    private final Questions questions;

    SignalForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    @RequestMapping(
            path = "/programmas/{programma}/signalen/{signaal}/beoordelen",
            method = {RequestMethod.GET, RequestMethod.POST})
    View judge(Cut cut, @PathVariable String signaal, HttpServletRequest request) {
        return recording.of(cut, request, () -> new Judging(signal(cut.programme(), signaal)));
    }

    /** The interface has no address of one signal. */
    private Signal signal(String programme, String key) {
        return questions
                .ask(
                        Cut.now(programme).data("/signalen", "paginagrootte", MOST),
                        Signal.Listed.class)
                .signalen()
                .stream()
                .filter(signal -> signal.signaal().equals(key))
                .findFirst()
                .orElseThrow(NoAnswer::unknown);
    }

    private record Judging(Signal signal) implements Task {

        private static final String JUDGEMENT = "oordeel";

        @Override
        public String title() {
            return Words.of("signaal.beoordelen");
        }

        @Override
        public String about() {
            return signal.reden();
        }

        @Override
        public String path() {
            return signal.judging();
        }

        @Override
        public String command() {
            return Signal.path(signal.signaal()) + "/beoordelingen";
        }

        @Override
        public boolean canBeTried() {
            return false;
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(
                    Field.of(Kind.ONE_OF, JUDGEMENT, filled, null)
                            .among(
                                    List.of(
                                            Choice.of(Signal.RIGHT, Words.of("signaal.klopt")),
                                            Choice.of(Signal.WRONG, Words.of("signaal.kloptNiet"))))
                            .needed(),
                    Property.REDEN.on("", filled, null).helped("signaal.waarom").needed(),
                    Property.BRON.on("", filled, null));
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            String judged = filled.given(JUDGEMENT);
            if (judged != null) {
                body.put(JUDGEMENT, judged);
            }
            Property.REDEN.addChanged(body, "", filled, null);
            Property.BRON.addChanged(body, "", filled, null);
            return body;
        }

        @Override
        public String after() {
            return "/signalen";
        }
    }
}
