package nl.peildatum.portal.pages;

import java.util.Objects;
import nl.peildatum.api.Role;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.login.Session;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * That something was recorded, on the page that one goes on to.
 *
 * @param told what was recorded
 * @param behind what the page shows, where that is less
 * @param again this page, to be asked for once more
 * @param undo where it is taken back, where it is one entry
 */
public record Receipt(String told, @Nullable String behind, String again, @Nullable String undo) {

    private static final String RECORDED = "vastgelegd";

    static @Nullable Receipt of(Form form, CutBar bar) {
        String told = form.parameter(RECORDED);
        if (told == null || !told.matches("[1-9]\\d{0,17}") || !Session.has(Role.SECRETARIAAT)) {
            return null;
        }
        long entry = Long.parseLong(told);
        String number = Objects.requireNonNullElse(form.parameter("aantal"), "");
        boolean many = number.matches("[1-9]\\d{1,8}|[2-9]");
        long head = bar.about().head();
        return new Receipt(
                many
                        ? Words.of("melding.vastgelegdTot", number, entry)
                        : Words.of("melding.vastgelegd", entry),
                head < entry ? Words.of("melding.achter", head) : null,
                bar.cut().page(bar.path(), RECORDED, entry) + "#melding",
                many ? null : bar.cut().page("/journaal/" + entry + "/intrekken"));
    }
}
