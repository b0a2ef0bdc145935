package nl.peildatum.standalone.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person logs in. */
@Controller
class LoginPage {

    @GetMapping(Issuer.LOGIN)
    String show(@RequestParam(required = false) @Nullable String fout, Model model) {
        model.addAttribute("mislukt", fout != null);
        return "inloggen";
    }
}
