package nl.peildatum.portal.operations;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.api.Role;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.door.Backends;
import nl.peildatum.portal.journal.Signed;
import nl.peildatum.portal.pages.Form;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What the administrator has to do with: health, people, texts and keys. */
@Controller
class OperationsPage {

    private final Questions questions;
    private final Backends backends;

    OperationsPage(Questions questions, Backends backends) {
        this.questions = questions;
        this.backends = backends;
    }

    @GetMapping("/beheer")
    View show(
            @RequestParam(name = "pagina", required = false) @Nullable String page,
            @RequestParam(name = "gedaan", required = false) @Nullable String done) {
        NoAnswer.unless(Role.BEHEERDER);
        People people =
                questions.ask(
                        "/api/v1/personen" + (page == null ? "" : "?pagina=" + Cut.encoded(page)),
                        People.class);
        Signed keys = questions.ask("/api/v1/sleutels", Signed.class);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.working("portaal"));
        parts.addAll(Part.of("vastleggen", questions.health(backends.commandSide())));
        parts.addAll(Part.of("lezen", questions.health(backends.querySide())));
        String told = "beheer.gedaan." + done;
        return Page.of(
                Words.of("beheer.titel"),
                200,
                Page.TEMPLATES.beheer(
                        parts,
                        people,
                        keys.sleutels().reversed(),
                        done != null && Words.has(told) ? Words.of(told) : null,
                        Form.current()));
    }

    /** What is left to do by hand after the texts of an entry were erased. */
    @GetMapping("/beheer/teksten-gewist")
    View erased(
            @RequestParam(name = "programma") String programme,
            @RequestParam(name = "regel") long entry,
            @RequestParam(name = "als") long by,
            @RequestParam(name = "ook", required = false) @Nullable String also) {
        NoAnswer.unless(Role.BEHEERDER);
        List<Long> others = new ArrayList<>();
        for (String number : also == null ? new String[0] : also.split(",", -1)) {
            if (number.matches("\\d{1,18}")) {
                others.add(Long.valueOf(number));
            }
        }
        return Page.of(
                Words.of("gewist.titel"),
                200,
                Page.TEMPLATES.gewist(programme, entry, by, List.copyOf(others)));
    }
}
