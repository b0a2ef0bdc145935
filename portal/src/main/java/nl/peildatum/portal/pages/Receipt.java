package nl.peildatum.portal.pages;

import nl.peildatum.api.Role;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.login.Session;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * That something was recorded, on the page that one goes on to.
 *
 * @param entry its number in the journal
 * @param behind what the page shows, where that is less
 * @param again where the page is asked for again
 * @param undo where it is taken back
 */
public record Receipt(long entry, @Nullable String behind, String again, String undo) {

    static @Nullable Receipt of(Form form, CutBar bar) {
        String told = form.parameter("vastgelegd");
        if (told == null || !told.matches("[1-9]\\d{0,17}") || !Session.has(Role.SECRETARIAAT)) {
            return null;
        }
        long entry = Long.parseLong(told);
        long head = bar.about().head();
        return new Receipt(
                entry,
                head < entry ? Words.of("melding.achter", head) : null,
                form.address(),
                bar.cut().page("/journaal/" + entry + "/intrekken"));
    }
}
