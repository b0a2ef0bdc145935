package nl.peildatum.portal.about;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Help for each kind of user, the words, privacy and accessibility. */
@Controller
class AboutPages {

    private static final Map<String, Text> TEXTS =
            Stream.of(
                            "/hulp",
                            "/hulp/lezer",
                            "/hulp/auditor",
                            "/hulp/secretariaat",
                            "/hulp/beheerder",
                            "/hulp/woorden",
                            "/privacy")
                    .collect(Collectors.toMap(path -> path, AboutPages::read));

    private final StatementFile statement;

    AboutPages(StatementFile statement) {
        this.statement = statement;
    }

    @GetMapping({
        "/hulp",
        "/hulp/lezer",
        "/hulp/auditor",
        "/hulp/secretariaat",
        "/hulp/beheerder",
        "/hulp/woorden",
        "/privacy"
    })
    View text(HttpServletRequest request) {
        Text text = TEXTS.get(request.getRequestURI());
        if (text == null) {
            throw new IllegalStateException(request.getRequestURI());
        }
        return Page.of(
                text.title(),
                200,
                Page.TEMPLATES.tekst(text, request.getRequestURI().startsWith("/hulp")));
    }

    @GetMapping("/toegankelijkheid")
    View accessibility() {
        return Page.of(
                Words.of("voet.toegankelijkheid"),
                200,
                Page.TEMPLATES.toegankelijkheid(statement.read()));
    }

    private static Text read(String path) {
        return Text.named(path.substring(1).replace('/', '-'));
    }
}
