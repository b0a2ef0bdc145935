package nl.peildatum.command.http;

import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;

/** The addresses of resources, relative to the host. */
public final class Paths {

    static final String PROGRAMMES = "/api/v1/programmas";
    static final String PROGRAMME = PROGRAMMES + "/{programma}";
    static final String LINES = PROGRAMME + "/actielijnen";
    static final String ACTIONS = PROGRAMME + "/acties";
    static final String ACTION = ACTIONS + "/{actie}";

    /** One entry of the journal. */
    public static final String ENTRY = PROGRAMME + "/journaal/{nummer}";

    /** The reports of a programme. */
    public static final String REPORTS = PROGRAMME + "/rapportages";

    /** The signed entries of a programme's journal. */
    public static final String CHECKPOINTS = PROGRAMME + "/journaal/controlepunten";

    /** The keys that sign them. */
    public static final String KEYS = "/api/v1/sleutels";

    /** What somebody thinks of a signal. */
    public static final String JUDGEMENTS = PROGRAMME + "/signalen/{signaal}/beoordelingen";

    /** Where overviews are taken over. */
    public static final String IMPORTS = PROGRAMME + "/importen";

    /** The people whose names are known. */
    public static final String PEOPLE = "/api/v1/personen";

    /** One of them, by subject. */
    public static final String PERSON = PEOPLE + "/{subject}";

    private Paths() {}

    /** The address of a programme. */
    public static String programme(ProgrammeId programme) {
        return PROGRAMMES + "/" + programme;
    }

    static String action(ActionId action) {
        return programme(action.programme()) + "/acties/" + action.code();
    }
}
