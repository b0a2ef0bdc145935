package nl.peildatum.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The key of an action programme, {@code [a-z0-9-]{1,40}}: {@code samen-tegen-mensenhandel}. */
public record ProgrammeId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    @JsonCreator
    public ProgrammeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a programme id: " + value);
        }
    }

    /** Whether a text has the form of a programme's key. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
