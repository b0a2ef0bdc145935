package nl.peildatum.command.edition;

import java.util.List;

/**
 * One line of text freed from its markup: a line of the document, or what a row of HTML cells on
 * one such line holds below one another.
 *
 * @param codes the action codes a comment on the line names, for what its text cannot say
 */
record SourceLine(int number, String text, List<String> codes) {

    /** What a break is inside a row of a table, whose cells go on behind it. */
    static final char BREAK = '\n';

    static SourceLine blank(int number) {
        return new SourceLine(number, "", List.of());
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
