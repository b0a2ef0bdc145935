package nl.peildatum.query.api.overview;

import org.springframework.http.MediaType;

/** A form in which the overview is published; the same overview always gives the same bytes. */
public interface OverviewFormat {

    /** The content type, with its parameters. */
    MediaType type();

    /** The extension of its file's name; empty for what is read where it is. */
    String extension();

    /** The overview in this form. */
    byte[] write(Overview overview);
}
