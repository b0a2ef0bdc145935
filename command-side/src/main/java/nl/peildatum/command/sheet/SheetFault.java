package nl.peildatum.command.sheet;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a sheet, in a Dutch sentence that says what to do.
 *
 * @param row the number of the row, or null where it is about the sheet as a whole
 * @param column the number of the column, from 1, or null where it is about the whole row
 */
public record SheetFault(
        @Nullable Integer row, @Nullable Integer column, SheetFaultKind kind, String message) {}
