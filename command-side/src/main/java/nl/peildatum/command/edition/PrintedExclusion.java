package nl.peildatum.command.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Actions the publication names as part of the plan but not monitored: their codes, the reason word
 * for word, null where the publication says "(zonder reden)", and what the publication says about
 * it besides.
 */
public record PrintedExclusion(
        List<String> codes, @Nullable String reason, @Nullable String remark, int lineNumber) {

    public PrintedExclusion {
        codes = List.copyOf(codes);
    }
}
