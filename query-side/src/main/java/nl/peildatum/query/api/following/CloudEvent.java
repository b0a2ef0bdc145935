package nl.peildatum.query.api.following;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That an entry was recorded, as CloudEvents 1.0 says it in JSON. No free text and no subject: what
 * was sent cannot be erased.
 *
 * @param id the journal number, which is one of a kind in the source
 * @param source the programme
 * @param subject what it is about, below the source; absent for the programme itself
 * @param time when it was recorded
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String subject,
        Instant time,
        String datacontenttype,
        String dataschema,
        Data data) {

    /** What an entry says in codes and dates. */
    record Data(
            String programma,
            long journaalnummer,
            String soort,
            @Nullable String actie,
            LocalDate ingangsdatum) {}

    static CloudEvent of(Data data, Instant recordedAt) {
        String kind = data.soort().toLowerCase(Locale.ROOT).replace('_', '-');
        return new CloudEvent(
                "1.0",
                Long.toString(data.journaalnummer()),
                "/api/v1/programmas/" + data.programma(),
                "nl.peildatum." + kind + ".v1",
                data.actie() == null ? null : "acties/" + data.actie(),
                recordedAt,
                "application/json",
                "urn:peildatum:schema:gebeurtenis:1",
                data);
    }
}
