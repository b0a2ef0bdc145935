package nl.peildatum.portal.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date as people type it. */
public final class TypedDate {

    private static final Pattern AS_PEOPLE_TYPE =
            Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");

    private TypedDate() {}

    /** The same as the interface takes it; what is no date stays as it is. */
    public static @Nullable String iso(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        Matcher date = AS_PEOPLE_TYPE.matcher(typed);
        if (!date.matches()) {
            return typed;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(date.group(3)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(1)))
                    .toString();
        } catch (DateTimeException none) {
            return typed;
        }
    }
}
