package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.peildatum.api.DutchTexts;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of one reading and gives each its sentence. */
final class Faults {

    private static final int QUOTED = 60;

    private static final DutchTexts SENTENCES =
            DutchTexts.of("nl.peildatum.command.edition.edition-messages", Faults.class);

    private final List<Fault> found = new ArrayList<>();

    void add(int lineNumber, FaultKind kind, Object... arguments) {
        found.add(fault(lineNumber, kind, null, null, arguments));
    }

    void addDifference(
            int lineNumber, FaultKind kind, int printed, int counted, Object... arguments) {
        found.add(fault(lineNumber, kind, printed, counted, arguments));
    }

    private Fault fault(
            int lineNumber,
            FaultKind kind,
            @Nullable Integer printed,
            @Nullable Integer counted,
            Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = quoted(String.valueOf(arguments[i]));
        }
        return new Fault(lineNumber, kind, SENTENCES.told(kind.name(), texts), printed, counted);
    }

    private static String quoted(String text) {
        String plain = Literal.reveal(text).strip();
        if (plain.length() <= QUOTED) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, QUOTED / 2)).strip() + "…";
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Fault> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Fault::lineNumber)).toList();
    }
}
