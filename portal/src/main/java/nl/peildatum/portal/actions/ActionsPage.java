package nl.peildatum.portal.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.counts.Dashboard;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.download.CsvFile;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The actions of a programme, all of them or those that are asked for; to read and as a file. */
@Controller
class ActionsPage {

    private static final String PATH = "/acties";
    private static final String FILE = PATH + ".csv";
    private static final int ON_A_PAGE = 100;
    private static final int MOST_ON_A_PAGE = 200;
    private static final List<Order> ORDERS =
            List.of(
                    new Order(null, "volgorde.publicatie"),
                    new Order("nummer", "volgorde.nummer"),
                    new Order("status", "volgorde.status"),
                    new Order("laatstVeranderd", "volgorde.veranderd"));
    private static final String COUNTED = "acties";
    private static final String YES = "true";
    private static final List<String> COLUMNS =
            List.of(
                    "actie",
                    "gerapporteerdAls",
                    "titel",
                    "actielijn",
                    "status",
                    "statusSinds",
                    "opgenomen",
                    "verwachteAfronding");

    private final Questions questions;
    private final Abouts abouts;

    ActionsPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /** An order of the list; that of the publication has no code. */
    private record Order(@Nullable String code, String word) {}

    /** A page of actions. */
    record Found(
            LocalDate peildatum,
            long bekendTot,
            @Nullable Instant bekendOp,
            List<Action> acties,
            int totaal,
            int pagina) {

        Known known() {
            return new Known(peildatum, bekendTot, bekendOp);
        }
    }

    @GetMapping("/programmas/{programma}" + PATH)
    View list(
            Cut cut,
            Asked asked,
            @RequestParam(name = "pagina", required = false) @Nullable String page) {
        Found found = ask(cut, asked, "pagina", page, "paginagrootte", ON_A_PAGE, "perioden", true);
        Dashboard dashboard = questions.ask(cut.data("/dashboard"), Dashboard.class);
        CutBar bar = abouts.of(cut.programme()).bar(cut, found.known(), PATH, asked.parameters());
        boolean last = found.pagina() * ON_A_PAGE >= found.totaal();
        ActionList listed =
                new ActionList(
                        found.acties(),
                        found.totaal(),
                        dashboard.totaal().acties(),
                        asked.text(),
                        lines(cut, asked, dashboard),
                        statuses(cut, asked, dashboard),
                        List.of(overdue(cut, asked)),
                        orders(cut, asked),
                        chosen(cut, asked, dashboard),
                        found.pagina() > 1 ? page(cut, asked, found.pagina() - 1) : null,
                        last ? null : page(cut, asked, found.pagina() + 1),
                        asked.address(cut, FILE));
        return Page.live(Words.of("menu.acties"), bar, Page.TEMPLATES.acties(listed, bar));
    }

    /** All pages of the list, on the cut of the first whatever is recorded meanwhile. */
    @GetMapping("/programmas/{programma}" + FILE)
    View file(Cut cut, Asked asked) {
        Found first = ask(cut, asked, "paginagrootte", MOST_ON_A_PAGE);
        Cut pinned = cut.pinned(first.peildatum(), first.bekendTot());
        List<Action> actions = new ArrayList<>(first.acties());
        for (int page = 2; actions.size() < first.totaal(); page++) {
            Found more = ask(pinned, asked, "pagina", page, "paginagrootte", MOST_ON_A_PAGE);
            actions.addAll(more.acties());
        }
        return CsvFile.of(
                cut.programme(),
                COUNTED,
                first.known(),
                COLUMNS,
                actions.stream()
                        .map(
                                action ->
                                        CsvFile.row(
                                                action.actie(),
                                                action.gerapporteerdAls(),
                                                action.titel(),
                                                action.actielijn(),
                                                action.status(),
                                                action.statusSinds(),
                                                action.opgenomen(),
                                                action.verwachteAfronding()))
                        .toList());
    }

    private Found ask(Cut cut, Asked asked, @Nullable Object... more) {
        return questions.ask(cut.data(PATH, asked.parameters(more)), Found.class);
    }

    private static String page(Cut cut, Asked asked, int page) {
        return cut.page(PATH, asked.parameters("pagina", page));
    }

    private static List<Filter> lines(Cut cut, Asked asked, Dashboard dashboard) {
        return dashboard.lines().stream()
                .map(
                        line ->
                                new Filter(
                                        line.told(),
                                        line.aantallen().acties(),
                                        asked.line(line.code()).address(cut, PATH),
                                        line.code().equals(asked.line())))
                .toList();
    }

    /** All that are counted, and those of each status. */
    private static List<Filter> statuses(Cut cut, Asked asked, Dashboard dashboard) {
        Counts counts =
                dashboard.lines().stream()
                        .filter(line -> line.code().equals(asked.line()))
                        .map(Dashboard.Line::aantallen)
                        .findFirst()
                        .orElse(dashboard.totaal());
        return Stream.concat(
                        Stream.of(
                                count(
                                        cut,
                                        asked,
                                        Words.of("acties.meegeteld"),
                                        COUNTED,
                                        counts.acties())),
                        Counts.STATUSES.stream()
                                .map(
                                        status ->
                                                count(
                                                        cut,
                                                        asked,
                                                        status.word(),
                                                        status.count(),
                                                        counts.of(status))))
                .toList();
    }

    private static Filter count(Cut cut, Asked asked, String word, String count, int number) {
        return new Filter(
                word, number, asked.count(count).address(cut, PATH), count.equals(asked.count()));
    }

    private static Filter overdue(Cut cut, Asked asked) {
        return new Filter(
                Words.of("acties.voorbij"),
                null,
                asked.overdue(YES).address(cut, PATH),
                YES.equals(asked.overdue()));
    }

    private static List<Filter> orders(Cut cut, Asked asked) {
        return ORDERS.stream()
                .map(
                        order ->
                                new Filter(
                                        Words.of(order.word()),
                                        null,
                                        asked.order(order.code()).address(cut, PATH),
                                        Objects.equals(order.code(), asked.order())))
                .toList();
    }

    /** What was chosen, each with the address of the list without it. */
    private static List<Filter> chosen(Cut cut, Asked asked, Dashboard dashboard) {
        List<Filter> chosen = new ArrayList<>();
        if (asked.line() != null) {
            String name =
                    dashboard.lines().stream()
                            .filter(line -> line.code().equals(asked.line()))
                            .map(line -> line.told() + ", " + line.name())
                            .findFirst()
                            .orElse(asked.line());
            chosen.add(chosen(name, asked.line(null), cut));
        }
        if (asked.count() != null || asked.status() != null) {
            String name =
                    Stream.of(StatusCode.values())
                            .filter(
                                    status ->
                                            status.count().equals(asked.count())
                                                    || status.name().equals(asked.status()))
                            .map(StatusCode::word)
                            .findFirst()
                            .orElse(Words.of("acties.meegeteld"));
            chosen.add(chosen(name, asked.count(null), cut));
        }
        if (asked.overdue() != null) {
            chosen.add(chosen(Words.of("acties.voorbij"), asked.overdue(null), cut));
        }
        if (asked.text() != null) {
            chosen.add(chosen(Words.of("acties.gezocht", asked.text()), asked.text(null), cut));
        }
        return chosen;
    }

    private static Filter chosen(String name, Asked without, Cut cut) {
        return new Filter(name, null, without.address(cut, PATH), true);
    }
}
