package nl.peildatum.query.api.overview;

/** A form in which the overview is published; the same overview always gives the same bytes. */
public non-sealed interface OverviewFormat extends Offered {

    /** The overview in this form. */
    byte[] write(Overview overview);
}
