package nl.peildatum.portal.about;

import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/** The document of the interface, to read: all that can be asked, and each of it on its own. */
@Controller
class InterfacePages {

    private final Questions questions;

    InterfacePages(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/interface")
    View all() {
        return Page.of(Words.of("voet.interface"), 200, Page.TEMPLATES.interfaces(document()));
    }

    @GetMapping("/interface/{naam}")
    View one(@PathVariable String naam) {
        return document()
                .operation(naam)
                .map(
                        operation ->
                                Page.of(
                                        operation.summary(),
                                        200,
                                        Page.TEMPLATES.verzoek(operation)))
                .orElseThrow(NoAnswer::unknown);
    }

    private Document document() {
        return new Document(questions.ask("/api/v1/openapi.json", JsonNode.class));
    }
}
