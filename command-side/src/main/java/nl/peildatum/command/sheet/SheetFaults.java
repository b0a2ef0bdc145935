package nl.peildatum.command.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of one reading and gives each its sentence. */
final class SheetFaults {

    private static final Comparator<@Nullable Integer> WHOLE_FIRST =
            Comparator.nullsFirst(Comparator.naturalOrder());

    private final List<SheetFault> found = new ArrayList<>();

    void add(
            @Nullable Integer row,
            @Nullable Integer column,
            SheetFaultKind kind,
            Object... arguments) {
        found.add(fault(row, column, kind, arguments));
    }

    /** A fault with its sentence. */
    static SheetFault fault(
            @Nullable Integer row,
            @Nullable Integer column,
            SheetFaultKind kind,
            Object... arguments) {
        return new SheetFault(row, column, kind, SheetWords.of(kind.name(), arguments));
    }

    void addAll(SheetFaults others) {
        found.addAll(others.found);
    }

    boolean none() {
        return found.isEmpty();
    }

    List<SheetFault> inOrder() {
        return found.stream()
                .sorted(
                        Comparator.comparing(SheetFault::row, WHOLE_FIRST)
                                .thenComparing(SheetFault::column, WHOLE_FIRST))
                .toList();
    }
}
