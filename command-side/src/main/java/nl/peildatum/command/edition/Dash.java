package nl.peildatum.command.edition;

/** The characters people type where a dash belongs. */
final class Dash {

    private static final String ALL = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFF0D";

    private Dash() {}

    static boolean is(char c) {
        return ALL.indexOf(c) >= 0;
    }
}
