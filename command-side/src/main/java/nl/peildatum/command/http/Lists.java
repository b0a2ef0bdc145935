package nl.peildatum.command.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of a change: absent is unchanged, and one is emptied by its name in {@code leegmaken}. */
public final class Lists {
    private Lists() {}

    /** Whether a list is to be emptied. */
    public static boolean isEmptied(@Nullable List<String> emptied, String list) {
        return emptied != null && emptied.contains(list);
    }
}
