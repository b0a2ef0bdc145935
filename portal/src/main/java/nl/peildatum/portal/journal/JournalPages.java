package nl.peildatum.portal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.peildatum.api.Role;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.login.Session;
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

    /** Of how many entries at a time some are picked: the most that one question gives. */
    private static final int LOOKED_THROUGH = 1000;

    /** The kinds of entries, in the order of the interface's document. */
    private static final List<String> KINDS =
            List.of(
                    "PROGRAMMA_VASTGESTELD",
                    "PROGRAMMA_HERZIEN",
                    "ACTIELIJN_VASTGESTELD",
                    "ACTIELIJN_HERZIEN",
                    "ACTIE_GEPLAND",
                    "OPENINGSSTAND",
                    "START",
                    "VERTRAGING",
                    "HERVATTING",
                    "DOORLOPEND",
                    "AFBAKENING",
                    "AFRONDING",
                    "HEROPENING",
                    "INTREKKING",
                    "TOELICHTING",
                    "TITEL",
                    "BENAMING",
                    "PLANNING",
                    "PLANNING_AFRONDING",
                    "ACTIELIJN",
                    "OPNAME",
                    "UITSLUITING",
                    "VERBAND",
                    "VOLGORDE",
                    "CORRECTIE",
                    "RETRACTIE",
                    "SIGNAAL_GEACCEPTEERD",
                    "SIGNAAL_AFGEWEZEN",
                    "TEKST_GEWIST",
                    "RAPPORTAGE_VOORGESTELD",
                    "RAPPORTAGE_VASTGESTELD");

    private final Questions questions;
    private final Abouts abouts;

    JournalPages(Questions questions, Abouts abouts) {
        this.questions = questions;
        this.abouts = abouts;
    }

    /** The entries of an action. */
    private record Trail(List<Entry> regels) {}

    /**
     * @param last the newest entry on the page; what is no number of an entry is the newest there
     *     is
     * @param kind of which kind only
     * @param action of which action only
     */
    @GetMapping("/programmas/{programma}" + PATH)
    View show(
            Cut cut,
            @RequestParam(name = "totEnMet", required = false) @Nullable String last,
            @RequestParam(name = "regel", required = false) @Nullable String wanted,
            @RequestParam(name = "soort", defaultValue = "") String kind,
            @RequestParam(name = "actie", defaultValue = "") String action) {
        if (wanted != null && number(wanted) > 0) {
            return GoOn.to(cut.page(PATH + "/" + number(wanted)));
        }
        About about = abouts.of(cut.programme());
        Cut now = Cut.now(cut.programme());
        boolean narrowed = !kind.isBlank() || !action.isBlank();
        int size = narrowed ? LOOKED_THROUGH : PAGE;
        long head = about.head();
        long asked = last == null ? head : number(last);
        long until = asked < 1 || asked > head ? head : asked;
        long from = Math.max(1, until - size + 1);
        List<Entry> found =
                questions
                        .ask(
                                now.data(
                                        PATH,
                                        "vanaf",
                                        from,
                                        "aantal",
                                        Math.max(1, until - from + 1)),
                                Entry.Piece.class)
                        .newestFirst()
                        .stream()
                        .filter(e -> kind.isBlank() || e.soort().equals(kind))
                        .filter(e -> action.isBlank() || action.strip().equals(e.actie()))
                        .toList();
        if (found.size() > PAGE) {
            // the next page goes on where this one ends
            found = found.subList(0, PAGE);
            from = found.getLast().journaalnummer();
        }
        CutBar bar =
                about.bar(cut, about.now(), PATH, "soort", given(kind), "actie", given(action));
        return Page.of(
                Words.of("menu.journaal"),
                bar,
                Page.TEMPLATES.journaal(
                        new Listed(
                                found,
                                from,
                                until,
                                kinds(kind),
                                action,
                                narrowed,
                                from > 1 ? page(cut, kind, action, from - 1) : null,
                                until < head
                                        ? page(cut, kind, action, Math.min(head, until + size))
                                        : null),
                        bar));
    }

    private static String page(Cut cut, String kind, String action, long last) {
        return cut.page(PATH, "soort", given(kind), "actie", given(action), "totEnMet", last);
    }

    private static @Nullable String given(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static List<Choice> kinds(String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", Words.of("journaal.elkeSoort"), false)),
                        KINDS.stream()
                                .map(kind -> new Choice(kind, word(kind), kind.equals(chosen))))
                .toList();
    }

    private static String word(String kind) {
        String move = "zet." + kind;
        return Words.of(Words.has(move) ? move : "soort." + kind);
    }

    @GetMapping("/programmas/{programma}" + PATH + "/{nummer}")
    View entry(
            Cut cut,
            @PathVariable long nummer,
            @RequestParam(name = "bytes", required = false) @Nullable String bytes)
            throws IOException {
        About about = abouts.of(cut.programme());
        Cut now = Cut.now(cut.programme());
        Entry entry = questions.ask(now.data(PATH + "/" + nummer), Entry.class);
        CutBar bar = about.bar(cut, about.now(), PATH + "/" + nummer);
        return Page.of(
                Words.of("regel.naam", nummer),
                bar,
                Page.TEMPLATES.journaalregel(
                        entry,
                        bytes == null ? chain(now, entry) : List.of(),
                        effect(now, entry),
                        bytes == null ? null : bytes(now, nummer),
                        bar));
    }

    /** What was recorded of the same: an entry, and all that changed it afterwards. */
    private List<Entry> chain(Cut now, Entry entry) {
        long first = entry.verwijstNaar() == null ? entry.journaalnummer() : entry.verwijstNaar();
        if (entry.actie() == null && !Session.has(Role.AUDITOR)) {
            return List.of();
        }
        String all =
                entry.actie() == null
                        ? now.data(PATH, "vanaf", first, "aantal", LOOKED_THROUGH)
                        : now.data("/acties/" + Cut.encoded(entry.actie()) + "/historie");
        List<Entry> chain =
                questions.ask(all, Trail.class).regels().stream()
                        .filter(
                                e ->
                                        e.journaalnummer() == first
                                                || Objects.equals(e.verwijstNaar(), first))
                        .toList();
        return chain.size() > 1 ? chain : List.of();
    }

    private Bytes bytes(Cut now, long number) throws IOException {
        HttpResponse<InputStream> answer =
                questions.open(
                        now.data("/bewijs", "vanaf", number, "totEnMet", number),
                        "application/zip",
                        null);
        return Bytes.of(answer.body(), questions);
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
