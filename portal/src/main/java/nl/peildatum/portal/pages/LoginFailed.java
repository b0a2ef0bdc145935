package nl.peildatum.portal.pages;

import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.login.Login;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** That somebody could not log in, and that it can be tried again. */
@Controller
class LoginFailed {

    @GetMapping(Login.FAILED)
    View show(@RequestParam(name = "terug", required = false) @Nullable String back) {
        String again =
                UriComponentsBuilder.fromPath(Login.BEGIN)
                        .queryParam("terug", "{terug}")
                        .build(back == null ? "/" : back)
                        .toString();
        return Page.of(
                Words.of("aanmelden.mislukt"),
                ProblemKind.INVALID.status(),
                Page.TEMPLATES.aanmelden(again));
    }
}
