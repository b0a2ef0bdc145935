package nl.peildatum.standalone.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person logs in. */
@Controller
class LoginPage {

    @GetMapping(Issuer.LOGIN)
    ResponseEntity<byte[]> show(
            @RequestParam(required = false) @Nullable String fout, CsrfToken token) {
        return Pages.answer(
                200,
                Pages.WORDS.plain("inloggen.titel"),
                Pages.TEMPLATES.inloggen(
                        Pages.WORDS, fout != null, token.getParameterName(), token.getToken()));
    }
}
