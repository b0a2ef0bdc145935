package nl.peildatum.portal.recording;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown.
 *
 * @param notice why it is not recorded, where it was sent
 * @param since what others recorded meanwhile, in words
 * @param consequence what it would do, where that was asked
 * @param tried what the consequence is of, so that nothing else is recorded instead
 * @param first what the button says by which one sees first what would be
 * @param button what the button says that records
 * @param atOnce whether it does so without the consequence being asked for first
 * @param key one for each time that the form is filled in
 * @param version what is seen of what it is about
 * @param seen the last entry there was when that was seen
 */
public record Shown(
        String title,
        String about,
        String address,
        String back,
        List<Field> fields,
        List<Fault> faults,
        @Nullable String notice,
        List<String> since,
        @Nullable Content consequence,
        @Nullable String tried,
        Content extra,
        String first,
        String button,
        boolean atOnce,
        String key,
        @Nullable String version,
        String seen) {

    /** Why it is not recorded, all of it at once. */
    public Wrong wrong() {
        return new Wrong(notice, since, faults.stream().map(f -> Wrong.of(f, fields)).toList());
    }
}
