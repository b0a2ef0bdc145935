package nl.peildatum.portal.journal;

import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.pages.GoOn;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The journal, the newest entry first, and each entry with all that is known of it. */
@Controller
class JournalPages {

    private static final String PATH = "/journaal";
    private static final int PAGE = 100;

    private final Questions questions;
    private final Abouts abouts;

    JournalPages(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /** The entries of a journal that changed an entry afterwards. */
    private record Trail(List<Entry> regels) {}

    /**
     * @param last the newest entry on the page; what is no number of an entry is the newest there
     *     is
     */
    @GetMapping("/programmas/{programma}" + PATH)
    View show(
            Cut cut,
            @RequestParam(name = "totEnMet", required = false) @Nullable String last,
            @RequestParam(name = "regel", required = false) @Nullable String wanted) {
        if (wanted != null && number(wanted) > 0) {
            return GoOn.to(cut.page(PATH + "/" + number(wanted)));
        }
        About about = abouts.of(cut.programme());
        Cut now = Cut.now(cut.programme());
        long head = about.head();
        long asked = last == null ? head : number(last);
        long until = asked < 1 || asked > head ? head : asked;
        long from = Math.max(1, until - PAGE + 1);
        Entry.Piece piece =
                questions.ask(
                        now.data(PATH, "vanaf", from, "aantal", Math.max(1, until - from + 1)),
                        Entry.Piece.class);
        CutBar bar = about.bar(cut, about.now(), PATH);
        return Page.of(
                Words.of("menu.journaal"),
                bar,
                Page.TEMPLATES.journaal(
                        piece,
                        from > 1 ? cut.page(PATH, "totEnMet", from - 1) : null,
                        until < head
                                ? cut.page(PATH, "totEnMet", Math.min(head, until + PAGE))
                                : null,
                        bar));
    }

    @GetMapping("/programmas/{programma}" + PATH + "/{nummer}")
    View entry(Cut cut, @PathVariable long nummer) {
        About about = abouts.of(cut.programme());
        Cut now = Cut.now(cut.programme());
        Entry entry = questions.ask(now.data(PATH + "/" + nummer), Entry.class);
        List<Entry> later =
                entry.actie() == null
                        ? List.of()
                        : questions
                                .ask(
                                        now.data(
                                                "/acties/"
                                                        + Cut.encoded(entry.actie())
                                                        + "/historie"),
                                        Trail.class)
                                .regels()
                                .stream()
                                .filter(e -> Objects.equals(e.verwijstNaar(), nummer))
                                .toList();
        CutBar bar = about.bar(cut, about.now(), PATH + "/" + nummer);
        return Page.of(
                Words.of("regel.naam", nummer),
                bar,
                Page.TEMPLATES.journaalregel(entry, later, effect(now, entry), bar));
    }

    /** What reads otherwise on the day from which it holds since it was recorded. */
    private static @Nullable String effect(Cut now, Entry entry) {
        Object day = entry.ingangsdatumNu() == null ? entry.ingangsdatum() : entry.ingangsdatumNu();
        if (entry.journaalnummer() == 1 || day == null) {
            return null;
        }
        return new Cut(now.programme(), null, null, String.valueOf(entry.journaalnummer()))
                .page(
                        "/veranderingen",
                        "van",
                        day,
                        "tot",
                        day,
                        "bekendTotVan",
                        entry.journaalnummer() - 1);
    }

    private static long number(String typed) {
        return typed.strip().matches("\\d{1,18}") ? Long.parseLong(typed.strip()) : 0;
    }
}
