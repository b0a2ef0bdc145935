package nl.peildatum.api;

import java.util.regex.Pattern;

/**
 * The apostrophe before a cell of CSV that a spreadsheet would take for a formula. Whatever is
 * written with it reads back without it; a spreadsheet types its cells and has none.
 */
public final class FormulaGuard {

    /** Apostrophes in front count along, so that one can always be taken off again. */
    private static final Pattern FORMULA = Pattern.compile("'*+[=+\\-@\\t\\r\\n＝＋－＠]");

    private FormulaGuard() {}

    /** A cell as it is written. */
    public static String guarded(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    /** A cell as it was before it was written. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
