package nl.peildatum.query.api.overview;

import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import org.springframework.http.MediaType;

/** The form {@code overzicht/1}, byte for byte as its digest covers it (RFC 8785). */
final class FrozenForm implements Offered {

    private static final MediaType TYPE =
            new MediaType("application", "vnd.peildatum.overzicht.v1+json");

    @Override
    public MediaType type() {
        return TYPE;
    }

    @Override
    public String extension() {
        return "";
    }

    byte[] write(OverviewV1 form) {
        return Digests.canonical(form);
    }
}
