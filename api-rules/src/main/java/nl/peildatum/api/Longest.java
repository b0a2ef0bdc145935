package nl.peildatum.api;

/** The longest texts that are taken in, in code points. */
public final class Longest {

    /** The code of an action. */
    public static final int CODE = 40;

    /** What an action is called in the publication, beside its title. */
    public static final int LABEL = 100;

    /** The subject of a token: who does something. */
    public static final int SUBJECT = 255;

    /** Where what is recorded comes from. */
    public static final int SOURCE = 500;

    /** A title or a name, on one line. */
    public static final int TITLE = 1_000;

    /** Why something is recorded. */
    public static final int REASON = 4_000;

    /** A text of the publication: an introduction, an explanation, why an action is left out. */
    public static final int TEXT = 20_000;

    private Longest() {}
}
