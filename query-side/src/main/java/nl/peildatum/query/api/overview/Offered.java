package nl.peildatum.query.api.overview;

import nl.peildatum.api.AnswerHeaders;
import org.springframework.http.MediaType;

/** A form of the overview that a caller can ask for. */
sealed interface Offered permits OverviewFormat, FrozenForm {

    /** The content type, with its parameters. */
    MediaType type();

    /** The extension of its file's name; empty for what is read where it is. */
    String extension();

    /** What a browser that shows it may load. */
    default String policy() {
        return AnswerHeaders.NOTHING;
    }

    /** Whether making it costs so much that it is done a few at a time. */
    default boolean isCostly() {
        return false;
    }
}
