package nl.peildatum.command.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Actions the publication names as withdrawn ("is vervallen"), with the reason if it gives one. */
public record PrintedWithdrawal(List<String> codes, @Nullable String reason, int lineNumber) {

    public PrintedWithdrawal {
        codes = List.copyOf(codes);
    }
}
