package nl.peildatum.command.edition;

import java.util.List;

/** What a line looks like, before anything is known of what it means. */
sealed interface Line {

    /** The line of the document it stands on, from 1. */
    int number();

    /** As it is written, indentation and all. */
    String raw();

    /** Without what dresses it. */
    default String text() {
        return raw().strip();
    }

    /** The action codes a comment on it names. */
    default List<String> codes() {
        return List.of();
    }

    /** Nothing to see. */
    record Blank(int number) implements Line {
        @Override
        public String raw() {
            return "";
        }
    }

    /** A line across the page. */
    record Rule(int number, String raw) implements Line {}

    /**
     * A line dressed as a heading.
     *
     * @param marked whether it is one for certain; a bold line may also be a bold line
     */
    record Heading(int number, String raw, String text, boolean marked, List<String> codes)
            implements Line {}

    /** Anything else. */
    record Text(int number, String raw, String text, List<String> codes) implements Line {
        Text(int number, String raw, List<String> codes) {
            this(number, raw, raw.strip(), codes);
        }
    }
}
