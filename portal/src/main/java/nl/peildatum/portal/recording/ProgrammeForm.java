package nl.peildatum.portal.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.peildatum.look.Look;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.pages.Form;
import nl.peildatum.portal.pages.GoOn;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/** The form that a programme begins with; its document is taken over after that. */
@Controller
class ProgrammeForm {

    private static final String PATH = "/nieuw-programma";
    private static final String CODE = "programma";

    private static final List<Property> PROPERTIES =
            List.of(
                    Property.PROGRAMMA,
                    Property.NAAM,
                    Property.STARTJAAR,
                    Property.EINDJAAR,
                    Property.UITGEVERS,
                    Property.BRON);

    private final Recorder recorder;

    ProgrammeForm(Recorder recorder) {
        this.recorder = recorder;
    }

    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.POST})
    View show(HttpServletRequest request) {
        Recording.onlyTheSecretariat();
        Filled filled = new Filled(request);
        if (!filled.sent()) {
            return show(filled, 200, null, List.of());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        PROPERTIES.forEach(property -> property.addChanged(body, "", filled, null));
        Outcome outcome;
        try {
            outcome = recorder.records("/api/v1/programmas", body, filled.text("sleutel"), null);
        } catch (NoAnswer none) {
            if (none.status() != 503) {
                throw none;
            }
            return show(filled, 503, Words.of("formulier.nuNiet"), List.of());
        }
        return switch (outcome) {
            case Outcome.Recorded(long entry) -> {
                Cut now = Cut.now(filled.text(CODE).strip());
                recorder.waitFor(now.data(""), entry);
                yield GoOn.to(now.page("/inlezen"));
            }
            case Outcome.Refused refused ->
                    show(
                            filled,
                            refused.status(),
                            refused.faults().isEmpty() ? refused.detail() : null,
                            refused.faults());
            default -> show(filled, 503, Words.of("formulier.onbekend"), List.of());
        };
    }

    private static View show(
            Filled filled, int status, @Nullable String notice, List<Fault> faults) {
        String title = Words.of("programmas.nieuw");
        Shown shown =
                new Shown(
                        title,
                        Words.of("programmas.titel"),
                        PATH,
                        "/",
                        PROPERTIES.stream().map(p -> field(p, filled)).toList(),
                        faults,
                        notice,
                        List.of(),
                        null,
                        null,
                        Look.NOTHING,
                        Words.of("formulier.vast"),
                        filled.text("sleutel", UUID.randomUUID().toString()),
                        null,
                        "");
        return Page.of(
                status < 400 ? title : Words.of("formulier.foutTitel", title),
                status,
                Page.TEMPLATES.formulier(shown, Form.current()));
    }

    private static Field field(Property property, Filled filled) {
        Field field = property.on("", filled, null);
        return property == Property.UITGEVERS || property == Property.BRON ? field : field.needed();
    }
}
