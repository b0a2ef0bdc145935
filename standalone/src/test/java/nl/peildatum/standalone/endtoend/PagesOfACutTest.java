package nl.peildatum.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.peildatum.standalone.RunningStandalone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages over the real publication, from link to link. */
class PagesOfACutTest {

    private static final String PROGRAMME = "/programmas/samen-tegen-mensenhandel";
    private static final String CUT = "peildatum=2025-11-30&bekendTot=98";
    private static final Pattern LINK = Pattern.compile(" href=\"([^\"#]+)");
    private static final Pattern BAR =
            Pattern.compile("<section class=\"snede\".*?</section>", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("\\.[a-z]{2,4}(?:\\?|$)");
    private static final int FOR_THE_REPORT = 55;
    private static final int PAIRS = 50;

    private final Set<String> seen = new HashSet<>();
    private final Visitor anyone = new Visitor(RunningStandalone.shared().address(), null);

    @Test
    void from_a_cut_every_link_leads_to_a_page_that_is_there_and_keeps_the_cut() {
        Map<String, String> pages = crawl(PROGRAMME + "?" + CUT);

        assertThat(pages).hasSizeGreaterThan(FOR_THE_REPORT);
        pages.forEach(
                (address, page) ->
                        assertThat(page)
                                .as(address)
                                .startsWith("<!DOCTYPE html>")
                                .containsOnlyOnce("<h1")
                                .doesNotContain("Niet gevonden")
                                .doesNotContain("Exception")
                                .contains("Stand op 30 november 2025"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CUT,
                "peildatum=2025-11-30",
                "peildatum=2025-11-29",
                "peildatum=2026-06-30&bekendTot=98",
                "bekendTot=60&peildatum=2025-12-31"
            })
    void every_number_is_how_many_actions_are_behind_it(String cut) {
        String page = page(PROGRAMME + "?" + cut);
        Matcher numbers =
                Pattern.compile("<td class=\"getallen\"><a href=\"([^\"]+)\"[^>]*>(\\d+)</a>")
                        .matcher(page);
        int found = 0;
        while (numbers.find()) {
            String list = page(numbers.group(1).replace("&amp;", "&"));
            assertThat(list.split("<span class=\"stil\">Actie ", -1).length - 1)
                    .as(numbers.group(1))
                    .isEqualTo(Integer.parseInt(numbers.group(2)));
            found++;
        }
        assertThat(found > 0).isEqualTo(!page.contains("is niets vastgelegd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peildatum=2025-11-29",
                "bekendTot=0",
                "bekendTot=3",
                "peildatum=2026-03-31",
                "peildatum=2027-12-31",
                ""
            })
    void every_page_is_there_on_every_cut_with_every_link_that_it_offers(String cut) {
        for (String path :
                List.of(
                        "",
                        "/acties",
                        "/acties/24",
                        "/acties/31",
                        "/actielijnen/3",
                        "/veranderingen",
                        "/verloop",
                        "/rapportages")) {
            String address = PROGRAMME + path + "?" + cut;
            if (!isThere(address)) {
                continue;
            }
            Matcher links = LINK.matcher(page(address));
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (link.startsWith(PROGRAMME)
                        && !link.contains("/overzicht.")
                        && seen.add(link.replaceFirst("/acties/[^?]*", "/acties/x"))) {
                    assertThat(anyone.get(link).status())
                            .as("%s on %s", link, address)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void between_any_two_cuts_the_rows_are_what_was_the_columns_what_became_and_all_adds_up() {
        Random random = new Random(13);
        List<String> days = List.of("2025-11-29", "2025-11-30", "2026-03-31", "2026-11-30");
        for (int i = 0; i < PAIRS; i++) {
            int from = random.nextInt(days.size());
            int known = random.nextInt(99);
            String address =
                    "%s/veranderingen?van=%s&tot=%s&bekendTotVan=%d&bekendTot=%d"
                            .formatted(
                                    PROGRAMME,
                                    days.get(from),
                                    days.get(from + random.nextInt(days.size() - from)),
                                    known,
                                    known + random.nextInt(99 - known));
            List<List<Integer>> matrix = matrix(page(address));
            List<Integer> became = matrix.getLast();
            assertThat(matrix).as(address).hasSize(7);
            for (int row = 0; row < 5; row++) {
                List<Integer> cells = matrix.get(row);
                assertThat(sum(cells.subList(0, 6))).as(address).isEqualTo(cells.get(6));
                int column = row;
                assertThat(matrix.subList(0, 6).stream().mapToInt(one -> one.get(column)).sum())
                        .as(address)
                        .isEqualTo(became.get(column));
            }
            assertThat(page(address)).as(address).doesNotContain("<td>nee</td>");
        }
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    /** The numbers of each row; a dash is nothing. */
    private static List<List<Integer>> matrix(String page) {
        String table = page.replaceFirst("(?s).*<caption>Hoeveel acties(.*?)</table>.*", "$1");
        return Pattern.compile("<th scope=\"row\">(.*?)</tr>", Pattern.DOTALL)
                .matcher(table)
                .results()
                .map(
                        row ->
                                Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL)
                                        .matcher(row.group(1))
                                        .results()
                                        .map(cell -> cell.group(1).replaceAll("<[^>]*>|\\D", ""))
                                        .map(
                                                number ->
                                                        number.isEmpty()
                                                                ? 0
                                                                : Integer.valueOf(number))
                                        .toList())
                .toList();
    }

    /** A line can be not there on a cut; anything else that the portal cannot show is a defect. */
    private boolean isThere(String address) {
        int status = anyone.get(address).status();
        assertThat(status).as(address).isIn(200, address.contains("/actielijnen/") ? 404 : 200);
        return status == 200;
    }

    private Map<String, String> crawl(String first) {
        Map<String, String> pages = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String address = open.removeFirst();
            if (pages.containsKey(address)) {
                continue;
            }
            String page = page(address);
            pages.put(address, page);
            // the bar is what leads to other cuts
            Matcher links = LINK.matcher(BAR.matcher(page).replaceAll(""));
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (!link.startsWith(PROGRAMME)) {
                    continue;
                }
                boolean another = link.contains("/veranderingen?van=") || steps(page, link);
                if (!another) {
                    assertThat(link).as("on %s", address).contains("peildatum=2025-11-30");
                    assertThat(link).as("on %s", address).contains("bekendTot=98");
                    if (!FILE.matcher(link).find() && !isAnOrderOfSome(link)) {
                        open.addLast(link);
                    }
                }
            }
        }
        return pages;
    }

    /** Each order is followed on the whole list, and not on each choice of it again. */
    private static boolean isAnOrderOfSome(String link) {
        return (link.contains("sorteer=") || link.contains("afrondingVoorbij="))
                && link.matches(
                        ".*(actielijn=|telling=|sorteer=.*afronding|afronding.*sorteer=).*");
    }

    /** To the page before or after in time, which is another day on purpose. */
    private static boolean steps(String page, String link) {
        return Pattern.compile(
                        "<link rel=\"(?:prev|next)\" href=\""
                                + Pattern.quote(link.replace("&", "&amp;")))
                .matcher(page)
                .find();
    }

    private String page(String address) {
        return new String(anyone.download(address, "text/html"), StandardCharsets.UTF_8);
    }
}
