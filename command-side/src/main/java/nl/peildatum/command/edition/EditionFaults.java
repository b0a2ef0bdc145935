package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.peildatum.contract.DutchTexts;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of one reading and gives each its sentence. */
final class EditionFaults {

    private static final int QUOTED = 60;

    private static final DutchTexts SENTENCES =
            DutchTexts.of("nl.peildatum.command.edition.edition-messages", EditionFaults.class);

    private final List<EditionFault> found = new ArrayList<>();

    void add(int lineNumber, EditionFaultKind kind, Object... arguments) {
        found.add(fault(lineNumber, kind, null, null, arguments));
    }

    void addDifference(
            int lineNumber, EditionFaultKind kind, int printed, int counted, Object... arguments) {
        found.add(fault(lineNumber, kind, printed, counted, arguments));
    }

    private EditionFault fault(
            int lineNumber,
            EditionFaultKind kind,
            @Nullable Integer printed,
            @Nullable Integer counted,
            Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = quoted(String.valueOf(arguments[i]));
        }
        return new EditionFault(
                lineNumber, kind, SENTENCES.told(kind.name(), texts), printed, counted);
    }

    private static String quoted(String text) {
        String plain = Literal.reveal(text).strip();
        if (plain.length() <= QUOTED) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, QUOTED / 2)).strip() + "…";
    }

    boolean has(EditionFaultKind kind) {
        return found.stream().anyMatch(fault -> fault.kind() == kind);
    }

    boolean none() {
        return found.isEmpty();
    }

    List<EditionFault> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(EditionFault::lineNumber)).toList();
    }
}
