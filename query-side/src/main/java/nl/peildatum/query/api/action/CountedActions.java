package nl.peildatum.query.api.action;

import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.cut.Cut;

/** Where the actions behind a count are found. */
public final class CountedActions {
    private CountedActions() {}

    /**
     * The address of the actions behind every count of a cut, as a template (RFC 6570) that takes
     * {@code telling}, the name of the count, and {@code actielijn}, the number of the line or
     * {@code geen}; without it the actions of all lines together.
     */
    public static String address(Cut cut) {
        return QueryApi.PROGRAMME.replace("{programma}", cut.programme())
                + "/acties?peildatum="
                + cut.reportDate()
                + "&bekendTot="
                + cut.knownUpTo()
                + "{&telling,actielijn}";
    }
}
