package nl.peildatum.portal.cut;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.look.Shell;
import nl.peildatum.portal.cut.About.Fixed;
import nl.peildatum.portal.cut.About.Moments;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What the bar under the header tells and offers; {@link About#bar} makes it.
 *
 * @param cut what the address asks for
 * @param known what is answered
 * @param about the programme
 * @param path the page that is looked at, after the programme's own address
 * @param parameters what else its address says, names and values by turns
 * @param fault what is wrong with the cut that was asked, if anything is
 */
public record CutBar(
        Cut cut,
        Known known,
        About about,
        String path,
        List<String> parameters,
        @Nullable Fault fault) {

    /** A choice, and where it leads; the one that is looked at leads nowhere. */
    public record Choice(String word, @Nullable String address) {}

    /** What a form sends along unseen. */
    public record Hidden(String name, String value) {}

    /** The same page on another cut. */
    public String here(Cut other) {
        return other.page(path, parameters.toArray());
    }

    /** Where a form of this page sends what it asks: the page itself, without a question. */
    public String form() {
        return Cut.now(cut.programme()).page(path);
    }

    /**
     * What this page's address says and a form of it has to send along.
     *
     * @param own the names that the form has fields of its own for
     */
    public List<Hidden> along(String... own) {
        List<Hidden> along = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i += 2) {
            add(along, parameters.get(i), parameters.get(i + 1), own);
        }
        add(along, Cut.REPORT_DATE, cut.reportDate(), own);
        add(along, Cut.KNOWN_AT, cut.knownAt(), own);
        add(along, Cut.KNOWN_UP_TO, cut.knownUpTo(), own);
        return along;
    }

    private static void add(
            List<Hidden> along, String name, @Nullable String value, String... own) {
        if (value != null && !List.of(own).contains(name)) {
            along.add(new Hidden(name, value));
        }
    }

    /** What is wrong with what was asked in a field, if anything is. */
    public @Nullable String fault(String field) {
        return fault == null || !fault.field().equals(field) ? null : fault.told();
    }

    /** The day of the cut, in words. */
    public String day() {
        return Words.date(known.peildatum());
    }

    /** What was known, in words. */
    public String knowledge() {
        return known.bekendOp() == null
                ? Words.of("snede.niets")
                : Words.of("snede.bekend", Words.moment(known.bekendOp()));
    }

    /** Which entries that is. */
    public @Nullable String entries() {
        return known.bekendTot() == 0 ? null : Words.counted("snede.regels", known.bekendTot());
    }

    /** Whether anything is recorded about the day, or a day before it. */
    public boolean anything() {
        LocalDate first = about.moments().first();
        return known.bekendTot() > 0 && first != null && !known.peildatum().isBefore(first);
    }

    /** How this cut relates to now, or to the report that was fixed on it. */
    public String relation() {
        Fixed report = about.moments().fixed(known.peildatum());
        if (report != null && report.bekendTot() == known.bekendTot()) {
            return Words.of("snede.vastgesteld", Words.moment(report.geregistreerdOp()));
        }
        if (known.bekendTot() < about.head()) {
            return Words.counted("snede.meer", about.head() - known.bekendTot());
        }
        LocalDate today = LocalDate.now(Today.AMSTERDAM);
        if (known.peildatum().isAfter(today)) {
            return Words.of("snede.toekomst");
        }
        return Words.of(known.peildatum().equals(today) ? "snede.nu" : "snede.nietNu");
    }

    /** To the reports and the changes before and after this day. */
    public List<Choice> steps() {
        Moments moments = about.moments();
        LocalDate day = known.peildatum();
        List<Choice> steps = new ArrayList<>();
        add(steps, "snede.vorigeRapportage", Moments.before(moments.rapportages(), day));
        add(steps, "snede.volgendeRapportage", Moments.after(moments.rapportages(), day));
        add(steps, "snede.vorigeVerandering", Moments.before(moments.veranderingen(), day));
        add(steps, "snede.volgendeVerandering", Moments.after(moments.veranderingen(), day));
        return steps;
    }

    private void add(List<Choice> steps, String word, @Nullable LocalDate day) {
        if (day != null) {
            steps.add(new Choice(Words.of(word), here(cut.on(day))));
        }
    }

    /** The changes before and after it, for whoever steps without looking. */
    public List<Shell.Step> relations() {
        List<Shell.Step> steps = new ArrayList<>();
        LocalDate before = Moments.before(about.moments().veranderingen(), known.peildatum());
        LocalDate after = Moments.after(about.moments().veranderingen(), known.peildatum());
        if (before != null) {
            steps.add(new Shell.Step("prev", here(cut.on(before))));
        }
        if (after != null) {
            steps.add(new Shell.Step("next", here(cut.on(after))));
        }
        return steps;
    }

    /**
     * What is known now, or what was known then: in the report that was fixed for the day, else at
     * the end of it. Of a day that is not over these are one.
     */
    public List<Choice> knowledges() {
        LocalDate day = known.peildatum();
        if (!day.isBefore(LocalDate.now(Today.AMSTERDAM))) {
            return List.of();
        }
        Fixed report = about.moments().fixed(day);
        Cut then = report == null ? cut.asKnownThen(day) : cut.pinned(day, report.bekendTot());
        return List.of(
                new Choice(
                        Words.of("snede.metNu"),
                        cut.open() ? null : here(cut.on(day).knowingAll())),
                new Choice(
                        Words.of("snede.metToen"), then.equals(cut.on(day)) ? null : here(then)));
    }

    /** Today, and the days of the fixed reports, the latest first. */
    public List<Choice> days() {
        List<Choice> days = new ArrayList<>();
        days.add(new Choice(Words.of("snede.vandaag"), here(Cut.now(cut.programme()))));
        for (LocalDate report : about.moments().rapportages().reversed()) {
            days.add(
                    new Choice(
                            Words.of("snede.rapportage", Words.date(report)),
                            here(cut.on(report))));
        }
        return days;
    }

    /** The address that shows the same for ever. */
    public String fixed() {
        return here(cut.pinned(known.peildatum(), known.bekendTot()));
    }

    /** The sentence to cite in a letter, with that address whole. */
    public String citation() {
        return Words.of(
                "snede.citaat",
                about.naam(),
                day(),
                knowledge(),
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + fixed());
    }
}
