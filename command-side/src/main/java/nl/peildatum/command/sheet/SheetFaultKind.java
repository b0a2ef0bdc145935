package nl.peildatum.command.sheet;

/** The kinds of faults a sheet can have; each has its sentence in the room's messages. */
public enum SheetFaultKind {
    EMPTY,
    ENCODING_UNKNOWN,
    QUOTES_BROKEN,
    NOT_ODS,
    ODS_BROKEN,
    ODS_TOO_LARGE,
    SHEET_UNKNOWN,
    SHEET_UNCLEAR,
    ROWS_TOO_MANY,
    COLUMNS_TOO_MANY,
    CELLS_MERGED,
    FORMULA_FAILED,
    FORMULA_EMPTY,
    COLUMN_UNKNOWN,
    COLUMN_DUPLICATE,
    COLUMN_MISSING,
    COLUMN_UNNAMED,
    CELLS_TOO_MANY,
    ACTION_MISSING,
    ACTION_UNKNOWN,
    ACTION_DUPLICATE,
    STATUS_UNKNOWN,
    STATUS_SPLIT,
    DATE_UNREADABLE,
    DATE_IN_FUTURE,
    DATE_AFTER_SHEET,
    TEXT_UNSTORABLE,
    TEXT_TOO_LONG
}
