package nl.peildatum.portal.pages;

import java.util.Arrays;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What each kind of problem of the interface means, and what to do. */
@Controller
class ProblemPages {

    @GetMapping("/problemen")
    View all() {
        return Page.of(
                Words.of("problemen.titel"),
                200,
                Page.TEMPLATES.problemen(Arrays.asList(ProblemKind.values())));
    }

    @GetMapping("/problemen/{naam}")
    View one(@PathVariable String naam) {
        return Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.code().equals(naam))
                .findFirst()
                .<View>map(kind -> Page.of(kind.title(), 200, Page.TEMPLATES.probleem(kind)))
                .orElseGet(() -> Failed.page(ProblemKind.UNKNOWN, null));
    }
}
