package nl.peildatum.query.api.cut;

import java.util.Locale;

/** Which projection answers a question; each keeps its own progress. */
public enum ProjectionName {
    /** What held on which day, as known up to which entry. */
    VERSIONS,
    /** The counts of today with everything known. */
    DASHBOARD,
    /** Every entry as it was recorded. */
    JOURNAL,
    /** How each entry reads. */
    AUDIT_TRAIL,
    /** The reports that were proposed and fixed. */
    REPORTS;

    /** Its name in the table of progress. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
