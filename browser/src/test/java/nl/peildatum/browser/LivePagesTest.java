package nl.peildatum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages do besides where there is script. */
@ExtendWith(Seen.ByTests.class)
class LivePagesTest {

    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static final String SECRETARY = "secretariaat";
    private static final String STATUS = "#gezegd";
    private static final String DELAYED = ".tegel.vertraging .aantal";

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private final Seen seen;
    private String programme = "";

    LivePagesTest(Seen seen) {
        this.seen = seen;
    }

    /** A programme of its own, with a line and three actions in it that were started. */
    @BeforeEach
    void records() {
        String code = "levend-" + PROGRAMMES.incrementAndGet();
        programme = "/programmas/" + code;
        seen.record(
                "/programmas",
                """
                {"programma":"%s","naam":"Levend","startjaar":2024,"eindjaar":2028,"ingangsdatum":"2025-01-01"}"""
                        .formatted(code));
        seen.record(
                programme + "/actielijnen",
                """
                {"nummer":1,"titel":"Lijn","langeTitel":"Lange lijn","ingangsdatum":"2025-01-01"}""");
        for (int action = 1; action <= 3; action++) {
            seen.record(
                    programme + "/acties",
                    """
                    {"actie":"%d","titel":"Actie nummer %d","actielijn":1,"opgenomen":true,"ingangsdatum":"2025-01-01"}"""
                            .formatted(action, action));
            seen.record(
                    programme + "/acties/" + action + "/statuswijzigingen",
                    """
                    {"soort":"START","ingangsdatum":"2025-02-01"}""");
        }
    }

    @AfterEach
    void nothing_is_complained_of() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser says").isEmpty();
    }

    private BrowserContext browser(@Nullable String role) {
        BrowserContext context = seen.context(Viewing.WIDE, role);
        contexts.add(context);
        return context;
    }

    private Page page(@Nullable String role) {
        Page page = browser(role).newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    // that an answer is no page is told by the page
                    if (message.type().equals("error")
                            && !message.text().startsWith("Failed to load resource")) {
                        complaints.add(message.text());
                    }
                });
        return page;
    }

    /** A page that listens. */
    private Page open(@Nullable String role, String path) {
        Page page = page(role);
        listens(page, () -> page.navigate(seen.at(programme + path).toString()));
        return page;
    }

    private static void listens(Page page, Runnable what) {
        page.waitForResponse(answer -> answer.url().endsWith("/stroom"), what);
    }

    private void delay(int action) {
        seen.record(
                programme + "/acties/" + action + "/statuswijzigingen",
                """
                {"soort":"VERTRAGING","ingangsdatum":"2025-03-01","reden":"het liep uit"}""");
    }

    @Test
    void a_page_shows_what_is_recorded_and_says_it_in_a_sentence() {
        Page page = open(null, "");
        assertThat(page.locator(STATUS)).isEmpty();
        assertThat(page.locator(".levend")).containsText("Deze pagina werkt zichzelf bij.");

        delay(1);

        assertThat(page.locator(DELAYED)).containsText("1");
        assertThat(page.locator(STATUS))
                .hasText("Bijgewerkt: actie 1 ging naar ‘In uitvoering, vertraging’.");
        assertThat(page.locator("[data-deel=tegels]")).hasClass(Pattern.compile("nieuw"));
        page.locator(".levend summary").click();
        assertThat(page.locator(".levend li"))
                .hasText("Actie 1 ging naar ‘In uitvoering, vertraging’.");
        assertThat(page.locator(".snede p").first()).containsText("Journaalregel 1 tot en met 9.");
        assertThat(Visit.violations(page)).isEmpty();
    }

    @Test
    void every_page_on_which_knowledge_is_open_keeps_itself_up_to_date_and_no_other() {
        for (String path : List.of("/acties", "/acties/1", "/verloop", "/rapportages")) {
            open(null, path);
        }
        Page page = page(null);
        for (String path :
                List.of("/acties?bekendTot=8", "/veranderingen", "/actielijnen/1", "/acties/9")) {
            page.navigate(seen.at(programme + path).toString());
            assertThat(page.locator("[data-stroom]")).hasCount(0);
            assertThat(page.locator("[role=status]")).hasCount(1);
        }
    }

    @Test
    void a_part_that_holds_the_focus_stays_until_the_new_stand_is_asked_for() {
        Page page = open(null, "");
        page.locator(".tegel a").first().focus();
        String before = page.locator("[data-deel=tegels]").innerHTML();

        delay(1);

        assertThat(page.locator("[data-veranderd]")).isVisible();
        assertThat(page.locator(STATUS)).hasText("Er is iets veranderd.");
        assertThat(page.locator(".tegel a").first()).isFocused();
        assertThat(page.locator("[data-deel=tegels]").innerHTML()).isEqualTo(before);
        // a page shows one cut
        assertThat(page.locator(".snede p").first()).containsText("tot en met 8.");

        page.locator("[data-veranderd] button").click();
        assertThat(page.locator("[data-veranderd]")).isHidden();
        assertThat(page.locator(DELAYED)).containsText("1");
        assertThat(page.locator(".snede p").first()).containsText("tot en met 9.");
    }

    @Test
    void an_open_part_and_selected_text_stay_as_well() {
        Page page = open(null, "/acties/1");
        page.locator("[data-deel=strook] summary").click();
        page.locator("h1").click();
        delay(1);
        assertThat(page.locator("[data-veranderd]")).isVisible();
        assertThat(page.locator("[data-deel=strook] tbody tr")).hasCount(2);

        page = open(null, "/acties/1");
        page.locator("[data-deel=kop] .kader p").first().selectText();
        seen.record(
                programme + "/acties/1/statuswijzigingen",
                """
                {"soort":"HERVATTING","ingangsdatum":"2025-04-01"}""");
        assertThat(page.locator("[data-veranderd]")).isVisible();
    }

    @Test
    void what_is_looked_at_stays_where_it_is() {
        Page page = open(null, "/acties/1");
        page.locator("#regel-4").evaluate("e => e.scrollIntoView()");
        page.evaluate("scrollBy(0, -150)");
        double before = page.locator("#regel-4").boundingBox().y;
        delay(1);
        assertThat(page.locator("ol.regels > li")).hasCount(3);
        assertThat(page.locator("#regel-4").boundingBox().y).isBetween(before - 2, before + 2);
    }

    @Test
    void it_speaks_once_in_ten_seconds_and_then_of_all_at_once() {
        Page page = page(null);
        page.clock().install();
        listens(page, () -> page.navigate(seen.at(programme).toString()));
        page.evaluate(
                """
                () => { window.said = []; new MutationObserver(() => { const text = document.querySelector('#gezegd').textContent;
                  if (text) said.push(text); }).observe(document.querySelector('#gezegd'), {childList: true}); }""");
        delay(1);
        assertThat(page.locator(STATUS)).containsText("actie 1 ging");
        delay(2);
        delay(3);
        assertThat(page.locator(DELAYED)).containsText("3");
        page.clock().runFor(3_000);
        assertThat(said(page)).hasSize(1);
        page.clock().runFor(7_000);
        assertThat(said(page)).hasSize(2).last().isEqualTo("Bijgewerkt: 2 wijzigingen.");
    }

    private static List<?> said(Page page) {
        return (List<?>) page.evaluate("said");
    }

    @Test
    void it_rests_for_as_long_as_one_wants_and_then_catches_up() {
        Page page = open(null, "");
        page.getByRole(AriaRole.BUTTON, named("Bijwerken pauzeren")).click();
        delay(1);
        page.request().get(seen.at("/api/v1" + programme + "?minstensJournaal=9").toString());
        page.reload();
        assertThat(page.locator(".levend")).containsText("gepauzeerd");
        delay(2);
        page.waitForTimeout(1_000);
        assertThat(page.locator(DELAYED)).containsText("1");

        page.getByRole(AriaRole.BUTTON, named("Bijwerken hervatten")).click();
        assertThat(page.locator(DELAYED)).containsText("2");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    void a_connection_that_is_lost_is_told_and_caught_up_with() {
        Page page = page(null);
        page.route("**/stroom", route -> route.abort());
        page.navigate(seen.at(programme).toString());
        assertThat(page.locator(".levend span"))
                .hasText(
                        Pattern.compile(
                                "Bijwerken lukt nu niet\\. Stand van \\d\\d\\.\\d\\d uur\\."));
        delay(1);
        page.unroute("**/stroom");
        assertThat(page.locator(DELAYED)).containsText("1");
        assertThat(page.locator(".levend span")).hasText("Deze pagina werkt zichzelf bij.");
    }

    @Test
    void at_midnight_today_is_another_day() {
        Page page = page(null);
        page.clock().install();
        listens(page, () -> page.navigate(seen.at(programme).toString()));
        String today = page.locator(".snede strong").first().innerText();
        page.route(
                url -> url.equals(seen.at(programme).toString()),
                route -> {
                    String now = route.fetch().text();
                    route.fulfill(
                            new FulfillOptions()
                                    .setContentType("text/html;charset=UTF-8")
                                    .setBody(
                                            now.replace(
                                                    today.replace("Stand op ", ""),
                                                    "1 januari 2100")));
                });
        page.clock().fastForward(Duration.ofHours(25).toMillis());
        page.clock().runFor(6_000);
        assertThat(page.locator(".snede strong").first()).hasText("Stand op 1 januari 2100");
        assertThat(page.locator(STATUS)).containsText("et is nu 1 januari 2100.");
    }

    @Test
    void a_list_narrows_while_one_types() {
        Page page = open(null, "/acties?sorteer=nummer");
        page.locator("#zoek").pressSequentially("nummer 2");
        assertThat(page.locator("ol.acties > li")).hasCount(1);
        assertThat(page.locator(STATUS)).hasText("1 van de 3 acties");
        assertThat(page.locator("#zoek")).isFocused();
        assertThat(page.url()).endsWith("/acties?zoek=nummer+2&sorteer=nummer");
        page.locator("#zoek").fill("");
        assertThat(page.locator("ol.acties > li")).hasCount(3);
        assertThat(page.url()).endsWith("/acties?sorteer=nummer");
    }

    @Test
    void the_consequence_appears_without_a_press_and_what_is_filled_in_is_recorded() {
        Page page = page(SECRETARY);
        page.navigate(seen.at(programme + "/acties/1/status-wijzigen").toString());
        page.locator("[value=VERTRAGING]").check();
        page.locator("#ingangsdatum").fill("2025-03-01");
        assertThat(page.locator("section.kader")).hasCount(0);
        page.locator("#reden").pressSequentially("het liep uit");
        assertThat(page.locator("section.kader")).containsText("In uitvoering, vertraging");
        assertThat(page.locator(STATUS)).hasText("Dit is het gevolg");
        assertThat(page.locator("#reden")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#fouten")).hasCount(0);

        page.locator("#ingangsdatum").fill("2025-01-15");
        assertThat(page.locator("[value=VERTRAGING]")).hasCount(0);
        page.locator("#ingangsdatum").fill("2025-03-01");
        page.locator("[value=VERTRAGING]").check();
        page.getByRole(AriaRole.BUTTON, named("Leg vast")).click();
        assertThat(page.locator("#melding")).containsText("Vastgelegd als regel 9.");
    }

    @Test
    void what_was_typed_and_not_sent_comes_back_and_goes_when_it_is_recorded() {
        Page page = page(SECRETARY);
        String form = seen.at(programme + "/acties/1/toelichting-wijzigen").toString();
        page.navigate(form);
        assertThat(page.locator("[data-terug]")).isHidden();
        page.locator("#toelichting").fill("Half af");
        page.locator("#reden").fill("te laat");
        page.navigate(seen.at(programme).toString());
        page.navigate(form);
        assertThat(page.locator("[data-terug]")).isVisible();
        page.getByText("Zet terug wat u invulde").click();
        assertThat(page.locator("#toelichting")).hasValue("Half af");
        assertThat(page.locator("#reden")).hasValue("te laat");
        page.getByRole(AriaRole.BUTTON, named("Leg vast")).click();
        assertThat(page.locator("#melding")).isVisible();
        page.navigate(form);
        assertThat(page.locator("[data-terug]")).isHidden();

        page.locator("#reden").fill("nog een keer");
        page.evaluate(
                "document.querySelector('[action=\"/afmelden\"]').dispatchEvent(new Event('submit'))");
        page.reload();
        assertThat(page.locator("[data-terug]")).isHidden();
    }

    @Test
    void five_minutes_before_a_session_ends_it_says_so_and_goes_on_when_asked() {
        Page page = page(SECRETARY);
        page.clock().install();
        page.navigate(seen.at(programme).toString());
        assertThat(page.locator("[data-rest]")).isHidden();
        page.clock().fastForward(Duration.ofMinutes(26).toMillis());
        page.clock().runFor(6_000);
        assertThat(page.locator("[data-rest]")).containsText("U wordt over 5 minuten afgemeld.");
        page.locator("[data-rest] button").click();
        page.clock().runFor(6_000);
        assertThat(page.locator("[data-rest]")).isHidden();
    }

    @Test
    void a_page_that_is_behind_its_own_entry_reloads_itself() {
        Page page = page(SECRETARY);
        page.navigate(seen.at(programme + "/acties/1?vastgelegd=9").toString());
        assertThat(page.locator("[data-achter] a")).hasText("Toon de nieuwste stand");
        delay(1);
        assertThat(page.locator("[data-achter]")).hasCount(0);
        assertThat(page.locator("#melding")).containsText("Vastgelegd als regel 9.");
        assertThat(page.locator("#regel-9")).isVisible();
    }

    @Test
    void the_sentence_to_cite_is_copied() {
        Page page = open(null, "");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator(".snede summary").first().click();
        page.locator("[data-kopieer]").click();
        assertThat(page.locator(STATUS)).hasText("Gekopieerd");
        assertThat(page.evaluate("navigator.clipboard.readText()").toString())
                .contains("stand op", programme + "?peildatum=");
    }

    @Test
    void without_script_a_page_shows_none_of_this() {
        BrowserContext context = seen.context(new NewContextOptions().setJavaScriptEnabled(false));
        contexts.add(context);
        Page page = context.newPage();
        page.navigate(seen.at(programme).toString());
        page.locator(".snede summary").first().click();
        for (String own : List.of(".levend", "[data-veranderd]", "[data-kopieer]")) {
            assertThat(page.locator(own)).hasCount(1);
            assertThat(page.locator(own)).isHidden();
        }
        assertThat(page.locator("#citaat")).isVisible();
    }

    @Tag("every-look")
    @Test
    void a_hundred_entries_are_to_be_seen_within_two_seconds() {
        Page page = open(null, "/acties/1");
        long[] took = new long[100];
        for (int i = 0; i < took.length; i++) {
            long entry =
                    seen.record(
                            programme + "/acties/1/toelichtingen",
                            "{\"toelichting\":\"Nummer %d.\"}".formatted(i));
            Instant recorded = Instant.now();
            page.waitForSelector("#regel-" + entry);
            took[i] = Duration.between(recorded, Instant.now()).toMillis();
        }
        Arrays.sort(took);
        System.out.printf(
                "from recorded to seen: median %d ms, 95th %d ms, most %d ms%n",
                took[50], took[94], took[99]);
        assertThat(took[94]).isLessThanOrEqualTo(2_000);
    }
}
