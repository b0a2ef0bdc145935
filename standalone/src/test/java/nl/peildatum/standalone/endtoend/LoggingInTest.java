package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import nl.peildatum.eventstore.TestPorts;
import nl.peildatum.portal.Portal;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class LoggingInTest {

    private static final RunningStandalone STANDALONE = RunningStandalone.shared();
    private static final URI HERE = STANDALONE.address();
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

    @Test
    void a_login_is_begun_with_a_challenge_and_kept_from_scripts_and_other_sites()
            throws Exception {
        HttpResponse<Void> begun = asks("/aanmelden/peildatum?terug=/");
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(begun.headers().firstValue("Location").orElseThrow())
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
                .contains("scope=openid");
        assertThat(begun.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                                        .doesNotContain("Secure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//kwaad.example", "https://kwaad.example", "/\\kwaad.example", "kwaad", ""})
    void nobody_is_led_elsewhere_after_logging_in(String elsewhere) {
        Browser browser =
                new Browser(STANDALONE.address())
                        .open(
                                "/aanmelden/peildatum?terug="
                                        + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8));
        browser.press(
                "Inloggen", "naam", "lezer", "wachtwoord", STANDALONE.secret("lezer.password"));
        assertThat(browser.at().getAuthority()).isEqualTo(STANDALONE.address().getAuthority());
        assertThat(browser.text()).contains("Afmelden");
    }

    @Test
    void a_session_that_was_touched_is_none() {
        Browser browser = new Browser(STANDALONE.address()).open(ACTIONS);
        browser.logIn(STANDALONE, "secretariaat");
        HttpCookie session =
                browser.cookies().getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("peildatum-sessie"))
                        .findFirst()
                        .orElseThrow();
        char[] value = session.getValue().toCharArray();
        value[value.length / 2] = value[value.length / 2] == 'A' ? 'B' : 'A';
        session.setValue(new String(value));
        browser.open(ACTIONS);
        assertThat(browser.text()).contains("Inloggen").doesNotContain("Afmelden");
    }

    /** A second portal that has the secret: a session goes on there, whoever is asked. */
    @Test
    void a_session_holds_at_every_portal_and_after_a_restart() {
        int port = TestPorts.free();
        try (ConfigurableApplicationContext _ = portal(port, HERE, HERE)) {
            String there = "http://localhost:" + port;
            Browser browser = new Browser(HERE).open(ACTIONS);
            browser.logIn(STANDALONE, "secretariaat");
            for (int i = 0; i < 3; i++) {
                browser.open(there + ACTIONS);
                assertThat(browser.text()).contains("Afmelden");
                browser.open(HERE + ACTIONS);
                assertThat(browser.text()).contains("Afmelden");
            }
        }
    }

    @Test
    void what_was_typed_is_there_whichever_part_was_away_and_after_a_restart() {
        int port = TestPorts.free();
        URI nobody = URI.create("http://127.0.0.1:" + TestPorts.free());
        Browser browser = new Browser(HERE).open(ACTIONS);
        browser.logIn(STANDALONE, "secretariaat");
        try (ConfigurableApplicationContext _ = portal(port, nobody, HERE)) {
            browser.open(
                    "http://localhost:"
                            + port
                            + "/programmas/samen-tegen-mensenhandel/acties/24/toelichting-wijzigen");
            browser.press("Bekijk het gevolg", "toelichting", "Getypt en nog niet kwijt.");
            assertThat(browser.status()).isEqualTo(503);
            assertThat(browser.text()).contains("Vastleggen kan nu even niet");
            assertThat(browser.page().select("#toelichting").text())
                    .isEqualTo("Getypt en nog niet kwijt.");
        }
        try (ConfigurableApplicationContext _ = portal(port, HERE, nobody)) {
            browser.press("Bekijk het gevolg");
            assertThat(browser.status()).isEqualTo(503);
            assertThat(browser.text()).contains("Getypt en nog niet kwijt.");
        }
        try (ConfigurableApplicationContext _ = portal(port, HERE, HERE)) {
            browser.press("Verstuur opnieuw");
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.page().select("section.kader").text())
                    .contains("Getypt en nog niet kwijt.");
        }
    }

    private static ConfigurableApplicationContext portal(int port, URI commandSide, URI querySide) {
        return Portal.application()
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--peildatum.command-side=" + commandSide,
                        "--peildatum.query-side=" + querySide,
                        "--peildatum.inloggen.issuer=" + HERE,
                        "--peildatum.inloggen.adres=" + HERE,
                        "--peildatum.inloggen.client-secret="
                                + STANDALONE.secret("portal.client-secret"));
    }

    private static HttpResponse<Void> asks(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(STANDALONE.address().resolve(path)).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
