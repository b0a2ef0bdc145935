package nl.peildatum.portal.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.CutBar.Choice;
import nl.peildatum.portal.download.CsvFile;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What changed from one cut to another: what happened, and what is known better. */
@Controller
class ChangesPage {

    private static final String PATH = "/veranderingen";
    private static final List<String> COLUMNS =
            List.of(
                    "van",
                    "bekendTotVan",
                    "deel",
                    "actie",
                    "statusVan",
                    "actielijnVan",
                    "statusNaar",
                    "actielijnNaar",
                    "zin",
                    "journaalnummers");

    private final Questions questions;
    private final Abouts abouts;

    ChangesPage(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /**
     * The cut to begin with, and another last day than that of the cut that is looked at; what is
     * not given of the knowledge is as in that one.
     */
    record From(
            @BindParam("van") @Nullable String since,
            @BindParam("tot") @Nullable String until,
            @BindParam("bekendOpVan") @Nullable String knownAt,
            @BindParam("bekendTotVan") @Nullable String knownUpTo) {

        Cut cut(String programme) {
            return new Cut(programme, since, knownAt, knownUpTo);
        }

        Cut until(Cut asked) {
            return until == null || until.isBlank()
                    ? asked
                    : new Cut(asked.programme(), until, asked.knownAt(), asked.knownUpTo());
        }
    }

    /** The two cuts, and what differs. */
    private record Compared(Cut since, Difference difference, CutBar bar) {}

    @GetMapping("/programmas/{programma}" + PATH)
    View show(Cut asked, From from) {
        Compared compared = compare(asked, from);
        CutBar bar = compared.bar();
        // what is not said of the first is as in the second, also where one goes on from it
        Cut since = compared.since();
        Cut first = since.open() ? bar.cut().on(compared.difference().van().peildatum()) : since;
        return Page.of(
                Words.of("menu.veranderd"),
                bar,
                Page.TEMPLATES.veranderingen(
                        compared.difference(),
                        since,
                        first,
                        presets(bar),
                        bar.cut().page(PATH + ".csv", bar.parameters().toArray()),
                        bar));
    }

    /** A row for each sentence; what is not in it did not change. */
    @GetMapping("/programmas/{programma}" + PATH + ".csv")
    View file(Cut asked, From from) {
        Difference difference = compare(asked, from).difference();
        List<List<String>> rows = new ArrayList<>();
        add(rows, difference, "gecorrigeerd", difference.gecorrigeerd());
        add(rows, difference, "verplaatst", difference.verplaatsingen());
        add(rows, difference, "toegetreden", difference.toegetreden());
        add(rows, difference, "uitgetreden", difference.uitgetreden());
        return CsvFile.of(
                asked.programme(), "veranderingen", difference.tot().known(), COLUMNS, rows);
    }

    private static void add(
            List<List<String>> rows,
            Difference difference,
            String part,
            List<Difference.Told> told) {
        for (Difference.Told one : told) {
            rows.add(
                    CsvFile.row(
                            difference.van().peildatum(),
                            difference.van().bekendTot(),
                            part,
                            one.actie(),
                            one.telde() == null ? null : one.telde().status(),
                            one.telde() == null ? null : one.telde().actielijn(),
                            one.telt() == null ? null : one.telt().status(),
                            one.telt() == null ? null : one.telt().actielijn(),
                            one.zin(),
                            one.entries()));
        }
    }

    private Compared compare(Cut asked, From from) {
        Cut cut = from.until(asked);
        About about = abouts.of(cut.programme());
        Cut given = from.cut(cut.programme());
        Cut since = given.reportDate() == null ? given.on(since(cut, about)) : given;
        Difference difference = questions.ask(cut.difference(since), Difference.class);
        return new Compared(
                since,
                difference,
                about.bar(
                        cut,
                        difference.tot().known(),
                        PATH,
                        "van",
                        since.reportDate(),
                        "bekendOpVan",
                        since.knownAt(),
                        "bekendTotVan",
                        since.knownUpTo()));
    }

    /** The report before, else the first day there is. */
    private static LocalDate since(Cut cut, About about) {
        LocalDate until = cut.day();
        LocalDate report = about.moments().reportBefore(until);
        if (report != null) {
            return report;
        }
        LocalDate first = about.moments().first();
        return first == null || first.isAfter(until) ? until : first;
    }

    private static List<Choice> presets(CutBar bar) {
        LocalDate until = bar.known().peildatum();
        List<Choice> presets = new ArrayList<>();
        LocalDate report = bar.about().moments().reportBefore(until);
        if (report != null) {
            presets.add(preset(bar, "veranderd.rapportage", report));
        }
        presets.add(preset(bar, "veranderd.kwartaal", until.minusMonths(3)));
        presets.add(preset(bar, "veranderd.jaar", until.minusYears(1)));
        if (until.isBefore(LocalDate.now(Today.AMSTERDAM))) {
            presets.add(
                    new Choice(
                            Words.of("veranderd.toenEnNu"),
                            bar.cut()
                                    .knowingAll()
                                    .page(
                                            PATH,
                                            "van",
                                            until,
                                            "tot",
                                            until,
                                            "bekendOpVan",
                                            bar.cut().asKnownThen(until).knownAt())));
        }
        return presets;
    }

    private static Choice preset(CutBar bar, String word, LocalDate since) {
        return new Choice(Words.of(word), bar.cut().page(PATH, "van", since));
    }
}
