package nl.peildatum.command.edition;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a document: where (1-based line), what, a Dutch sentence that says
 * what to do, and for a total that differs what is printed and what was counted.
 */
public record EditionFault(
        int lineNumber,
        EditionFaultKind kind,
        String message,
        @Nullable Integer printed,
        @Nullable Integer counted) {}
