package nl.peildatum.portal.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the journal, the newest entry first.
 *
 * @param from the first entry that was looked through
 * @param until the last
 * @param kinds what it can be narrowed to
 * @param action of which action only, as it was typed
 * @param narrowed whether only some of what was looked through is shown
 */
public record Listed(
        List<Entry> entries,
        long from,
        long until,
        List<Choice> kinds,
        String action,
        boolean narrowed,
        @Nullable String older,
        @Nullable String newer) {}
