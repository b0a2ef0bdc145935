package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.Test;

class LoggingInTest {

    private static final RunningStandalone STANDALONE = RunningStandalone.shared();
    private static final String ACTIONS =
            "/programmas/samen-tegen-mensenhandel/acties?peildatum=2025-11-30&status=DOORLOPEND";

    @Test
    void somebody_logs_in_goes_on_where_they_were_and_logs_out() {
        Browser browser = new Browser(STANDALONE.address()).open(ACTIONS);
        assertThat(browser.text()).contains("Inloggen").doesNotContain("Afmelden");

        browser.logIn(STANDALONE, "secretariaat");
        assertThat(browser.at().toString()).endsWith(ACTIONS);
        assertThat(browser.text()).contains("Afmelden", "Secretariaat van deze Peildatum");

        browser.press("Afmelden");
        assertThat(browser.text()).contains("Inloggen").doesNotContain("Afmelden");
        browser.open(ACTIONS).follow("Inloggen");
        assertThat(browser.page().select("input[name=wachtwoord]")).hasSize(1);
    }
}
