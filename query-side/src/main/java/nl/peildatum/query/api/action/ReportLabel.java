package nl.peildatum.query.api.action;

/** What actions are reported as: one number may be that of more actions than one. */
public final class ReportLabel {

    /** What stands in the place of a number above an action that has none. */
    public static final String EXTRA = "Extra actie";

    private ReportLabel() {}

    /** Whether actions with this label print as one block while they agree. */
    public static boolean isNumber(String label) {
        return !label.equals(EXTRA);
    }
}
