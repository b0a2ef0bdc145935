package nl.peildatum.api;

/** The longest texts that are taken in besides what the document says, in code points. */
public final class Longest {

    /** The code of an action. */
    public static final int CODE = 40;

    /** The subject of a token: who does something. */
    public static final int SUBJECT = 255;

    /** Why something is recorded. */
    public static final int REASON = 4_000;

    /** A text of the publication: an introduction, an explanation, why an action is left out. */
    public static final int TEXT = 20_000;

    private Longest() {}
}
