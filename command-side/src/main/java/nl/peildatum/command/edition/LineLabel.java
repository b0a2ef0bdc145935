package nl.peildatum.command.edition;

import org.jspecify.annotations.Nullable;

/**
 * What the heading of an action line says: its number, and its title where it stands in the same
 * heading.
 *
 * @param number {@link #UNASSIGNED} for "Niet ingedeeld"
 */
record LineLabel(int number, @Nullable String title) {

    /** The number under which actions without a line are kept while reading. */
    static final int UNASSIGNED = -1;

    static final String UNASSIGNED_TITLE = "Niet ingedeeld";

    static @Nullable LineLabel of(String text) {
        if (StatusLine.match(text, UNASSIGNED_TITLE) == text.length()) {
            return new LineLabel(UNASSIGNED, UNASSIGNED_TITLE);
        }
        int from = StatusLine.match(text, "Actielijn ");
        if (from < 0) {
            return null;
        }
        int to = from;
        while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        if (to == from || to - from > 4) {
            return null;
        }
        int number = Integer.parseInt(text.substring(from, to));
        String title = withoutStop(text.substring(to));
        return title == null ? null : new LineLabel(number, title.isEmpty() ? null : title);
    }

    /** What follows the number, without the colon, stop or dash between them; null if no title. */
    private static @Nullable String withoutStop(String rest) {
        String title = rest.strip();
        if (title.isEmpty()) {
            return title;
        }
        char first = title.charAt(0);
        boolean stop = first == ':' || (first == '.' && rest.charAt(0) == '.') || Dash.is(first);
        if (stop) {
            return title.substring(1).strip();
        }
        return Character.isWhitespace(rest.charAt(0)) ? title : null;
    }
}
