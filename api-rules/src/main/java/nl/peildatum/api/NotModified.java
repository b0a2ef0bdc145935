package nl.peildatum.api;

/** The caller has the answer already: 304, and nothing is computed. */
final class NotModified extends RuntimeException {
    NotModified() {
        super(null, null, false, false);
    }
}
