package nl.peildatum.portal.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.counts.Dashboard;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The actions of a programme, all of them or those that are asked for. */
@Controller
class ActionsPage {

    private static final int ON_A_PAGE = 100;

    private final Questions questions;
    private final Abouts abouts;

    ActionsPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /** What the address asks for, besides the cut. */
    record Asked(
            @BindParam("actielijn") @Nullable String line,
            @BindParam("telling") @Nullable String count,
            @BindParam("zoek") @Nullable String text,
            @BindParam("pagina") @Nullable String page) {

        Asked {
            line = given(line);
            count = given(count);
            text = given(text);
            page = given(page);
        }

        private static @Nullable String given(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }

        /** The address of the list that asks the same but for the page. */
        String address(Cut cut, @Nullable Object page) {
            return address(cut, line, count, text, page);
        }

        static String address(
                Cut cut,
                @Nullable String line,
                @Nullable String count,
                @Nullable String text,
                @Nullable Object page) {
            return cut.page(
                    "/acties", "actielijn", line, "telling", count, "zoek", text, "pagina", page);
        }

        List<String> parameters() {
            List<String> parameters = new ArrayList<>();
            add(parameters, "actielijn", line);
            add(parameters, "telling", count);
            add(parameters, "zoek", text);
            return parameters;
        }

        private static void add(List<String> parameters, String name, @Nullable String value) {
            if (value != null) {
                parameters.add(name);
                parameters.add(value);
            }
        }
    }

    /** A page of actions. */
    record Found(
            LocalDate peildatum,
            long bekendTot,
            @Nullable Instant bekendOp,
            List<Action> acties,
            int totaal,
            int pagina) {}

    @GetMapping("/programmas/{programma}/acties")
    View list(Cut cut, Asked asked) {
        Found found =
                questions.ask(
                        cut.data(
                                "/acties",
                                "actielijn",
                                asked.line(),
                                "telling",
                                asked.count(),
                                "zoek",
                                asked.text(),
                                "pagina",
                                asked.page(),
                                "paginagrootte",
                                ON_A_PAGE),
                        Found.class);
        Dashboard dashboard = questions.ask(cut.data("/dashboard"), Dashboard.class);
        CutBar bar =
                new CutBar(
                        cut,
                        new Known(found.peildatum(), found.bekendTot(), found.bekendOp()),
                        abouts.of(cut.programme()),
                        "/acties",
                        asked.parameters(),
                        null);
        boolean last = found.pagina() * ON_A_PAGE >= found.totaal();
        ActionList listed =
                new ActionList(
                        found.acties(),
                        found.totaal(),
                        dashboard.totaal().acties(),
                        asked.text(),
                        lines(cut, asked, dashboard),
                        statuses(cut, asked, dashboard),
                        chosen(cut, asked, dashboard),
                        found.pagina() > 1 ? asked.address(cut, found.pagina() - 1) : null,
                        last ? null : asked.address(cut, found.pagina() + 1));
        return Page.of(Words.of("menu.acties"), bar, Page.TEMPLATES.acties(listed, bar));
    }

    private static List<Filter> lines(Cut cut, Asked asked, Dashboard dashboard) {
        return dashboard.lines().stream()
                .map(
                        line ->
                                new Filter(
                                        line.told(),
                                        line.aantallen().acties(),
                                        Asked.address(
                                                cut,
                                                line.code(),
                                                asked.count(),
                                                asked.text(),
                                                null),
                                        line.code().equals(asked.line())))
                .toList();
    }

    private static List<Filter> statuses(Cut cut, Asked asked, Dashboard dashboard) {
        Counts counts =
                dashboard.lines().stream()
                        .filter(line -> line.code().equals(asked.line()))
                        .map(Dashboard.Line::aantallen)
                        .findFirst()
                        .orElse(dashboard.totaal());
        return Counts.STATUSES.stream()
                .map(
                        status ->
                                new Filter(
                                        status.word(),
                                        counts.of(status),
                                        Asked.address(
                                                cut,
                                                asked.line(),
                                                status.count(),
                                                asked.text(),
                                                null),
                                        status.count().equals(asked.count())))
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
            chosen.add(
                    new Filter(
                            name,
                            0,
                            Asked.address(cut, null, asked.count(), asked.text(), null),
                            true));
        }
        if (asked.count() != null) {
            String name =
                    Counts.STATUSES.stream()
                            .filter(status -> status.count().equals(asked.count()))
                            .map(StatusCode::word)
                            .findFirst()
                            .orElse(Words.of("acties.meegeteld"));
            chosen.add(
                    new Filter(
                            name,
                            0,
                            Asked.address(cut, asked.line(), null, asked.text(), null),
                            true));
        }
        if (asked.text() != null) {
            chosen.add(
                    new Filter(
                            Words.of("acties.gezocht", asked.text()),
                            0,
                            Asked.address(cut, asked.line(), asked.count(), null, null),
                            true));
        }
        return chosen;
    }
}
