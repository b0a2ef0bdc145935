package nl.peildatum.portal.cut;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.look.Shell;
import nl.peildatum.portal.cut.About.Moments;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the bar under the header tells and offers.
 *
 * @param cut what the address asks for
 * @param known what is answered
 * @param about the programme
 * @param path the page that is looked at, after the programme's own address
 * @param parameters what else its address says, names and values by turns
 * @param fault what is wrong with the date that was asked, if anything is
 */
public record CutBar(
        Cut cut,
        Known known,
        About about,
        String path,
        List<String> parameters,
        @Nullable String fault) {

    /** A choice, and where it leads; the one that is looked at leads nowhere. */
    public record Choice(String word, @Nullable String address) {}

    /** The same page on another cut. */
    public String here(Cut other) {
        return other.page(path, parameters.toArray());
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
        return first != null && !known.peildatum().isBefore(first);
    }

    /** How this cut relates to now. */
    public String relation() {
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

    /** The same, for whoever steps without looking. */
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

    /** What is known now, or what was known at the end of a day that is over. */
    public List<Choice> knowledges() {
        LocalDate day = known.peildatum();
        if (!day.isBefore(LocalDate.now(Today.AMSTERDAM))) {
            return List.of();
        }
        boolean then = cut.asKnownThen(day).equals(cut);
        return List.of(
                new Choice(Words.of("snede.metNu"), cut.open() ? null : here(cut.knowingAll())),
                new Choice(Words.of("snede.metToen"), then ? null : here(cut.asKnownThen(day))));
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

    private void add(List<Choice> steps, String word, @Nullable LocalDate day) {
        if (day != null) {
            steps.add(new Choice(Words.of(word), here(cut.on(day))));
        }
    }
}
