package nl.peildatum.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The key of an action: its programme and its action code ({@code [a-z0-9-]{1,40}}), written {@code
 * samen-tegen-mensenhandel/22}.
 */
public record ActionId(ProgrammeId programme, String code) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    public ActionId {
        if (!isValidCode(code)) {
            throw new IllegalArgumentException("not an action code: " + code);
        }
    }

    /** Reads the written form. */
    @JsonCreator
    public static ActionId of(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not an action id: " + written);
        }
        return new ActionId(
                new ProgrammeId(written.substring(0, slash)), written.substring(slash + 1));
    }

    /** Whether a text has the form of an action code. */
    public static boolean isValidCode(String code) {
        return FORM.matcher(code).matches();
    }

    @JsonValue
    @Override
    public String toString() {
        return programme.value() + "/" + code;
    }
}
